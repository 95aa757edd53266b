// SPDX-License-Identifier: Apache-2.0
#include "configurationfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QSettings>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int mostCopies = 100;
constexpr const char *context = "QciAuth::ConfigurationFile";

// In the order of Damage.
constexpr std::array damages{
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: it is not a file"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: it is larger than settings ever are"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: it is empty"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: it is not text in UTF-8"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: a line in it is not a setting"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: a value in it is not one of a setting"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: it has no API URL"),
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "%1: its API URL is not a complete address"),
};
constexpr const char *writeFailure =
    QT_TRANSLATE_NOOP("QciAuth::ConfigurationFile", "the configuration file %1 cannot be written");

AuthError unreadable(const QString &message)
{
    return AuthError(AuthError::Kind::Local, AuthError::Cause::UnreadableConfiguration, message);
}

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
    // None is without one of these, which most files are: the search costs more than reading the file.
    if (!bytes.contains('@') && !bytes.contains('\\'))
        return false;
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
        return unreadable(path, Damage::NotAFile);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QciAuth::unreadable(u"%1: %2"_s.arg(QDir::toNativeSeparators(path), file.errorString()));
    if (file.size() > largestSize)
        return unreadable(path, Damage::TooLarge);
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return QciAuth::unreadable(u"%1: %2"_s.arg(QDir::toNativeSeparators(path), file.errorString()));
    if (bytes.trimmed().isEmpty())
        return unreadable(path, Damage::Empty);
    if (!isText(bytes))
        return unreadable(path, Damage::NotText);
    if (!isIni(bytes))
        return unreadable(path, Damage::NotASetting);
    if (holdsObjects(bytes))
        return unreadable(path, Damage::NotAValue);
    return std::nullopt;
}

AuthError ConfigurationFile::unreadable(const QString &path, Damage damage)
{
    return QciAuth::unreadable(
        QString::fromLatin1(damages.at(static_cast<std::size_t>(damage))).arg(QDir::toNativeSeparators(path)));
}

QString ConfigurationFile::translated(const AuthError &error)
{
    const QString message = error.message();
    QList<const char *> texts(damages.begin(), damages.end());
    texts.append(writeFailure);
    for (const char *text : std::as_const(texts)) {
        const QStringList around = QString::fromLatin1(text).split(u"%1"_s);
        const qsizetype length = message.size() - around.first().size() - around.last().size();
        if (length > 0 && message.startsWith(around.first()) && message.endsWith(around.last()))
            return QCoreApplication::translate(context, text).arg(message.mid(around.first().size(), length));
    }
    return message;
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
        QString::fromLatin1(writeFailure).arg(QDir::toNativeSeparators(path)));
}

} // namespace QciAuth
