// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QString>

#include <chrono>
#include <memory>

class QLockFile;

namespace QciAuth {

/// What keeps the processes of a user from exchanging, or changing, one profile's login at the same time
/// (behaviour.md, Refresh).
class ProfileLock
{
public:
    /// Holds the lock for as long as it lives; null where the lock could not be had.
    using Held = std::shared_ptr<QLockFile>;

    /// Waits for the lock of that profile, and never fails: where one process holds it for longer than `patience`, or
    /// where the folder cannot be used, it answers null, as nobody should be kept from logging in by a process that
    /// hangs.
    /// @param folder  where locks live; empty: nowhere.
    static QFuture<Held> acquire(const QString &folder, const QString &profileName, std::chrono::milliseconds patience);

    /// Path of the lock file of that profile.
    static QString file(const QString &folder, const QString &profileName);
};

} // namespace QciAuth
