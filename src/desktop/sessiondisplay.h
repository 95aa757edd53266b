// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessiontext.h"

#include <QObject>
#include <QTimer>

namespace QciAuth {

class NoticeBar;
class NoticeChoice;
class SecretClipboard;
class Session;
class StatusBar;
class TokenPage;

/// Shows what of a session changes with time, and counts the seconds as long as somebody sees them (desktop.md).
class SessionDisplay final : public QObject
{
    Q_OBJECT

public:
    /// Where it shows that, and what else there is to say; all of it must outlive the display.
    struct Parts
    {
        TokenPage &tokenPage;
        NoticeBar &noticeBar;
        StatusBar &statusBar;
        const NoticeChoice &notices;
        const SecretClipboard &clipboard;
    };

    explicit SessionDisplay(const Parts &parts, QObject *parent = nullptr);

    /// Turns to that session at the next update(). It must outlive the display, or another follow().
    void follow(Session &session) { m_session = &session; }
    /// Counts only where it is seen; the next update() minds it.
    void setSeen(bool isSeen) { m_isSeen = isSeen; }
    /// Shows all that changes with time, and counts on from there.
    void update();

private:
    /// Shows what changes with a second.
    void count();
    /// Comes again when the next second of the countdown is due.
    void awaitNextSecond(const QDateTime &now);

    Parts m_parts;
    QTimer m_timer{this};
    Session *m_session = nullptr;
    SessionText::Moment m_shownMoment;
    bool m_isSeen = false;
};

} // namespace QciAuth
