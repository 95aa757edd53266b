// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace QciAuth {

class ProfileStore;
class Session;
class Sessions;

/// Gives every stored profile a session, shown or not, without storming keychain and services: only a few start at the
/// same time. Until the keychain has handed out a login that is one, as it may have to ask the user first; and where it
/// stays locked, the others wait until it is not.
class SessionStarter : public QObject
{
    Q_OBJECT

public:
    /// Sessions that start at the same time, once the keychain is known to answer.
    static constexpr qsizetype mostAtOnce = 4;
    /// An exchange that takes longer holds up the others no more.
    static constexpr std::chrono::milliseconds defaultPatience{5'000};

    /// Sessions that somebody else asks for count, too, from now on. The references must outlive this.
    SessionStarter(Sessions &sessions, const ProfileStore &profiles,
        std::chrono::milliseconds patience = defaultPatience, QObject *parent = nullptr);

    /// Starts those that there are not yet, in the order of their names.
    void start();
    /// How many profiles still wait for their session.
    qsizetype waiting() const { return m_waiting.size(); }

private:
    void watch(Session *session);
    void look(Session *session);
    void forget(const QString &profileName);
    void endWait(const QString &profileName);
    void startNext();
    bool mayStart() const;

    Sessions &m_sessions;
    const ProfileStore &m_profiles;
    const std::chrono::milliseconds m_patience;
    QStringList m_waiting;
    QSet<QString> m_underWay;
    QString m_locked; ///< the one that the keychain has refused; empty: none
    bool m_keychainAnswers = false;
    QTimer m_next; ///< one at a time, so that the window stays alive
};

} // namespace QciAuth
