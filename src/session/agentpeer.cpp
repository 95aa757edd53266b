// SPDX-License-Identifier: Apache-2.0
#include "agentpeer.h"

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>
#endif

namespace QciAuth {

bool isPeerOfSameUser([[maybe_unused]] qintptr descriptor)
{
#if defined(Q_OS_LINUX)
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
#elif defined(Q_OS_UNIX)
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(static_cast<int>(descriptor), &user, &group) == 0 && user == ::geteuid();
#else
    return true;
#endif
}

} // namespace QciAuth
