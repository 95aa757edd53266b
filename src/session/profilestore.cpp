// SPDX-License-Identifier: Apache-2.0
#include "profilestore.h"

#include "completeurl.h"
#include "configurationfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype longestName = 200;
constexpr auto nameKey = "name"_L1;
constexpr auto urlKey = "url"_L1;
constexpr auto timeoutKey = "timeout_ms"_L1;
constexpr auto certificateKey = "ca_certificate_file"_L1;
constexpr auto insecureKey = "allow_insecure_http"_L1;
constexpr auto skewKey = "skew_ms"_L1;
constexpr auto currentKey = "window/profile"_L1;
constexpr auto defaultKey = "default_profile"_L1;

constexpr qsizetype longestEncodedName = 150;
// No two dates of HTTP are further apart.
constexpr std::chrono::milliseconds greatestSkew = std::chrono::years{10'000};

// A file's name for any profile's: nothing that a file system takes for something else, no longer than it can hold, and
// apart where only the case differs, as some file systems ignore that.
QString fileNameOf(const QString &name)
{
    const QByteArray encoded = QUrl::toPercentEncoding(name, {}, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.~");
    if (encoded.size() <= longestEncodedName)
        return QString::fromLatin1(encoded) + u".ini"_s;
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash) + u"~.ini"_s;
}

// The other way round; empty where only the file itself can tell.
QString nameOf(const QString &fileName)
{
    const QString encoded = fileName.chopped(4);
    return encoded.endsWith(u'~') ? QString() : QUrl::fromPercentEncoding(encoded.toLatin1());
}

// What is left where a profile is removed while its skew is being saved.
bool isRemains(const QString &file)
{
    constexpr qint64 largest = 64;
    if (const QFileInfo info(file); !info.isFile() || info.size() > largest || ConfigurationFile::problem(file))
        return false;
    return QSettings(file, QSettings::IniFormat).allKeys() == QStringList(skewKey);
}

} // namespace

ProfileStore::ProfileStore(const QString &folder)
    : m_folder(folder)
{
}

QString ProfileStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/qci-auth"_s;
}

QStringList ProfileStore::names() const
{
    const QDir folder(profileFolder());
    QStringList names;
    for (const QString &file : folder.entryList({u"*.ini"_s}, QDir::AllEntries | QDir::System | QDir::Hidden)) {
        if (!QFileInfo::exists(folder.filePath(file)) || isRemains(folder.filePath(file)))
            continue;
        QString name = nameOf(file);
        if (name.isEmpty() && !ConfigurationFile::problem(folder.filePath(file)))
            name = QSettings(folder.filePath(file), QSettings::IniFormat).value(nameKey).toString();
        if (!name.isEmpty())
            names.append(name);
    }
    names.sort();
    return names;
}

std::optional<Profile> ProfileStore::profile(const QString &name) const
{
    using std::chrono::milliseconds;
    if (!QFileInfo::exists(profileFile(name)) || problem(name))
        return std::nullopt;
    const QSettings settings(profileFile(name), QSettings::IniFormat);
    const QString url = settings.value(urlKey).toString();
    if (url.isEmpty())
        return std::nullopt;
    const qlonglong timeout = settings.value(timeoutKey).toLongLong();
    const milliseconds skew(settings.value(skewKey).toLongLong());
    return Profile{
        .name = name,
        .url = url,
        .timeout = timeout > 0 ? std::min(milliseconds(timeout), longestTimeout) : defaultTimeout,
        .caCertificateFile = settings.value(certificateKey).toString(),
        .allowInsecureHttp = settings.value(insecureKey).toBool(),
        .skew = skew >= -greatestSkew && skew <= greatestSkew ? skew : milliseconds::zero(),
    };
}

std::optional<AuthError> ProfileStore::problem(const QString &name) const
{
    const QString file = profileFile(name);
    if (const auto problem = ConfigurationFile::problem(file); problem || !QFileInfo::exists(file) || isRemains(file))
        return problem;
    const QString url = QSettings(file, QSettings::IniFormat).value(urlKey).toString();
    try {
        completeUrl(url); // whether plain http is allowed is said where it is used
    } catch (const AuthError &) {
        return ConfigurationFile::unreadable(
            file, url.isEmpty() ? ConfigurationFile::Damage::NoUrl : ConfigurationFile::Damage::IncompleteUrl);
    }
    return std::nullopt;
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
    ConfigurationFile::makePrivateFolder(m_folder);
    ConfigurationFile::makePrivateFolder(profileFolder());
    if (problem(profile.name)) {
        if (const auto error = ConfigurationFile::setAside(profileFile(profile.name)))
            return error;
    }
    QSettings settings(profileFile(profile.name), QSettings::IniFormat);
    settings.setValue(nameKey, profile.name);
    settings.setValue(urlKey, profile.url);
    settings.setValue(timeoutKey, static_cast<qlonglong>(profile.timeout.count()));
    settings.setValue(certificateKey, profile.caCertificateFile);
    settings.setValue(insecureKey, profile.allowInsecureHttp);
    settings.setValue(skewKey, static_cast<qlonglong>(profile.skew.count()));
    return ConfigurationFile::save(settings);
}

std::optional<AuthError> ProfileStore::roomProblem(const QString &name) const
{
    return problem(name) ? ConfigurationFile::asideProblem(profileFile(name)) : std::nullopt;
}

void ProfileStore::saveSkew(const Profile &profile)
{
    if (!this->profile(profile.name))
        return;
    QSettings settings(profileFile(profile.name), QSettings::IniFormat);
    settings.setValue(skewKey, static_cast<qlonglong>(profile.skew.count()));
    ConfigurationFile::save(settings); // a failure is of no consequence: the next answer tells it again
}

std::optional<AuthError> ProfileStore::remove(const QString &name)
{
    const QString file = profileFile(name);
    if (QFile::exists(file) && !QFile::remove(file))
        return ConfigurationFile::notWritable(file);
    return std::nullopt;
}

QString ProfileStore::currentName() const
{
    const QString shown = savedSetting(currentKey);
    return shown.isEmpty() ? usualName() : shown;
}

std::optional<AuthError> ProfileStore::setCurrentName(const QString &name)
{
    if (const auto problem = settingsProblem())
        return problem;
    return name == currentName() ? std::nullopt : saveSetting(currentKey, name);
}

QString ProfileStore::defaultName() const
{
    if (const QString chosen = chosenName(); !chosen.isEmpty())
        return chosen;
    if (QFile::exists(profileFile(usualName())))
        return usualName();
    const QStringList known = names();
    return known.size() == 1 ? known.first() : usualName();
}

QString ProfileStore::chosenName() const
{
    return savedSetting(defaultKey);
}

QString ProfileStore::usualName()
{
    return u"default"_s;
}

std::optional<AuthError> ProfileStore::setDefaultName(const QString &name)
{
    if (settingsProblem()) {
        if (const auto error = ConfigurationFile::setAside(settingsFile()))
            return error;
    }
    return saveSetting(defaultKey, name);
}

std::optional<AuthError> ProfileStore::settingsProblem() const
{
    return ConfigurationFile::problem(settingsFile());
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

QString ProfileStore::settingsFile() const
{
    return m_folder + u"/qci-auth.ini"_s;
}

QString ProfileStore::profileFolder() const
{
    return m_folder + u"/profiles"_s;
}

QString ProfileStore::profileFile(const QString &name) const
{
    return profileFolder() + u'/' + fileNameOf(name);
}

// Empty where there is none, and where none can be read.
QString ProfileStore::savedSetting(const QString &key) const
{
    if (settingsProblem())
        return {};
    return QSettings(settingsFile(), QSettings::IniFormat).value(key).toString();
}

std::optional<AuthError> ProfileStore::saveSetting(const QString &key, const QString &value)
{
    ConfigurationFile::makePrivateFolder(m_folder);
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(key, value);
    return ConfigurationFile::save(settings);
}

} // namespace QciAuth
