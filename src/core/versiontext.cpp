// SPDX-License-Identifier: Apache-2.0
#include "versiontext.h"

#include "qciauth_commit.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr auto version = QLatin1StringView(QCIAUTH_VERSION);
constexpr auto commit = QLatin1StringView(QCIAUTH_COMMIT);
// What QtKeychain uses there. Which of two it is depends on the desktop, and is not asked for just to say it.
#if defined(Q_OS_WIN)
constexpr auto keychain = "Windows Credential Store"_L1;
#elif defined(Q_OS_DARWIN)
constexpr auto keychain = "macOS Keychain"_L1;
#else
constexpr auto keychain = "Secret Service or KDE Wallet"_L1;
#endif

} // namespace

QString releaseText()
{
    return commit.isEmpty() ? QString(version) : u"%1 (%2)"_s.arg(version, commit);
}

QString versionText()
{
    QStringList parts;
    if (!commit.isEmpty())
        parts.append(u"commit "_s + commit);
    parts.append(u"Qt "_s + QLatin1StringView(qVersion()));
    parts.append(u"keychain: "_s + keychain);
    return u"%1 (%2)"_s.arg(version, parts.join(u", "_s));
}

} // namespace QciAuth
