// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QString>

namespace QciAuth {

/// What the freedesktop Secret Service says over D-Bus that QtKeychain does not: whether an item is there but locked,
/// and who the service is. On other systems, and without a session bus, every answer is the empty one.
class SecretService
{
public:
    /// What is known about one item.
    struct Status
    {
        bool answers = false;          ///< there is a service
        bool timedOut = false;         ///< there is one that does not answer
        bool itemLocked = false;       ///< the item is there, in a locked collection
        bool collectionLocked = false; ///< the collection where new items go is locked
        bool hasCollection = false;    ///< there is a collection where new items go

        /// Nothing is in the way: neither the service nor the user has to be asked for anything first.
        bool isOpen() const { return answers && hasCollection && !itemLocked && !collectionLocked; }
    };

    /// Asks about the item that QtKeychain keeps for `service` and `key`. Never fails and never prompts.
    static QFuture<Status> status(const QString &service, const QString &key);
    /// Name of the program that offers the service, as its users know it; empty where there is none. Never fails.
    static QFuture<QString> providerName();
    /// Makes QtKeychain's next job open a connection of its own to the service that runs now.
    static void forgetConnection();
};

} // namespace QciAuth
