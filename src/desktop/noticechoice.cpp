// SPDX-License-Identifier: Apache-2.0
#include "noticechoice.h"

#include "environment.h"
#include "session.h"
#include "sessiontext.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::chrono::milliseconds keychainPatience{1'000};

} // namespace

NoticeChoice::NoticeChoice(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    m_keychainPatience.setSingleShot(true);
    m_keychainPatience.setInterval(keychainPatience);
    connect(&m_keychainPatience, &QTimer::timeout, this, &NoticeChoice::changed);
}

void NoticeChoice::followKeychain(const Session &session, bool isSaid)
{
    if (session.state() != Session::State::Starting)
        m_keychainPatience.stop();
    else if (!m_keychainPatience.isActive() && !isSaid)
        m_keychainPatience.start();
}

std::optional<Notice> NoticeChoice::notice(const Session &session, const QDateTime &now) const
{
    if (!m_own.isEmpty())
        return Notice{Tone::Warning, m_own, Notice::Action::None};
    if (session.state() == Session::State::Starting && !session.isExchanging() && !m_keychainPatience.isActive())
        return Notice{
            Tone::Neutral, tr("Waiting for the keychain. If it shows a prompt, answer it."), Notice::Action::None};
    if (const auto notice = SessionText::notice(session, now))
        return notice;
    const QStringList bypassed = m_environment.bypassedProxyVariables();
    if (bypassed.isEmpty() || session.profile().url.isEmpty())
        return std::nullopt;
    return Notice{Tone::Neutral,
        tr("The proxy in %1 is of a kind that cannot be used, and is bypassed. Set an http:// or socks5:// proxy in "
           "https_proxy instead.")
            .arg(bypassed.join(u", "_s)),
        Notice::Action::None};
}

} // namespace QciAuth
