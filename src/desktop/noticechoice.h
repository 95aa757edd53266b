// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notice.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QDateTime;

namespace QciAuth {

class Environment;
class Session;

/// Chooses the one notice that a window shows, of all that there may be to say.
class NoticeChoice final : public QObject
{
    Q_OBJECT

public:
    /// @param environment  must outlive this.
    explicit NoticeChoice(const Environment &environment, QObject *parent = nullptr);

    /// What the window itself has to say, before anything of the session's; empty: nothing.
    void setOwn(const QString &text) { m_own = text; }
    /// Learns whether the session waits for the keychain.
    /// @param isSaid  a notice is there already: it need not go for the moment that the keychain may take.
    void followKeychain(const Session &session, bool isSaid);
    std::optional<Notice> notice(const Session &session, const QDateTime &now) const;

signals:
    /// There may be another one now.
    void changed();

private:
    const Environment &m_environment;
    QTimer m_keychainPatience{this}; ///< an answer within it needs no notice
    QString m_own;
};

} // namespace QciAuth
