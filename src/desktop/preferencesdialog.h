// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "preferences.h"

#include <QDialog>

#include <memory>

namespace QciAuth {

namespace Ui {
class PreferencesDialog;
}

class Autostart;
class Translations;

/// Lets the user choose what Preferences and Autostart keep. OK takes it all; where some of it cannot be saved, the
/// dialog stays, says why, and everything chosen is still there.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The references must outlive the dialog.
    PreferencesDialog(
        Preferences &preferences, Autostart &autostart, const Translations &translations, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

    /// Says that all of it is for a sandbox, and leaves alone what holds outside of that.
    void showSandbox();
    /// Whether a tray shows the program now, without which closing cannot hide it; taken to be so until it is said.
    void setTrayShown(bool isShown);

    void accept() override;

protected:
    bool event(QEvent *event) override;

private:
    void showValues(const Preferences::Values &values);
    void showAutostart();
    void showLanguages(const QString &chosen);
    void showDependencies();
    void showDamage();
    Preferences::Values chosenValues() const;
    void showProblem(const QString &text);
    void growWithTexts();

    std::unique_ptr<Ui::PreferencesDialog> m_ui;
    Preferences &m_preferences;
    Autostart &m_autostart;
    const Translations &m_translations;
    bool m_isTrayShown = true;
};

} // namespace QciAuth
