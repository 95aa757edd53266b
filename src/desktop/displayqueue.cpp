// SPDX-License-Identifier: Apache-2.0
#include "displayqueue.h"

#include <QGuiApplication>
#include <QLibrary>

namespace QciAuth {

#if QT_CONFIG(xcb)

namespace {

// XCB's own size of the buffer, and of the smallest request, which means nothing to the server.
constexpr int queueBytes = 16'384;
constexpr int requestBytes = 4;

struct RequestCookie
{
    unsigned sequence;
};

using NoOperation = RequestCookie (*)(xcb_connection_t *);
using Flush = int (*)(xcb_connection_t *);

} // namespace

void overwriteDisplayQueue()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection())
        return;
    // Loaded by Qt's own plugin already; linked, it would be needed on Wayland, too.
    QLibrary xcb(QStringLiteral("xcb"), 1);
    const auto noOperation = reinterpret_cast<NoOperation>(xcb.resolve("xcb_no_operation"));
    const auto flush = reinterpret_cast<Flush>(xcb.resolve("xcb_flush"));
    if (!noOperation || !flush)
        return;
    flush(x11->connection()); // from the beginning of the buffer
    for (int written = 0; written < queueBytes; written += requestBytes)
        noOperation(x11->connection());
    flush(x11->connection());
}

#else

void overwriteDisplayQueue() {}

#endif

} // namespace QciAuth
