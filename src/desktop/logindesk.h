// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

class QWidget;

namespace QciAuth {

class Connector;
class Environment;
class Login;
class LoginDialog;
class ProfileStore;
class SecretStore;
class SharedExchange;
struct Profile;

/// Where a window's users log in: opens the login dialog, one at a time.
class LoginDesk final : public QObject
{
    Q_OBJECT

public:
    /// What a login needs; all of it must outlive the desk.
    struct Parts
    {
        SecretStore &secrets;
        ProfileStore &profiles;
        const SharedExchange &sharing;
        const Connector &connector;
        const Environment &environment;
    };

    /// @param window  the dialogs belong to it; must outlive the desk.
    LoginDesk(QWidget &window, const Parts &parts, QObject *parent = nullptr);

    /// Opens the dialog filled with that profile, or turns to the one that is open.
    void open(const Profile &profile);
    /// Offers a login to the sandbox there, now and whenever a login is wanted; in the dialog that is open, where the
    /// user has been quicker than it.
    void openForSandbox(const QString &url, const QString &apiToken);

signals:
    /// Somebody has logged in. What that brought is to be taken over at once.
    void loggedIn(QciAuth::Login &login);

private:
    bool isOpen() const;
    LoginDialog &madeDialog();

    struct Sandbox
    {
        QString url;
        QString apiToken; ///< which is worth nothing elsewhere
    };

    QWidget &m_window;
    Parts m_parts;
    std::optional<Sandbox> m_sandbox;
    QPointer<LoginDialog> m_dialog; ///< the last one, for a moment longer than it is open
};

} // namespace QciAuth
