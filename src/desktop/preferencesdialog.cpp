// SPDX-License-Identifier: Apache-2.0
#include "preferencesdialog.h"

#include "autostart.h"
#include "configurationfile.h"
#include "errortext.h"
#include "theme.h"
#include "translations.h"
#include "ui_preferencesdialog.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using namespace std::chrono_literals;

constexpr int leastWidth = 400;

} // namespace

PreferencesDialog::PreferencesDialog(
    Preferences &preferences, Autostart &autostart, const Translations &translations, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
    , m_preferences(preferences)
    , m_autostart(autostart)
    , m_translations(translations)
{
    m_ui->setupUi(this);
    m_ui->sandboxLabel->hide();
    for (QAbstractButton *button : m_ui->buttons->buttons())
        button->setIcon(QIcon()); // no other button of the program has one of the style's
    setTextTone(*m_ui->damageLabel, Tone::Warning);
    m_ui->clipboardBox->setChoices({0s, 10s, 20s, 30s, 45s, 1min, 2min, 5min, 10min}, tr("Never"));
    m_ui->intervalBox->setChoices({10s, 30s, 1min, 2min, 5min, 10min, 30min, 60min});
    showDamage();
    showValues(m_preferences.values());
    showAutostart();
    resize(leastWidth, 0);
    showDependencies();
    connect(m_ui->autostartBox, &QCheckBox::toggled, this, &PreferencesDialog::showDependencies);
    connect(m_ui->closeToTrayBox, &QCheckBox::toggled, this, &PreferencesDialog::showDependencies);
    connect(m_ui->languageBox, &QComboBox::currentIndexChanged, this, &PreferencesDialog::showDependencies);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::showValues(const Preferences::Values &values)
{
    m_ui->clipboardBox->setDuration(values.clearClipboardAfter);
    m_ui->loginRequiredBox->setChecked(values.notifyLoginRequired);
    m_ui->refreshFailingBox->setChecked(values.notifyRefreshFailing);
    m_ui->workingAgainBox->setChecked(values.notifyWorkingAgain);
    m_ui->closeToTrayBox->setChecked(values.closeToTray);
    m_ui->intervalBox->setDuration(values.checkInterval);
    showLanguages(values.language);
}

void PreferencesDialog::showLanguages(const QString &chosen)
{
    m_ui->languageBox->addItem(tr("System default"), QString());
    for (const Translations::Language &language : Translations::available())
        m_ui->languageBox->addItem(language.ownName, language.code);
    if (m_ui->languageBox->findData(chosen) < 0) // a newer version may know it
        m_ui->languageBox->addItem(tr("%1 (not in this version)").arg(chosen), chosen);
    m_ui->languageBox->setCurrentIndex(m_ui->languageBox->findData(chosen));
}

void PreferencesDialog::showAutostart()
{
    const QString reason = m_autostart.unavailability();
    const Autostart::Start start = m_autostart.start();
    const bool isOn = start != Autostart::Start::Never;
    m_ui->autostartBox->setEnabled(reason.isEmpty());
    m_ui->autostartBox->setChecked(isOn);
    m_ui->autostartReason->setText(reason);
    m_ui->autostartReason->setVisible(!reason.isEmpty());
    m_ui->autostartBox->setAccessibleDescription(reason);
    // The entry says what happens; where there is none, what was chosen last.
    m_ui->startHiddenBox->setChecked(isOn ? start == Autostart::Start::Hidden : m_preferences.values().startHidden);
}

void PreferencesDialog::showDependencies()
{
    m_ui->startHiddenBox->setEnabled(m_ui->autostartBox->isEnabled() && m_ui->autostartBox->isChecked());
    const QString chosen = m_ui->languageBox->currentData().toString();
    m_ui->languageHint->setVisible(m_translations.languageFor(chosen) != m_translations.language());
    const bool isInVain = m_ui->closeToTrayBox->isChecked() && !m_isTrayShown;
    m_ui->closeToTrayHint->setVisible(isInVain);
    m_ui->closeToTrayBox->setAccessibleDescription(isInVain ? m_ui->closeToTrayHint->text() : QString());
    // A group tells only later that it has another height, and the scroll area keeps that to itself.
    m_ui->windowGroup->updateGeometry();
    growWithTexts();
}

void PreferencesDialog::showSandbox()
{
    m_ui->sandboxLabel->show();
    for (QWidget *widget : QList<QWidget *>{m_ui->languageBox, m_ui->autostartBox, m_ui->startHiddenBox}) {
        widget->setEnabled(false);
        widget->setAccessibleDescription(m_ui->sandboxLabel->text());
    }
    m_ui->autostartReason->hide();
    resize(width(), 0);
    showDependencies();
}

void PreferencesDialog::setTrayShown(bool isShown)
{
    m_isTrayShown = isShown;
    showDependencies();
}

void PreferencesDialog::showDamage()
{
    const auto problem = m_preferences.problem();
    m_ui->damageLabel->setVisible(problem.has_value());
    if (problem)
        m_ui->damageLabel->setText(
            tr("What was chosen before cannot be read (%1), so this shows how the program comes. "
               "The next change keeps a copy of the file.")
                .arg(ConfigurationFile::translated(*problem)));
}

Preferences::Values PreferencesDialog::chosenValues() const
{
    Preferences::Values values = m_preferences.values();
    values.clearClipboardAfter = m_ui->clipboardBox->duration();
    values.notifyLoginRequired = m_ui->loginRequiredBox->isChecked();
    values.notifyRefreshFailing = m_ui->refreshFailingBox->isChecked();
    values.notifyWorkingAgain = m_ui->workingAgainBox->isChecked();
    values.startHidden = m_ui->startHiddenBox->isChecked();
    values.closeToTray = m_ui->closeToTrayBox->isChecked();
    values.checkInterval = m_ui->intervalBox->duration();
    values.language = m_ui->languageBox->currentData().toString();
    return values;
}

void PreferencesDialog::accept()
{
    m_ui->errorLabel->withdraw();
    QStringList problems;
    if (const auto error = m_preferences.setValues(chosenValues()))
        problems.append(errorText(*error, QUrl()));
    using Start = Autostart::Start;
    const Start wanted = m_ui->startHiddenBox->isChecked() ? Start::Hidden : Start::Shown;
    if (m_ui->autostartBox->isEnabled())
        problems.append(m_autostart.setStart(m_ui->autostartBox->isChecked() ? wanted : Start::Never));
    problems.removeAll(QString());
    if (problems.isEmpty())
        QDialog::accept();
    else
        showProblem(problems.join(u'\n'));
}

void PreferencesDialog::showProblem(const QString &text)
{
    m_ui->errorLabel->say(text, {});
    growWithTexts();
    layout()->activate();
    m_ui->scrollArea->ensureWidgetVisible(m_ui->errorLabel);
}

// Shows all of it where the screen has the room; else there are scroll bars. A layout does not see to that by itself
// where lines are wrapped.
void PreferencesDialog::growWithTexts()
{
    constexpr double shareOfScreen = 0.9;
    const QWidget *contents = m_ui->contents;
    const int bar = m_ui->scrollArea->verticalScrollBar()->sizeHint().width();
    const int wide = std::max({width(), contents->minimumSizeHint().width() + bar, leastWidth});
    const int around = layout()->contentsMargins().bottom() + layout()->spacing() + m_ui->buttons->sizeHint().height();
    // As narrow as beside a scroll bar: one that is there stays where its width makes the difference.
    const int high = contents->layout()->totalHeightForWidth(wide - bar) + around;
    const QSize room = screen()->availableSize() * shareOfScreen;
    resize(std::min(wide, room.width()), std::min(std::max(high, height()), room.height()));
}

bool PreferencesDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        growWithTexts();
    return handled;
}

} // namespace QciAuth
