// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accessmanager.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace QciAuth {

class AuthClient;
class Clock;
class ServiceConnection;
struct Profile;

/// Connects profiles with their services: holds what every connection of a process shares.
class Connector
{
public:
    /// @param clock         must outlive the connector and what it makes.
    /// @param extraCaFiles  PEM files that are trusted in every profile.
    Connector(const Clock &clock, AccessManagerFactory accessManagers, const QStringList &extraCaFiles = {});

    const Clock &clock() const { return m_clock; }

    /// @throws AuthError of kind Local where the profile's URL or the token is empty or cannot be used; the environment
    ///         is not asked.
    std::unique_ptr<AuthClient> client(const Profile &profile, const QString &apiToken) const;
    /// @throws AuthError of kind Local where the profile's URL is empty or cannot be used.
    std::unique_ptr<ServiceConnection> connection(const Profile &profile) const;

private:
    const Clock &m_clock;
    AccessManagerFactory m_accessManagers;
    QStringList m_extraCaFiles;
};

} // namespace QciAuth
