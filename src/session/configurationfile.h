// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QString>

#include <optional>

class QSettings;

namespace QciAuth {

/// A small settings file that people, other programs and a full disk may have changed. QSettings reads what makes no
/// sense as empty, and writes over it.
class ConfigurationFile
{
public:
    /// What is wrong with a file that can be opened.
    enum class Damage { NotAFile, TooLarge, Empty, NotText, NotASetting, NotAValue, NoUrl, IncompleteUrl };

    /// Larger ones are not ours.
    static constexpr qint64 largestSize = 65'536;

    /// Why the file cannot be read (kind Local, cause UnreadableConfiguration), with its path; nothing where it can, or
    /// where there is none. Never waits for a pipe or a device.
    static std::optional<AuthError> problem(const QString &path);
    /// That error, for a reason found in what the file says.
    static AuthError unreadable(const QString &path, Damage damage);
    /// What an error of this class says, in the user's language; `message()` is in English.
    static QString translated(const AuthError &error);

    /// Makes room for a new file where what is there cannot be read: keeps it beside, as `NAME.damaged`.
    /// @returns what went wrong (kind Local, cause Configuration).
    static std::optional<AuthError> setAside(const QString &path);
    /// What would go wrong then, as far as can be told before; changes nothing.
    static std::optional<AuthError> asideProblem(const QString &path);
    /// Makes the folder where there is none; QSettings would make one that is open to everybody who can read the one
    /// above.
    static void makePrivateFolder(const QString &folder);
    /// Writes the settings to their file, unhindered by what a killed process has left beside it.
    /// @returns what went wrong (kind Local, cause Configuration).
    static std::optional<AuthError> save(QSettings &settings);
    /// The error of a file that cannot be written.
    static AuthError notWritable(const QString &path);
};

} // namespace QciAuth
