// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace QciAuth {

class DesktopEntry;

/// Whether the desktop starts the program at login, as the XDG autostart specification has it: what the files say is
/// true, whoever has written them.
class Autostart
{
    Q_DECLARE_TR_FUNCTIONS(QciAuth::Autostart)

public:
    enum class Start { Never, Shown, Hidden };

    /// The name that desktops and their tools know the program's entry by.
    static QString fileName();

    /// @param folders  where desktops look for entries, the user's own first; see systemFolders(). Empty where the
    ///                 system has no such folders.
    /// @param program  the executable to start, with its path.
    Autostart(const QStringList &folders, const QString &program);

    /// The `autostart` folders of this user; none on systems that start programs in another way, and in a Flatpak.
    static QStringList systemFolders();
    /// The program that runs, as an entry should name it.
    static QString thisProgram();

    /// Why nothing can be set here, for the user; empty where it can.
    QString unavailability() const;
    /// What happens at the next login.
    Start start() const;
    /// Makes that happen. Keeps what the user, or another tool, has put into an entry besides.
    /// @returns what went wrong and what to do, for the user; empty where nothing did.
    QString setStart(Start start);

private:
    QString userFile() const;
    Start startOf(const DesktopEntry &entry) const;
    /// What holds where the user has no entry of his own.
    Start startForAll() const;
    bool isOurs(const DesktopEntry &entry) const;
    /// An entry as this program writes it.
    DesktopEntry made(Start start) const;
    void turnOn(DesktopEntry &entry, Start start) const;
    QString turnOff(DesktopEntry entry) const;
    QString write(const DesktopEntry &entry) const;

    QStringList m_folders;
    QString m_program;
};

} // namespace QciAuth
