// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokeninfo.h"
#include "session.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace QciAuth {

/// The JSON of cli.md, which the agent speaks, too.
class SessionReport
{
public:
    static constexpr int version = 1;

    /// The object as the agent sends it: with its version, on one line, with the line's end.
    static QByteArray line(QJsonObject object);

    /// The members of `token --json` but `source`. Holds the access token.
    static QJsonObject token(const QString &profileName, const AccessTokenInfo &info);
    /// What an object made by token() says; nothing where that is not one. `expiresAt` is in whole seconds.
    static std::optional<AccessTokenInfo> tokenFrom(const QJsonObject &object);

    /// The members of `status --json` that a session knows: state, times, IDs and error; null where not known.
    static QJsonObject status(Session &session);
    /// `active`, `refresh_failing`, …
    static QString stateName(Session::State state);

    /// `keychain_timed_out` for a keychain that does not answer, `keychain` for its other faults; else empty.
    static QString causeName(const AuthError &error);
    /// The member `error`, an object with `kind` (`transient`, `rejected`, …), `cause` and `text`.
    /// @param url  base URL of the service that was asked; may be empty.
    static QJsonObject error(const AuthError &error, const QUrl &url);
};

} // namespace QciAuth
