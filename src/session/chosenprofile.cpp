// SPDX-License-Identifier: Apache-2.0
#include "chosenprofile.h"

#include "profilestore.h"

#include <QFile>

namespace QciAuth {

ChosenProfile::ChosenProfile(const ProfileStore &profiles)
    : m_profiles(profiles)
    , m_settingsFile(profiles.settingsFile())
    , m_usualFile(profiles.profileFile(ProfileStore::usualName()))
{
}

const ChosenProfile::Choice &ChosenProfile::choice()
{
    // Before the settings are read: what changes meanwhile is seen the next time.
    const auto settings = FileStamp::of(m_settingsFile);
    const bool isUsualThere = QFile::exists(m_usualFile);
    if (settings && settings == m_settings && isUsualThere == m_isUsualThere)
        return m_choice;
    m_choice = {.name = m_profiles.defaultName(), .problem = m_profiles.settingsProblem()};
    // Where it is neither, it is the only profile that there is: any file in their folder may change that.
    const bool isInTheseFiles = isUsualThere || !m_profiles.chosenName().isEmpty();
    // A fault may pass without a change of the file.
    m_settings = isInTheseFiles && !m_choice.problem ? settings : std::nullopt;
    m_isUsualThere = isUsualThere;
    return m_choice;
}

} // namespace QciAuth
