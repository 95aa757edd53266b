// SPDX-License-Identifier: Apache-2.0
#include "logindesk.h"

#include "logindialog.h"
#include "profile.h"
#include "raisewindow.h"

namespace QciAuth {

LoginDesk::LoginDesk(QWidget &window, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_parts(parts)
{
}

void LoginDesk::open(const Profile &profile)
{
    if (isOpen())
        return raiseWindow(*m_dialog, {});
    LoginDialog &dialog = madeDialog();
    if (m_sandbox)
        dialog.setSandbox(m_sandbox->url, m_sandbox->apiToken);
    if (!m_sandbox || !profile.url.isEmpty())
        dialog.setProfile(profile);
    dialog.open();
}

void LoginDesk::openForSandbox(const QString &url, const QString &apiToken)
{
    m_sandbox = {url, apiToken};
    LoginDialog &dialog = isOpen() ? *m_dialog : madeDialog();
    dialog.setSandbox(url, apiToken);
    dialog.open();
}

bool LoginDesk::isOpen() const
{
    return m_dialog && m_dialog->isVisible();
}

LoginDialog &LoginDesk::madeDialog()
{
    m_dialog = new LoginDialog(
        m_parts.secrets, m_parts.profiles, m_parts.sharing, m_parts.connector, m_parts.environment, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &LoginDialog::loggedIn, this, &LoginDesk::loggedIn);
    return *m_dialog;
}

} // namespace QciAuth
