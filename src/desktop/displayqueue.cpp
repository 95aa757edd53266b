// SPDX-License-Identifier: Apache-2.0
#include "displayqueue.h"

#include "xcb.h"

namespace QciAuth {

#if QT_CONFIG(xcb)

namespace {

// XCB's own size of the buffer, and of the smallest request, which means nothing to the server.
constexpr int queueBytes = 16'384;
constexpr int requestBytes = 4;

using NoOperation = Xcb::RequestCookie (*)(xcb_connection_t *);
using Flush = int (*)(xcb_connection_t *);

} // namespace

void overwriteDisplayQueue()
{
    xcb_connection_t *connection = Xcb::connection();
    if (!connection)
        return;
    const auto noOperation = Xcb::function<NoOperation>("xcb_no_operation");
    const auto flush = Xcb::function<Flush>("xcb_flush");
    if (!noOperation || !flush)
        return;
    flush(connection); // from the beginning of the buffer
    for (int written = 0; written < queueBytes; written += requestBytes)
        noOperation(connection);
    flush(connection);
}

#else

void overwriteDisplayQueue() {}

#endif

} // namespace QciAuth
