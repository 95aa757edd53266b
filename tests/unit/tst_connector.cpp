// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "autherror.h"
#include "connector.h"
#include "fakeclock.h"
#include "profile.h"
#include "serviceconnection.h"
#include "testtokens.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestConnector : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();

    void clientIsTheProfiles();
    void environmentIsNotAskedForAProfile();
    void noAccessManagerIsMadeBeforeACall();

private:
    const Profile m_profile{.name = u"default"_s, .url = u"https://example.org/qci"_s, .caCertificateFile = {}};
    FakeClock m_clock;
};

void TestConnector::cleanup()
{
    qunsetenv("QCI_API_URL");
    qunsetenv("QCI_TOKEN");
}

void TestConnector::clientIsTheProfiles()
{
    const Connector connector(m_clock, &makeAccessManager, {});
    const QString token = TestTokens::apiToken();
    const auto client = connector.client(m_profile, token);
    QCOMPARE(client->url(), QUrl(u"https://example.org/qci/"_s));
    QCOMPARE(client->apiToken(), token);
    QVERIFY(client->timeout() == std::optional<std::chrono::nanoseconds>(20s));
    QCOMPARE(connector.connection(m_profile)->url(), client->url());
    QCOMPARE(&connector.clock(), &m_clock);
}

void TestConnector::environmentIsNotAskedForAProfile()
{
    // A stored token must meet the URL that it was logged in with only, whatever the environment says.
    qputenv("QCI_API_URL", "https://elsewhere.invalid");
    qputenv("QCI_TOKEN", TestTokens::apiToken().toUtf8());
    const Connector connector(m_clock, &makeAccessManager);
    const auto causeOf = [](const auto &make) {
        try {
            make();
        } catch (const AuthError &error) {
            return error.cause();
        }
        return AuthError::Cause::Cancelled;
    };
    Profile nowhere = m_profile;
    nowhere.url.clear();
    QCOMPARE(causeOf([&] { connector.client(nowhere, TestTokens::apiToken()); }), AuthError::Cause::MissingUrl);
    QCOMPARE(causeOf([&] { connector.connection(nowhere); }), AuthError::Cause::MissingUrl);
    QCOMPARE(causeOf([&] { connector.client(m_profile, QString()); }), AuthError::Cause::MissingToken);
}

void TestConnector::noAccessManagerIsMadeBeforeACall()
{
    int made = 0;
    const Connector connector(m_clock, [&made] {
        ++made;
        return makeAccessManager();
    });
    const auto client = connector.client(m_profile, TestTokens::apiToken());
    QCOMPARE(client->headersWithoutAuthorization().size(), 3);
    QCOMPARE(made, 0);
}

QTEST_GUILESS_MAIN(TestConnector)
#include "tst_connector.moc"
