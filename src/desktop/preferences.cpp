// SPDX-License-Identifier: Apache-2.0
#include "preferences.h"

#include "configurationfile.h"

#include <QDir>
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
        .language = settings.value(languageKey).toString(),
    });
}

std::optional<AuthError> Preferences::setValues(const Values &values)
{
    const Values wanted = inRange(values);
    if (wanted == m_values)
        return std::nullopt;
    m_values = wanted;
    const auto error = save();
    emit changed();
    return error;
}

std::optional<AuthError> Preferences::save() const
{
    if (ConfigurationFile::problem(m_file)) {
        if (const auto error = ConfigurationFile::setAside(m_file))
            return error;
    }
    if (const QString folder = QFileInfo(m_file).path(); !QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(stayKey, static_cast<int>(m_values.clearClipboardAfter.count()));
    settings.setValue(loginRequiredKey, m_values.notifyLoginRequired);
    settings.setValue(refreshFailingKey, m_values.notifyRefreshFailing);
    settings.setValue(workingAgainKey, m_values.notifyWorkingAgain);
    settings.setValue(startHiddenKey, m_values.startHidden);
    settings.setValue(closeToTrayKey, m_values.closeToTray);
    settings.setValue(checkIntervalKey, static_cast<int>(m_values.checkInterval.count()));
    settings.setValue(languageKey, m_values.language);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return ConfigurationFile::notWritable(m_file);
    return std::nullopt;
}

} // namespace QciAuth
