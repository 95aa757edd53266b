// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "filestamp.h"

#include <QString>

#include <optional>

namespace QciAuth {

class ProfileStore;

/// The profile of whoever names none, for somebody who asks often: the settings are read again only where they may have
/// changed. Other programs change them without a word, so every answer takes a look at the files.
class ChosenProfile
{
public:
    struct Choice
    {
        QString name;                       ///< ProfileStore::defaultName()
        std::optional<AuthError> problem{}; ///< ProfileStore::settingsProblem()
    };

    /// The reference must outlive this.
    explicit ChosenProfile(const ProfileStore &profiles);

    /// What is chosen now.
    const Choice &choice();

private:
    const ProfileStore &m_profiles;
    QString m_settingsFile;
    QString m_usualFile; ///< of the profile `default`, which is meant where none was chosen
    std::optional<FileStamp> m_settings;
    bool m_isUsualThere = false;
    Choice m_choice;
};

} // namespace QciAuth
