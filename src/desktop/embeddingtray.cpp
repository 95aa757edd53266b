// SPDX-License-Identifier: Apache-2.0
#include "embeddingtray.h"

#include "xcb.h"

#include <QCoreApplication>

#include <cstdlib>
#include <memory>

namespace QciAuth {

#if QT_CONFIG(xcb)

namespace {

using Xcb::connection;
using Xcb::RequestCookie;

// As the X protocol has them.
struct SelectionOwner
{
    std::uint8_t type, pad;
    std::uint16_t sequence;
    std::uint32_t length, owner;
};
struct Atom
{
    std::uint8_t type, pad;
    std::uint16_t sequence;
    std::uint32_t length, atom;
};
struct ClientMessage
{
    std::uint8_t type, format;
    std::uint16_t sequence;
    std::uint32_t window, messageType;
    std::uint32_t data[5];
};
constexpr std::uint8_t clientMessage = 33;
constexpr std::uint8_t sentMark = 0x80;

using InternAtom = RequestCookie (*)(xcb_connection_t *, std::uint8_t, std::uint16_t, const char *);
using InternAtomReply = Atom *(*)(xcb_connection_t *, RequestCookie, void **);
using GetSelectionOwner = RequestCookie (*)(xcb_connection_t *, std::uint32_t);
using GetSelectionOwnerReply = SelectionOwner *(*)(xcb_connection_t *, RequestCookie, void **);

template<typename T>
struct Freed
{
    void operator()(T *reply) const { std::free(reply); } // XCB allocates it by malloc()
};

std::uint32_t selectionAtom()
{
    const auto intern = Xcb::function<InternAtom>("xcb_intern_atom");
    const auto interned = Xcb::function<InternAtomReply>("xcb_intern_atom_reply");
    if (!connection() || !intern || !interned)
        return 0;
    // Qt has one X screen, the first.
    const QByteArray name("_NET_SYSTEM_TRAY_S0");
    const RequestCookie cookie = intern(connection(), 0, static_cast<std::uint16_t>(name.size()), name.constData());
    const std::unique_ptr<Atom, Freed<Atom>> reply(interned(connection(), cookie, nullptr));
    return reply ? reply->atom : 0;
}

} // namespace

EmbeddingTray::EmbeddingTray(QObject *parent)
    : QObject(parent)
    , m_selection(selectionAtom())
{
    if (m_selection != 0)
        QCoreApplication::instance()->installNativeEventFilter(this);
}

EmbeddingTray::~EmbeddingTray()
{
    if (m_selection != 0)
        QCoreApplication::instance()->removeNativeEventFilter(this);
}

bool EmbeddingTray::isThere() const
{
    if (m_selection == 0 || !connection())
        return false;
    const auto ask = Xcb::function<GetSelectionOwner>("xcb_get_selection_owner");
    const auto answer = Xcb::function<GetSelectionOwnerReply>("xcb_get_selection_owner_reply");
    if (!ask || !answer)
        return false;
    const std::unique_ptr<SelectionOwner, Freed<SelectionOwner>> reply(
        answer(connection(), ask(connection(), m_selection), nullptr));
    return reply && reply->owner != 0;
}

// Whoever takes a manager's selection tells all programs, by a message to the root window, which Qt listens to.
bool EmbeddingTray::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const ClientMessage *>(message);
    if ((event->type & ~sentMark) == clientMessage && event->format == 32 && event->data[1] == m_selection)
        QMetaObject::invokeMethod(this, &EmbeddingTray::appeared, Qt::QueuedConnection);
    return false;
}

#else

EmbeddingTray::EmbeddingTray(QObject *parent)
    : QObject(parent)
{
}

EmbeddingTray::~EmbeddingTray() = default;

bool EmbeddingTray::isThere() const
{
    return false;
}

bool EmbeddingTray::nativeEventFilter(const QByteArray &, void *, qintptr *)
{
    return false;
}

#endif

} // namespace QciAuth
