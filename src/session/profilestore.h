// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "profile.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace QciAuth {

/// The profiles in the user's configuration folder, one file each, so that the time to read one does not grow with
/// their number. Holds no secret. What the files have beside profiles is left as it is.
class ProfileStore
{
public:
    /// @param folder  need not exist.
    explicit ProfileStore(const QString &folder);

    /// `qci-auth` in the user's configuration folder.
    static QString defaultFolder();

    QString folder() const { return m_folder; }
    /// Names of all profiles, sorted.
    QStringList names() const;
    /// The profile of that name; nothing where there is none, or one with a problem.
    std::optional<Profile> profile(const QString &name) const;
    /// Why the profile, which is there, cannot be used (kind Local, cause UnreadableConfiguration).
    std::optional<AuthError> problem(const QString &name) const;
    /// Base URLs of all profiles, without repeats.
    QStringList urls() const;

    /// Adds or replaces the profile of that name; where that has a problem, its file is kept beside, as
    /// `NAME.ini.damaged`.
    /// @returns what went wrong (kind Local, cause Configuration); nothing where it is on disk.
    std::optional<AuthError> save(const Profile &profile);
    /// What keeps save() from putting a profile with a problem aside; changes nothing.
    std::optional<AuthError> roomProblem(const QString &name) const;
    /// Keeps the measured skew of a profile that exists; a failure is of no consequence.
    void saveSkew(const Profile &profile);
    /// Forgets the profile; its secrets are the caller's to remove.
    std::optional<AuthError> remove(const QString &name);

    /// The profile that the window showed last; `default` at first.
    QString currentName() const;
    /// Leaves settings alone that cannot be read: they say which profile was chosen, which this does not.
    /// @returns what went wrong (kind Local, cause Configuration or UnreadableConfiguration).
    std::optional<AuthError> setCurrentName(const QString &name);

    /// The profile of whoever names none (cli.md): the one that was chosen; else `default`; where that does not exist,
    /// the only one that does.
    QString defaultName() const;
    /// The profile that somebody has chosen; empty where nobody has, or where nobody can tell.
    QString chosenName() const;
    /// The profile that is meant where none was chosen.
    static QString usualName();
    /// Settings that cannot be read are kept beside, as `qci-auth.ini.damaged`: for whoever has said which one it is.
    std::optional<AuthError> setDefaultName(const QString &name);
    /// Why nobody can tell which profile was chosen (kind Local, cause UnreadableConfiguration).
    std::optional<AuthError> settingsProblem() const;

    /// What keeps a profile from having this name, for the user; empty where nothing does.
    static QString nameProblem(const QString &name);

    /// Where it is said which profile was chosen; need not exist.
    QString settingsFile() const;
    /// The file of the profile of that name; need not exist.
    QString profileFile(const QString &name) const;

private:
    QString profileFolder() const;
    QString savedSetting(const QString &key) const;
    std::optional<AuthError> saveSetting(const QString &key, const QString &value);

    QString m_folder;
};

} // namespace QciAuth
