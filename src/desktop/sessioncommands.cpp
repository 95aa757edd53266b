// SPDX-License-Identifier: Apache-2.0
#include "sessioncommands.h"

#include "errortext.h"
#include "quitguard.h"
#include "secretclipboard.h"
#include "session.h"

#include <QClipboard>
#include <QPointer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace QciAuth {

SessionCommands::SessionCommands(QClipboard &clipboard, const Connector &connector, QuitGuard &guard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_guard(guard)
    , m_copier(clipboard, connector)
{
    connect(&m_copier, &TokenCopier::copied, this, [this](const QString &what, const QString &profileName) {
        emit said(what);
        emit copied(profileName, what, QString());
    });
    connect(&m_copier, &TokenCopier::failed, this, [this](const AuthError &error, const QString &profileName) {
        const QString what = tr("Nothing copied: %1").arg(shortErrorText(error));
        emit said(what);
        emit copied(profileName, what, u"Nothing copied: %1"_s.arg(shortErrorText(error, TextLanguage::English)));
    });
    connect(&m_copier, &TokenCopier::refused, this, [this](const QString &profileName) {
        const QString what = tr("Nothing copied: the desktop did not take it. Click in the window and copy again.");
        emit said(what);
        emit copied(profileName, what, u"Nothing copied: the desktop did not take it"_s);
    });
}

void SessionCommands::copyId(const Session &session, const QString &id, const QString &what)
{
    m_clipboard.setText(id);
    emit said(what);
    emit copied(session.profile().name, what, QString());
}

void SessionCommands::refresh(Session &session)
{
    session.refreshNow()
        .then([guard = QPointer(this)](const AccessTokenInfo &) {
            if (guard)
                emit guard->said(tr("Refreshed"));
        })
        .onFailed([guard = QPointer(this)](const AuthError &error) {
            if (guard)
                emit guard->said(tr("Not refreshed: %1").arg(shortErrorText(error)));
        });
}

void SessionCommands::logOut(Session &session)
{
    const QUrl url(session.profile().url);
    m_guard.removalStarted();
    session.logOut()
        .then([guard = QPointer(this)] {
            if (!guard)
                return;
            emit guard->said(tr("Logged out"));
            if (guard->m_guard.removalEnded(true))
                emit guard->removalMadeUp();
        })
        .onFailed([guard = QPointer(this), url](const AuthError &error) {
            if (!guard)
                return;
            emit guard->removalFailed(tr("The API token could not be taken out of the keychain and is still there. %1")
                                          .arg(errorText(error, url)));
            guard->m_guard.removalEnded(false);
        });
    m_copier.clipboard().clear();
}

} // namespace QciAuth
