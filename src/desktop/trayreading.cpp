// SPDX-License-Identifier: Apache-2.0
#include "trayreading.h"

#include "session.h"
#include "sessiontext.h"
#include "shortname.h"

#include <cmath>

namespace QciAuth {

namespace {

using Glyph = TrayReading::Glyph;
using State = Session::State;

Glyph glyphOf(State state, Tone tone)
{
    switch (state) {
    case State::LoggedOut:
        return Glyph::Dash;
    case State::Starting:
        return Glyph::Dots;
    case State::Locked:
        return Glyph::Lock;
    case State::Active:
        return tone == Tone::Warning ? Glyph::Clock : Glyph::Check;
    case State::RefreshFailing:
        return Glyph::Exclamation;
    case State::Expired:
    case State::LoginRequired:
        return Glyph::Cross;
    }
    return Glyph::None;
}

// Something is left of the ring as long as there is time left.
int ringOf(const Session &session, const QDateTime &now)
{
    return static_cast<int>(std::ceil(SessionText::share(session, now) * TrayReading::fullRing));
}

} // namespace

TrayReading TrayReading::of(const Session &session, const QDateTime &now)
{
    const Tone tone = SessionText::tone(session, now);
    TrayReading reading;
    reading.picture = {.ring = ringOf(session, now), .tone = tone, .glyph = glyphOf(session.state(), tone)};
    const QString state = SessionText::state(session);
    reading.state = session.info() && session.state() != State::Expired
                        ? tr("%1. %2", "state, such as Logged in; time left, such as Token expires in 5 minutes")
                              .arg(state, SessionText::spokenExpiry(session, now))
                        : state;
    const QString name = shortName(session.profile().name.simplified());
    reading.toolTip = tr("%1: %2", "name of a profile; its state").arg(name, reading.state);
    return reading;
}

} // namespace QciAuth
