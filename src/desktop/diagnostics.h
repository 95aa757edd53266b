// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

class QUrl;

namespace QciAuth {

class ActivityLog;
class Environment;
class ServiceMonitor;
class Session;
class Sessions;

/// What support wants to know about the program and the machine (desktop.md, Help > Copy diagnostics), as text in
/// English. Neither tokens nor passwords are in it, nor who the user is: profiles go by numbers.
class Diagnostics
{
public:
    /// What only the caller knows.
    struct Facts
    {
        QString language;             ///< of the window
        QString keychain;             ///< its name; empty: there is none
        bool answersPrograms = false; ///< whether the agent listens
    };

    /// The references must outlive this.
    Diagnostics(const Sessions &sessions, const ActivityLog &activity, const Environment &environment);

    /// @param service  of the profile that is shown.
    QString text(const ServiceMonitor &service, const Facts &facts) const;

private:
    static QString versions();
    static QString platform(const QString &language);
    QString service(const ServiceMonitor &monitor) const;
    QString profiles(const QString &shown) const;
    QString faults() const;
    QString numbered(const QString &profile) const;

    const Sessions &m_sessions;
    const ActivityLog &m_activity;
    const Environment &m_environment;
};

} // namespace QciAuth
