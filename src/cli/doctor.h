// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace QciAuth {

class AuthError;
class CommandContext;
struct Account;

/// What may keep qci-auth from working on this machine, and how to mend it.
class Doctor
{
public:
    enum class Status { Ok, Warning, Failed };

    struct Check
    {
        QString name; ///< `keychain`, `service`, …
        Status status = Status::Ok;
        QString message{};
        QString remedy{}; ///< what to do; empty where all is well
    };

    /// @param context  must outlive the doctor.
    explicit Doctor(CommandContext &context);

    /// Checks everything, in the order in which it should be mended.
    /// @param account  whose credentials are to work; need not be logged in.
    QList<Check> examine(const Account &account);

    static QString statusName(Status status);

private:
    Check configuration() const;
    QList<Check> settings(const Account &account) const;
    QList<Check> variables(const Account &account) const;
    Check keychain(const Account &account);
    Check login(const Account &account);
    QList<Check> service(const Account &account);
    Check proxy() const;
    Check runtimeFolder() const;
    Check agent(const Account &account) const;
    Check lock(const Account &account) const;

    CommandContext &m_context;
};

} // namespace QciAuth
