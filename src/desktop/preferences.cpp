// SPDX-License-Identifier: Apache-2.0
#include "preferences.h"

#include "configurationfile.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using std::chrono::seconds;

constexpr auto stayKey = "clipboard/clear_after_s"_L1;
constexpr auto loginRequiredKey = "notifications/login_required"_L1;
constexpr auto refreshFailingKey = "notifications/refresh_failing"_L1;
constexpr auto workingAgainKey = "notifications/working_again"_L1;
constexpr auto startHiddenKey = "window/start_hidden"_L1;
constexpr auto closeToTrayKey = "window/close_to_tray"_L1;
constexpr auto toldOfTrayKey = "window/told_of_tray"_L1;
constexpr auto checkIntervalKey = "service/check_interval_s"_L1;
constexpr auto languageKey = "window/language"_L1;

// QVariant takes any text but a few for true.
bool readSwitch(const QSettings &settings, const QString &key, bool unset)
{
    const QString text = settings.value(key).toString();
    if (text == "true"_L1)
        return true;
    return text == "false"_L1 ? false : unset;
}

seconds readSeconds(const QSettings &settings, const QString &key, seconds unset)
{
    bool isNumber = false;
    const int value = settings.value(key).toString().toInt(&isNumber);
    return isNumber && value >= 0 ? seconds(value) : unset;
}

Preferences::Values inRange(Preferences::Values values)
{
    values.clearClipboardAfter = std::clamp(values.clearClipboardAfter, seconds::zero(), Preferences::longestStay);
    values.checkInterval =
        std::clamp(values.checkInterval, Preferences::shortestCheckInterval, Preferences::longestCheckInterval);
    return values;
}

} // namespace

Preferences::Preferences(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_file(folder + u"/desktop.ini"_s)
{
    if (!QFileInfo::exists(m_file) || ConfigurationFile::problem(m_file))
        return;
    const QSettings settings(m_file, QSettings::IniFormat);
    const Values unset;
    m_values = inRange({
        .clearClipboardAfter = readSeconds(settings, stayKey, unset.clearClipboardAfter),
        .notifyLoginRequired = readSwitch(settings, loginRequiredKey, unset.notifyLoginRequired),
        .notifyRefreshFailing = readSwitch(settings, refreshFailingKey, unset.notifyRefreshFailing),
        .notifyWorkingAgain = readSwitch(settings, workingAgainKey, unset.notifyWorkingAgain),
        .startHidden = readSwitch(settings, startHiddenKey, unset.startHidden),
        .closeToTray = readSwitch(settings, closeToTrayKey, unset.closeToTray),
        .checkInterval = readSeconds(settings, checkIntervalKey, unset.checkInterval),
        .toldOfTray = readSwitch(settings, toldOfTrayKey, unset.toldOfTray),
        .language = settings.value(languageKey).toString(),
    });
    m_saved = m_values;
}

std::optional<AuthError> Preferences::problem() const
{
    return ConfigurationFile::problem(m_file);
}

std::optional<AuthError> Preferences::setValues(const Values &values)
{
    const Values wanted = inRange(values);
    const bool isOther = wanted != m_values;
    m_values = wanted;
    const auto error = m_values == m_saved ? std::nullopt : save();
    if (isOther)
        emit changed();
    return error;
}

// Writes what is to change alone: the rest may be of a newer version, which knows more values than this one.
std::optional<AuthError> Preferences::save()
{
    if (problem()) {
        if (const auto error = ConfigurationFile::setAside(m_file))
            return error;
    }
    if (!QFileInfo::exists(m_file))
        m_saved = {};
    ConfigurationFile::makePrivateFolder(QFileInfo(m_file).path());
    QSettings settings(m_file, QSettings::IniFormat);
    const auto write = [&](const QString &key, const auto &value, const auto &saved) {
        if (value != saved)
            settings.setValue(key, value);
    };
    const auto seconds = [](std::chrono::seconds value) { return static_cast<int>(value.count()); };
    write(stayKey, seconds(m_values.clearClipboardAfter), seconds(m_saved.clearClipboardAfter));
    write(loginRequiredKey, m_values.notifyLoginRequired, m_saved.notifyLoginRequired);
    write(refreshFailingKey, m_values.notifyRefreshFailing, m_saved.notifyRefreshFailing);
    write(workingAgainKey, m_values.notifyWorkingAgain, m_saved.notifyWorkingAgain);
    write(startHiddenKey, m_values.startHidden, m_saved.startHidden);
    write(closeToTrayKey, m_values.closeToTray, m_saved.closeToTray);
    write(checkIntervalKey, seconds(m_values.checkInterval), seconds(m_saved.checkInterval));
    write(toldOfTrayKey, m_values.toldOfTray, m_saved.toldOfTray);
    write(languageKey, m_values.language, m_saved.language);
    if (const auto error = ConfigurationFile::save(settings))
        return error;
    m_saved = m_values;
    return std::nullopt;
}

} // namespace QciAuth
