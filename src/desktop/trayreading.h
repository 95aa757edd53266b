// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace QciAuth {

class Session;

/// What the icon in the tray says about a session: in a picture, and in words. No text holds a token.
struct TrayReading
{
    Q_DECLARE_TR_FUNCTIONS(QciAuth::TrayReading)

public:
    /// What stands inside the ring, so that the state is not told by colour alone.
    enum class Glyph { None, Dash, Dots, Lock, Check, Clock, Exclamation, Cross };

    /// The ring is drawn in so many steps: a smaller one could not be seen in a tray.
    static constexpr int fullRing = 48;

    /// What is drawn; where that is the same, the icon looks the same.
    struct Picture
    {
        int ring = 0; ///< share of time that is left, 0 to fullRing
        Tone tone = Tone::Neutral;
        Glyph glyph = Glyph::None;

        bool operator==(const Picture &) const = default;
    };

    Picture picture;
    QString state;   ///< one line: the state, and the time left to the minute
    QString toolTip; ///< the same after the profile's name

    bool operator==(const TrayReading &) const = default;

    /// @param now  the service's time.
    static TrayReading of(const Session &session, const QDateTime &now);
};

} // namespace QciAuth
