// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile.h"

#include <QDialog>

#include <chrono>
#include <memory>

class QLineEdit;

namespace QciAuth {

namespace Ui {
class LoginDialog;
}

class AuthError;
class Connector;
class DialogHeight;
class Environment;
class Login;
class ProfileStore;
class SecretStore;
class ServiceMonitor;
class SharedExchange;

/// Asks for profile, address and API token and logs in, in place (desktop.md, Login dialog). A failure is said under
/// the fields, and nothing that was typed is lost.
class LoginDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The references must outlive the dialog.
    LoginDialog(SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing, const Connector &connector,
        const Environment &environment, QWidget *parent = nullptr);
    ~LoginDialog() override;

    /// Fills the fields with a profile.
    void setProfile(const Profile &profile);
    /// Fills address and token with the sandbox's, and says so.
    void setSandbox(const QString &url, const QString &apiToken);

    void reject() override;

signals:
    /// The login has succeeded; `login` is the dialog's until it closes.
    void loggedIn(QciAuth::Login &login);

private:
    void setUpFields();
    void setUpProblems();
    void setUpKeychain();
    void setUpEnvironment(const Environment &environment);
    void showAdvanced();
    void readPaste(const QLineEdit &field);
    void checkCertificate();
    void askService();
    void logIn();
    void succeed();
    void showError(const AuthError &error);
    /// Says it, and has the first of the fields that it is about changed.
    void showProblem(const QString &text, const QList<QWidget *> &about);
    void sayProblem(const QString &text, const QList<QWidget *> &about);
    void setBusy(bool busy);
    Profile typedProfile() const;

    std::unique_ptr<Ui::LoginDialog> m_ui;
    SecretStore &m_secrets;
    ProfileStore &m_profiles;
    DialogHeight *m_height;
    std::unique_ptr<ServiceMonitor> m_monitor;
    std::unique_ptr<Login> m_login;
    std::chrono::milliseconds m_timeout = defaultTimeout;
    bool m_busy = false;
};

} // namespace QciAuth
