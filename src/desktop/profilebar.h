// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace QciAuth {

namespace Ui {
class ProfileBar;
}

class ProfileModel;
class Sessions;

/// The top of the window: which profile is shown, of which there are; whether that is a sandbox's; and the way out of
/// it.
class ProfileBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileBar(QWidget *parent = nullptr);
    ~ProfileBar() override;

    /// Shows the states of these; they must outlive the bar.
    void follow(const Sessions &sessions);
    /// Lists these profiles.
    /// @param shown  one of them.
    void showProfiles(const QStringList &names, const QString &shown);
    /// Says plainly that this is a sandbox.
    void showSandbox();
    /// Whether there is something to log out of.
    void showLogOut(bool isOffered);
    bool hasLogOutFocus() const;

    /// What else there is in the window follows this widget when somebody presses Tab: logging out, which costs most,
    /// comes last.
    QWidget *firstInTabOrder() const;

signals:
    /// The user wants to see the profile of that name.
    void profileChosen(const QString &name);
    void logOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLook();

    std::unique_ptr<Ui::ProfileBar> m_ui;
    ProfileModel *m_model = nullptr;
};

} // namespace QciAuth
