// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "servicestandin.h"
#include "session.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// What a session must look like, as far as that follows from what was done to it: a table of a few facts, where the
/// session has keychain, locks and futures to take care of. Where it does not follow, it says nothing.
class SessionModel
{
public:
    /// Somebody has logged out.
    void loggedOut();
    /// A login of this session has brought that token.
    void adopted(const QString &accessToken, const QDateTime &expiresAt);
    /// Nothing is certain any more but a rejection: the keychain decides.
    void unsettled() { m_isKnown = false; }
    /// The same, and a new chance for a rejected token.
    void started() { m_isKnown = m_isLatched = false; }
    /// An exchange has brought that token, or another process has.
    void renewed(const QString &accessToken, const QDateTime &expiresAt);
    /// An exchange has failed.
    void failed(ServiceStandIn::Meaning meaning);

    bool isKnown() const { return m_isKnown; }
    bool isLoggedIn() const { return m_isKnown && m_isLoggedIn; }
    bool isLatched() const { return m_isLatched; }
    const QString &accessToken() const { return m_accessToken; }
    /// The state at `now`, by the session's clock; nothing where it is not certain.
    std::optional<Session::State> expectedState(const QDateTime &now) const;

private:
    bool m_isKnown = false;
    bool m_isLoggedIn = false;
    bool m_isLatched = false;
    bool m_isFailing = false;
    QString m_accessToken;
    QDateTime m_expiresAt;
};

} // namespace QciAuth
