// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tokencopier.h"

#include <QObject>

namespace QciAuth {

class QuitGuard;

/// What a user does with a session that there is: copies of it, refreshes it, logs it out. Says what came of it.
class SessionCommands final : public QObject
{
    Q_OBJECT

public:
    /// @param guard  keeps the program from ending while a session is being logged out.
    /// The references must outlive this.
    SessionCommands(QClipboard &clipboard, const Connector &connector, QuitGuard &guard, QObject *parent = nullptr);

    void copyToken(Session &session, TokenCopier::Form form) { m_copier.copy(session, form); }
    /// @param what  was copied, in words: what is said of it.
    void copyId(const Session &session, const QString &id, const QString &what);
    void refresh(Session &session);
    void logOut(Session &session);

    /// Where a token that was copied lies, until it is taken off.
    SecretClipboard &secretClipboard() { return m_copier.clipboard(); }

signals:
    /// Something was done, or not.
    void said(const QString &text);
    /// Something of that profile is on the clipboard now, or the reason why not is known.
    void copied(const QString &profileName, const QString &said, const QString &fault);
    /// The keychain still has the API token of a session that is logged out.
    void removalFailed(const QString &why);
    /// It has let go of it after all.
    void removalMadeUp();

private:
    QClipboard &m_clipboard;
    QuitGuard &m_guard;
    TokenCopier m_copier;
};

} // namespace QciAuth
