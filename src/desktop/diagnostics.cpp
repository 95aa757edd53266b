// SPDX-License-Identifier: Apache-2.0
#include "diagnostics.h"

#include "accessmanager.h"
#include "activitylog.h"
#include "baseurl.h"
#include "environment.h"
#include "errortext.h"
#include "livesecrets.h"
#include "programtitle.h"
#include "servicemonitor.h"
#include "session.h"
#include "sessionreport.h"
#include "sessions.h"
#include "versiontext.h"

#include <QGuiApplication>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QScreen>
#include <QSslSocket>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::size_t mostFaults = 20;
constexpr qsizetype mostProfiles = 20;
constexpr qsizetype longestValue = 200;

// A secret that is cut would no longer be known for one.
QString redactedStart(const QString &text)
{
    return LiveSecrets::redactAll(text).left(longestValue);
}

QString line(const QString &name, const QString &value)
{
    const QString said = redactedStart(value.simplified());
    return u"%1: %2\n"_s.arg(name, said.isEmpty() ? u"unknown"_s : said);
}

QString yesOrNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

QList<QNetworkProxy> proxiesFor(const QUrl &url)
{
    const auto manager = makeAccessManager();
    return manager->proxyFactory()->queryProxy(QNetworkProxyQuery(url));
}

QString proxyText(const QNetworkProxy &proxy)
{
    const QString address = u"%1:%2"_s.arg(proxy.hostName(), QString::number(proxy.port()));
    const QString credentials = proxy.user().isEmpty() ? QString() : u", with a user name"_s;
    switch (proxy.type()) {
    case QNetworkProxy::NoProxy:
    case QNetworkProxy::DefaultProxy:
        return u"none"_s;
    case QNetworkProxy::Socks5Proxy:
        return u"SOCKS 5 at %1%2"_s.arg(address, credentials);
    default:
        return u"HTTP at %1%2"_s.arg(address, credentials);
    }
}

// Whatever they look like.
QStringList knownSecrets(const QUrl &url, const Environment &environment)
{
    QStringList secrets{environment.credentials().apiToken, url.password()};
    for (const QNetworkProxy &proxy : proxiesFor(url))
        secrets.append({proxy.password(), proxy.user()});
    secrets.removeAll(QString());
    return secrets;
}

QString sessionText(const Session &session)
{
    QStringList said{SessionReport::stateName(session.state())};
    if (const auto &info = session.info())
        said.append(u"token expires %1"_s.arg(info->expiresAt.toUTC().toString(Qt::ISODate)));
    if (const auto next = session.nextAttemptAt())
        said.append(u"next try %1"_s.arg(next->toUTC().toString(Qt::ISODate)));
    if (session.state() != Session::State::LoggedOut)
        said.append(session.isKept() ? u"kept in the keychain"_s : u"for this run only"_s);
    said.append(u"skew %1 s"_s.arg(std::chrono::round<std::chrono::seconds>(session.profile().skew).count()));
    if (session.isFromCache())
        said.append(u"access token from the keychain"_s);
    if (const auto &error = session.lastError())
        said.append(shortErrorText(*error, TextLanguage::English));
    if (const auto &error = session.storageError())
        said.append(u"not stored, %1"_s.arg(shortErrorText(*error, TextLanguage::English)));
    return said.join(u"; "_s);
}

} // namespace

Diagnostics::Diagnostics(const Sessions &sessions, const ActivityLog &activity, const Environment &environment)
    : m_sessions(sessions)
    , m_activity(activity)
    , m_environment(environment)
{
}

QString Diagnostics::text(const ServiceMonitor &service, const Facts &facts) const
{
    LiveSecrets secrets;
    secrets.set(knownSecrets(QUrl(service.profile().url), m_environment));
    return versions() + platform(facts.language) +
           line(u"Keychain"_s, facts.keychain.isEmpty() ? u"none"_s : facts.keychain) +
           line(u"Answers other programs"_s, yesOrNo(facts.answersPrograms)) + this->service(service) +
           profiles(service.profile().name) + faults();
}

QString Diagnostics::versions()
{
    return line(programTitle, releaseText()) +
           line(u"Qt"_s, u"%1, built with %2"_s.arg(QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR))) +
           line(u"TLS"_s, QSslSocket::sslLibraryVersionString());
}

QString Diagnostics::platform(const QString &language)
{
    QStringList screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens.append(
            u"%1x%2 at %3"_s.arg(screen->size().width()).arg(screen->size().height()).arg(screen->devicePixelRatio()));
    return line(u"System"_s, u"%1, %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
                                 QSysInfo::currentCpuArchitecture())) +
           line(u"Desktop"_s,
               u"%1, %2, Qt platform %3"_s.arg(qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"unknown"_s),
                   qEnvironmentVariable("XDG_SESSION_TYPE", u"unknown"_s), QGuiApplication::platformName())) +
           line(u"Screens"_s, screens.join(u", "_s)) +
           line(u"Locale"_s, u"%1, window in %2"_s.arg(QLocale::system().name(), language));
}

QString Diagnostics::service(const ServiceMonitor &monitor) const
{
    const QUrl url(monitor.profile().url);
    if (url.isEmpty())
        return line(u"Service"_s, u"none"_s);
    QStringList proxies;
    for (const QNetworkProxy &proxy : proxiesFor(url))
        proxies.append(proxyText(proxy));
    QString health = u"asking"_s;
    if (monitor.healthMessage())
        health = u"%1, %2 ms"_s.arg(*monitor.healthMessage(), QString::number(monitor.latency().count()));
    else if (monitor.error())
        health = u"unreachable, %1"_s.arg(shortErrorText(*monitor.error(), TextLanguage::English));
    const auto &version = monitor.version();
    const QStringList bypassed = m_environment.bypassedProxyVariables();
    return line(u"Service"_s, withoutSecrets(monitor.profile().url)) + line(u"Health"_s, health) +
           line(u"Version"_s, version ? u"%1 %2"_s.arg(version->applicationName, version->version) : QString()) +
           line(u"Proxy"_s, proxies.join(u", "_s)) +
           (bypassed.isEmpty() ? QString() : line(u"Proxy variables not used"_s, bypassed.join(u", "_s))) +
           line(u"QCI_TOKEN set"_s, yesOrNo(!m_environment.credentials().apiToken.isEmpty()));
}

QString Diagnostics::profiles(const QString &shown) const
{
    const QStringList names = m_sessions.names();
    QString text;
    for (const QString &name : names.first(std::min(names.size(), mostProfiles))) {
        const QString title = name == shown ? numbered(name) + u" (shown)"_s : numbered(name);
        if (const Session *session = m_sessions.find(name))
            text += line(title, sessionText(*session));
    }
    if (names.size() > mostProfiles)
        text += line(u"More profiles"_s, QString::number(names.size() - mostProfiles));
    return text;
}

QString Diagnostics::faults() const
{
    QStringList lines;
    const auto &entries = m_activity.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend() && lines.size() < qsizetype{mostFaults}; ++entry) {
        if (!entry->fault.isEmpty())
            lines.prepend(u"  %1 %2: %3"_s.arg(
                entry->at.toUTC().toString(Qt::ISODate), numbered(entry->profile), redactedStart(entry->fault)));
    }
    return lines.isEmpty() ? line(u"Last faults"_s, u"none"_s) : u"Last faults:\n"_s + lines.join(u'\n') + u'\n';
}

QString Diagnostics::numbered(const QString &profile) const
{
    const qsizetype index = m_sessions.names().indexOf(profile);
    return index < 0 ? u"Another profile"_s : u"Profile %1"_s.arg(index + 1);
}

} // namespace QciAuth
