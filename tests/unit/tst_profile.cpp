// SPDX-License-Identifier: Apache-2.0
#include "profile.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void timeoutIsTwentySecondsUnlessSaidOtherwise();
    void keyNamesTheProfile();
    void clientConfigurationCarriesEverything();
};

void TestProfile::timeoutIsTwentySecondsUnlessSaidOtherwise()
{
    QVERIFY(Profile().timeout == 20s);
}

void TestProfile::keyNamesTheProfile()
{
    Profile profile;
    profile.name = u"my %1 profile/x"_s;
    QCOMPARE(profile.refreshTokenKey(), u"qci-auth/my %1 profile/x/refresh-token"_s);
}

void TestProfile::clientConfigurationCarriesEverything()
{
    const Profile profile{.name = u"default"_s,
        .url = u"http://example.org"_s,
        .timeout = 3s,
        .caCertificateFile = u"/own.pem"_s,
        .allowInsecureHttp = true,
        .skew = -5s};
    const AuthClientConfig config = profile.clientConfig(u"abc123"_s, {u"/extra.pem"_s});
    QCOMPARE(config.url, profile.url);
    QCOMPARE(config.apiToken, u"abc123"_s);
    QVERIFY(config.timeout == std::optional<std::chrono::nanoseconds>(3s));
    QCOMPARE(config.caCertificateFiles, (QStringList{u"/extra.pem"_s, u"/own.pem"_s}));
    QVERIFY(config.allowInsecureHttp);
    QVERIFY(config.skew == -5s);
    QVERIFY(Profile().clientConfig(u"abc123"_s, {}).caCertificateFiles.isEmpty());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
