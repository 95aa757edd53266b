// SPDX-License-Identifier: Apache-2.0
#include "profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype longestName = 200;

// Names may hold '/', which QSettings takes for a group separator.
QString groupOf(const QString &name)
{
    return u"profiles/"_s + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

std::optional<AuthError> synced(QSettings &settings)
{
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return std::nullopt;
    return AuthError(AuthError::Kind::Local, AuthError::Cause::Configuration,
        u"the configuration file %1 cannot be written"_s.arg(QDir::toNativeSeparators(settings.fileName())));
}

// QSettings makes the folder open to everybody who can read the one above.
void makePrivateFolder(const QString &file)
{
    const QString folder = QFileInfo(file).path();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

ProfileStore::ProfileStore(const QString &file)
    : m_file(file)
{
}

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/qci-auth/qci-auth.ini"_s;
}

QStringList ProfileStore::names() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(u"profiles"_s);
    QStringList names;
    for (const QString &group : settings.childGroups())
        names.append(QUrl::fromPercentEncoding(group.toLatin1()));
    names.sort();
    return names;
}

std::optional<Profile> ProfileStore::profile(const QString &name) const
{
    using std::chrono::milliseconds;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(groupOf(name));
    const QString url = settings.value("url"_L1).toString();
    if (url.isEmpty())
        return std::nullopt;
    const qlonglong timeout = settings.value("timeout_ms"_L1).toLongLong();
    return Profile{
        .name = name,
        .url = url,
        .timeout = timeout > 0 ? milliseconds(timeout) : defaultTimeout,
        .caCertificateFile = settings.value("ca_certificate_file"_L1).toString(),
        .allowInsecureHttp = settings.value("allow_insecure_http"_L1).toBool(),
        .skew = milliseconds(settings.value("skew_ms"_L1).toLongLong()),
    };
}

QStringList ProfileStore::urls() const
{
    QStringList urls;
    for (const QString &name : names()) {
        if (const auto known = profile(name))
            urls.append(known->url);
    }
    urls.removeDuplicates();
    return urls;
}

std::optional<AuthError> ProfileStore::save(const Profile &profile)
{
    makePrivateFolder(m_file);
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(groupOf(profile.name));
    settings.setValue("url"_L1, profile.url);
    settings.setValue("timeout_ms"_L1, static_cast<qlonglong>(profile.timeout.count()));
    settings.setValue("ca_certificate_file"_L1, profile.caCertificateFile);
    settings.setValue("allow_insecure_http"_L1, profile.allowInsecureHttp);
    settings.setValue("skew_ms"_L1, static_cast<qlonglong>(profile.skew.count()));
    settings.endGroup();
    return synced(settings);
}

void ProfileStore::saveSkew(const Profile &profile)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(groupOf(profile.name));
    if (settings.contains("url"_L1))
        settings.setValue("skew_ms"_L1, static_cast<qlonglong>(profile.skew.count()));
}

QString ProfileStore::currentName() const
{
    return QSettings(m_file, QSettings::IniFormat).value("window/profile"_L1, u"default"_s).toString();
}

std::optional<AuthError> ProfileStore::setCurrentName(const QString &name)
{
    if (name == currentName())
        return std::nullopt;
    makePrivateFolder(m_file);
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue("window/profile"_L1, name);
    return synced(settings);
}

QString ProfileStore::nameProblem(const QString &name)
{
    if (name.trimmed().isEmpty())
        return QCoreApplication::translate("QciAuth::ProfileStore", "Give the profile a name, such as “default”.");
    if (name.size() > longestName)
        return QCoreApplication::translate(
            "QciAuth::ProfileStore", "The profile name is longer than %1 characters. Choose a shorter one.")
            .arg(longestName);
    for (const QChar c : name) {
        if (c.category() == QChar::Other_Control)
            return QCoreApplication::translate(
                "QciAuth::ProfileStore", "The profile name has a line break or another control character. Remove it.");
    }
    return {};
}

} // namespace QciAuth
