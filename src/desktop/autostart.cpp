// SPDX-License-Identifier: Apache-2.0
#include "autostart.h"

#include "configurationfile.h"
#include "desktopentry.h"
#include "programtitle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr auto programName = "qci-auth-desktop"_L1;
constexpr auto hiddenOption = "--hidden"_L1;

constexpr auto execKey = "Exec";
constexpr auto tryExecKey = "TryExec";
constexpr auto hiddenKey = "Hidden"; // the specification's word for: as if there were no entry
constexpr auto gnomeKey = "X-GNOME-Autostart-enabled";

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

bool isExecutable(const QString &program)
{
    return !program.isEmpty() && !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

Autostart::Autostart(const QStringList &folders, const QString &program)
    : m_folders(folders)
    , m_program(program)
{
}

QString Autostart::fileName()
{
    return programName + u".desktop"_s;
}

QStringList Autostart::systemFolders()
{
    QStringList folders;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // A Flatpak has such folders for itself, where no desktop looks.
    if (!qEnvironmentVariableIsEmpty("FLATPAK_ID"))
        return {};
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation))
        folders.append(folder + u"/autostart"_s);
#endif
    return folders;
}

QString Autostart::thisProgram()
{
    // The program of an AppImage is gone once it has ended; the image stays.
    return qEnvironmentVariable("APPIMAGE", QCoreApplication::applicationFilePath());
}

QString Autostart::unavailability() const
{
    return m_folders.isEmpty() ? tr("This system does not let programs set that. Add QCi Auth to what starts at login "
                                    "in the system's own settings.")
                               : QString();
}

QString Autostart::userFile() const
{
    return m_folders.first() + u'/' + fileName();
}

Autostart::Start Autostart::start() const
{
    if (m_folders.isEmpty())
        return Start::Never;
    if (!isThere(userFile()))
        return startForAll();
    const auto entry = DesktopEntry::read(userFile());
    return entry && isOurs(*entry) ? startOf(*entry) : Start::Never;
}

Autostart::Start Autostart::startOf(const DesktopEntry &entry) const
{
    const QStringList command = DesktopEntry::argumentsOf(entry.value(execKey));
    const bool isOff = entry.isTrue(hiddenKey) || entry.value(gnomeKey) == "false"_L1 || command.isEmpty() ||
                       !isExecutable(command.first()) ||
                       (entry.contains(tryExecKey) && !isExecutable(entry.value(tryExecKey)));
    if (isOff)
        return Start::Never;
    return command.contains(hiddenOption) ? Start::Hidden : Start::Shown;
}

// The first folder with such a file decides, as everywhere in the specification.
Autostart::Start Autostart::startForAll() const
{
    for (const QString &folder : m_folders.mid(1)) {
        const QString path = folder + u'/' + fileName();
        if (!isThere(path))
            continue;
        const auto entry = DesktopEntry::read(path);
        return entry && isOurs(*entry) ? startOf(*entry) : Start::Never;
    }
    return Start::Never;
}

// It starts this program, by whatever way; or nothing, as what some tools leave of an entry that was turned off.
bool Autostart::isOurs(const DesktopEntry &entry) const
{
    if (!entry.contains(execKey))
        return true;
    const QStringList command = DesktopEntry::argumentsOf(entry.value(execKey));
    return std::any_of(command.begin(), command.end(),
        [this](const QString &word) { return word == m_program || QFileInfo(word).fileName() == programName; });
}

DesktopEntry Autostart::made(Start start) const
{
    DesktopEntry entry;
    entry.setValue("Type", u"Application"_s);
    entry.setValue("Name", programTitle);
    entry.setValue("Icon", programIconName);
    turnOn(entry, start);
    return entry;
}

QString Autostart::setStart(Start start)
{
    if (const QString reason = unavailability(); !reason.isEmpty())
        return reason;
    if (start == this->start())
        return {};
    if (!isThere(userFile())) {
        if (start != Start::Never)
            return write(made(start));
        DesktopEntry off;
        off.setValue("Type", u"Application"_s);
        off.setValue("Name", programTitle);
        off.setValue(hiddenKey, u"true"_s);
        return write(off);
    }
    auto entry = DesktopEntry::read(userFile());
    if (!entry || !isOurs(*entry))
        return tr("%1 does not start QCi Auth, and somebody may need it. Move it away, then try again.")
            .arg(QDir::toNativeSeparators(userFile()));
    if (start == Start::Never)
        return turnOff(*entry);
    turnOn(*entry, start);
    return write(*entry);
}

void Autostart::turnOn(DesktopEntry &entry, Start start) const
{
    QStringList command = DesktopEntry::argumentsOf(entry.value(execKey));
    const auto program = std::find_if(command.begin(), command.end(),
        [this](const QString &word) { return word == m_program || QFileInfo(word).fileName() == programName; });
    if (program == command.end())
        command = {m_program};
    else if (QFileInfo(*program).isAbsolute() || !isExecutable(*program))
        *program = m_program; // it may have moved
    command.removeAll(hiddenOption);
    if (start == Start::Hidden)
        command.append(hiddenOption);
    if (!entry.contains("Type"))
        entry.setValue("Type", u"Application"_s);
    if (!entry.contains("Name"))
        entry.setValue("Name", programTitle);
    entry.setValue(execKey, DesktopEntry::execOf(command));
    // A program that was removed is not looked for.
    if (!isExecutable(entry.value(tryExecKey)))
        entry.setValue(tryExecKey, m_program);
    entry.remove(hiddenKey);
    entry.remove(gnomeKey);
}

// Takes away what this program has made; what somebody has added to stays, turned off.
QString Autostart::turnOff(DesktopEntry entry) const
{
    const QByteArray bytes = entry.toBytes();
    const bool isAsMade = bytes == made(Start::Shown).toBytes() || bytes == made(Start::Hidden).toBytes();
    if (!isAsMade || startForAll() != Start::Never) {
        entry.setValue(hiddenKey, u"true"_s);
        return write(entry);
    }
    if (QFile::remove(userFile()))
        return {};
    return tr("%1 cannot be removed. Check the permissions of its folder, then try again.")
        .arg(QDir::toNativeSeparators(userFile()));
}

QString Autostart::write(const DesktopEntry &entry) const
{
    ConfigurationFile::makePrivateFolder(QFileInfo(m_folders.first()).path());
    ConfigurationFile::makePrivateFolder(m_folders.first());
    QSaveFile file(userFile());
    const QByteArray bytes = entry.toBytes();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return tr(
        "%1 cannot be written (%2). Check the permissions of its folder and the room on the disk, then try again.")
        .arg(QDir::toNativeSeparators(userFile()), file.errorString());
}

} // namespace QciAuth
