// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// What is said to and by the agent about tokens, as far as the command line goes. Knows nothing but JSON: the program
/// that only hands on the agent's token starts fast.
class AgentAnswer
{
public:
    /// Why the agent has no token, where asking anybody else would end the same way.
    struct Failure
    {
        int exitCode;
        QString text;
    };

    /// @param profileName  empty: the default profile.
    static QJsonObject tokenRequest(const QString &profileName, std::optional<std::chrono::seconds> least, bool force);
    /// Nothing where the answer is no failure, or one that ends with the agent: it does not know the profile, or its
    /// keychain is locked.
    static std::optional<Failure> failure(const QJsonObject &answer);
    /// The access token of the answer; empty where it holds none that can be sent.
    static QString accessToken(const QJsonObject &answer);
};

} // namespace QciAuth
