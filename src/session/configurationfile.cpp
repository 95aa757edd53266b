// SPDX-License-Identifier: Apache-2.0
#include "configurationfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QSettings>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int mostCopies = 100;

bool isText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

// QSettings tells this once a process only: it remembers what it has read, but not that it made no sense.
bool isIni(const QByteArray &bytes)
{
    const QByteArrayList lines = bytes.split('\n');
    return std::all_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        const QByteArray setting = line.trimmed();
        return setting.isEmpty() || setting.contains('=') || setting.startsWith(';') || setting.startsWith('#') ||
               (setting.startsWith('[') && setting.endsWith(']'));
    });
}

// QSettings makes objects of values that begin with an @, of whatever size they say. Settings are none; what it writes
// by itself is @@ for a string that begins so, and two kinds that hold nothing but bytes.
bool holdsObjects(const QByteArray &bytes)
{
    static const QRegularExpression object(
        uR"([=,](?:[\s"]|\\[^x0-7])*+(?:@(?!@|ByteArray\(|Invalid\(\))|\\x0*40|\\0*100)|\\\r?$)"_s,
        QRegularExpression::MultilineOption);
    return object.match(QString::fromLatin1(bytes)).hasMatch();
}

// A link that leads nowhere is there, too: a new file would not be found by its name.
bool isThere(const QFileInfo &info)
{
    return info.exists() || info.isSymLink();
}

// A name that is free; empty where none is.
QString copyName(const QString &path)
{
    for (int i = 1; i <= mostCopies; ++i) {
        const QString copy = i == 1 ? path + u".damaged"_s : u"%1.damaged-%2"_s.arg(path).arg(i);
        if (!isThere(QFileInfo(copy)))
            return copy;
    }
    return {};
}

// QSettings waits up to 30 s for a lock file that was left empty by a process that was killed as it made it.
void clearRemains(const QString &file)
{
    QLockFile lock(file + u".lock"_s);
    if (const QFileInfo info(lock.fileName()); info.exists() && info.size() == 0)
        lock.removeStaleLockFile(); // leaves it where somebody holds it
}

} // namespace

std::optional<AuthError> ConfigurationFile::problem(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::nullopt;
    if (!info.isFile())
        return unreadable(path, u"it is not a file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    if (file.size() > largestSize)
        return unreadable(path, u"it is larger than settings ever are"_s);
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return unreadable(path, file.errorString());
    if (bytes.trimmed().isEmpty())
        return unreadable(path, u"it is empty"_s);
    if (!isText(bytes))
        return unreadable(path, u"it is not text in UTF-8"_s);
    if (!isIni(bytes))
        return unreadable(path, u"a line in it is not a setting"_s);
    if (holdsObjects(bytes))
        return unreadable(path, u"a value in it is not one of a setting"_s);
    return std::nullopt;
}

AuthError ConfigurationFile::unreadable(const QString &path, const QString &reason)
{
    return AuthError(AuthError::Kind::Local, AuthError::Cause::UnreadableConfiguration,
        u"%1: %2"_s.arg(QDir::toNativeSeparators(path), reason));
}

std::optional<AuthError> ConfigurationFile::setAside(const QString &path)
{
    if (const auto error = asideProblem(path))
        return error;
    // Not QFile: that would copy what cannot be moved, and a link's target for the link.
    return QDir().rename(path, copyName(path)) ? std::nullopt : std::optional(notWritable(path));
}

std::optional<AuthError> ConfigurationFile::asideProblem(const QString &path)
{
    const QFileInfo info(path);
    // A folder: whatever is in there is not ours.
    const bool canBeMoved = !info.isDir() && QFileInfo(info.path()).isWritable() && !copyName(path).isEmpty();
    return canBeMoved ? std::nullopt : std::optional(notWritable(path));
}

void ConfigurationFile::makePrivateFolder(const QString &folder)
{
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

std::optional<AuthError> ConfigurationFile::save(QSettings &settings)
{
    clearRemains(settings.fileName());
    settings.sync();
    return settings.status() == QSettings::NoError ? std::nullopt : std::optional(notWritable(settings.fileName()));
}

AuthError ConfigurationFile::notWritable(const QString &path)
{
    return AuthError(AuthError::Kind::Local, AuthError::Cause::Configuration,
        u"the configuration file %1 cannot be written"_s.arg(QDir::toNativeSeparators(path)));
}

} // namespace QciAuth
