// SPDX-License-Identifier: Apache-2.0
#include "sessiondisplay.h"

#include "noticebar.h"
#include "noticechoice.h"
#include "secretclipboard.h"
#include "session.h"
#include "statusbar.h"
#include "tokenpage.h"

namespace QciAuth {

using std::chrono::milliseconds;

SessionDisplay::SessionDisplay(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SessionDisplay::count);
}

void SessionDisplay::update()
{
    if (!m_session)
        return;
    const QDateTime now = m_session->now();
    m_parts.tokenPage.showTime(*m_session, now);
    m_parts.noticeBar.setNotice(m_parts.notices.notice(*m_session, now));
    m_parts.statusBar.showClipboard(m_parts.clipboard.remaining());

    m_shownMoment = SessionText::moment(*m_session, now);
    awaitNextSecond(now);
}

// All that is said otherwise goes by the minute, or comes with news of the session, which show all anew. What is done
// every second for hours must cost as little as can be: it takes no memory.
void SessionDisplay::count()
{
    const QDateTime now = m_session->now();
    if (m_session->state() != Session::State::Active || m_session->isExchanging() ||
        SessionText::moment(*m_session, now) != m_shownMoment) {
        update();
        return;
    }
    m_parts.tokenPage.showCountdown(*m_session, now);
    m_parts.statusBar.showClipboard(m_parts.clipboard.remaining());
    awaitNextSecond(now);
}

void SessionDisplay::awaitNextSecond(const QDateTime &now)
{
    const auto &info = m_session->info();
    const milliseconds left = info ? info->remaining(now) : milliseconds::zero();
    const bool counts =
        left > milliseconds::zero() || m_session->nextAttemptAt() || m_parts.clipboard.remaining().count() > 0;
    if (!counts || !m_isSeen) {
        m_timer.stop();
        return;
    }
    // On the second, so that the countdown neither skips nor repeats one.
    constexpr milliseconds second{1000};
    constexpr milliseconds justAfter{5};
    const milliseconds part = left > milliseconds::zero() ? left % second : milliseconds::zero();
    const milliseconds wait = part == milliseconds::zero() ? second : part + justAfter;
    // A timer that comes at the right moment goes on by itself: started anew it would be another one.
    constexpr milliseconds tolerance{20};
    const bool isRight = m_timer.isActive() && m_timer.intervalAsDuration() == second;
    if (!isRight || std::chrono::abs(wait - second) > tolerance)
        m_timer.start(wait);
}

} // namespace QciAuth
