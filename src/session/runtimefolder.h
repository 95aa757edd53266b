// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// The user's private folder for what lives only as long as the login to this machine: locks, the agent's socket.
/// Works without a QCoreApplication, and prints nothing.
class RuntimeFolder
{
public:
    /// The folder of whoever runs this program, made where it is missing.
    static RuntimeFolder forUser();

    /// @param sessionFolder    value of `XDG_RUNTIME_DIR`; not used where it is no absolute path of a folder of ours.
    /// @param temporaryFolder  the place for a folder named after the user where the other is of no use.
    RuntimeFolder(const QString &sessionFolder, const QString &temporaryFolder);

    /// Absolute path; nobody else can enter the folder. Empty where there is none that can be trusted.
    QString path() const { return m_path; }
    /// Why there is none and what to do, for the user; empty where there is one.
    QString problem() const { return m_problem; }

private:
    QString m_path;
    QString m_problem;
};

} // namespace QciAuth
