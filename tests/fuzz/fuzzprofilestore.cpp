// SPDX-License-Identifier: Apache-2.0
#include "authclientconfig.h"
#include "connector.h"
#include "fakeclock.h"
#include "fuzztargets.h"
#include "profilestore.h"
#include "promise.h"
#include "serviceconnection.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "there is room");
}

void checkConnection(const Profile &profile)
{
    const FakeClock clock;
    const Connector connector(clock, [] { return std::unique_ptr<QNetworkAccessManager>(); });
    try {
        const auto connection = connector.connection(profile);
        promise(connection->accessTokensUrl().isValid(), "a profile that can be used has a valid URL");
        promise(connection->timeout() && connection->timeout()->count() > 0, "it ends its calls at some time");
        promise(connection->now().isValid(), "it tells the time");
        for (const auto &[name, value] : connection->headersWithoutAuthorization())
            promise(!value.startsWith('-'), "no header has a negative number");
    } catch (const AuthError &error) {
        promise(error.kind() == AuthError::Kind::Local && !error.message().isEmpty(),
            "a profile that cannot be used says why");
    }
}

} // namespace

// The same file is a profile's and the program's.
void fuzzProfileStore(const QByteArray &input)
{
    const QTemporaryDir folder; // QSettings remembers what it read from a path
    ProfileStore profiles(folder.path());
    QDir(folder.path()).mkdir(u"profiles"_s);
    const QString file = folder.filePath(u"profiles/default.ini"_s);
    write(file, input);
    write(folder.filePath(u"qci-auth.ini"_s), input);

    const auto profile = profiles.profile(u"default"_s);
    // What is left where one was removed while its skew was saved, is none.
    if (profile || profiles.problem(u"default"_s))
        promise(profiles.names() == QStringList(u"default"_s), "a damaged profile is listed, too");
    else
        promise(profiles.names().isEmpty(), "what is no profile is not listed");
    promise(!profiles.defaultName().isEmpty() && !profiles.currentName().isEmpty(), "some profile is the chosen one");
    if (profile) {
        promise(!profile->url.isEmpty() && profile->name == u"default", "a profile has a name and a URL");
        promise(profile->timeout > std::chrono::milliseconds(0), "it has a time limit");
        checkConnection(*profile);
    }
    Profile mended = profile.value_or(Profile());
    mended.name = u"default"_s;
    mended.url = u"https://api.example/"_s;
    if (!profiles.save(mended))
        promise(profiles.profile(u"default"_s) == mended, "what was saved without an error is there");
}

} // namespace QciAuth
