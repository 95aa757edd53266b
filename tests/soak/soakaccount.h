// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connector.h"
#include "fakeclock.h"
#include "memorysecretstore.h"
#include "profilestore.h"
#include "session.h"
#include "sharedexchange.h"
#include "soakservice.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <random>

namespace QciAuth {

/// One user of the soak, with a service, a keychain and a clock of its own, and what happens to him.
class SoakAccount
{
public:
    /// @param random  must outlive the account.
    SoakAccount(bool withTls, std::mt19937 &random);

    /// Logs in; what went wrong, or nothing.
    QString begin();
    /// Time passes until the next exchange, or the user asks for one; it meets that fault, or none.
    /// @return what the session made wrong, or nothing.
    QString exchange(std::optional<int> fault);
    /// The user logs out and in again; what went wrong, or nothing.
    QString logInAnew();
    /// The session ends, as at the end of the program, and another one starts.
    QString restart();

    /// Exchanges for which there was not enough time, as the machine was busy.
    int slow() const { return m_slow; }

private:
    QString judge(std::optional<AuthError::Kind> expected, const QString &tokenBefore);
    bool waitForEnd();

    std::mt19937 &m_random;
    SoakService m_service;
    QTemporaryDir m_folder;
    FakeClock m_clock;
    MemorySecretStore m_secrets;
    ProfileStore m_profiles;
    SharedExchange m_sharing;
    Connector m_connector;
    Profile m_profile;
    std::unique_ptr<Session> m_session;
    int m_slow = 0;
};

} // namespace QciAuth
