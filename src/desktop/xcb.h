// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGuiApplication>
#include <QLibrary>

#if QT_CONFIG(xcb)

/// The parts of XCB that are wanted, as the X protocol has them. Loaded by Qt's own plugin already; linked, it would be
/// needed on Wayland, too.
namespace QciAuth::Xcb {

struct RequestCookie
{
    unsigned sequence;
};

/// Qt's own connection; null where it has none.
inline xcb_connection_t *connection()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

/// A function of the library; null where it is not there.
template<typename Function>
Function function(const char *name)
{
    return reinterpret_cast<Function>(QLibrary(QStringLiteral("xcb"), 1).resolve(name));
}

} // namespace QciAuth::Xcb

#endif
