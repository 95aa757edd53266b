// SPDX-License-Identifier: Apache-2.0
#include "tokencopier.h"

#include "connector.h"
#include "session.h"

#include <QPointer>

namespace QciAuth {

using std::chrono::milliseconds;

TokenCopier::TokenCopier(QClipboard &clipboard, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_connector(connector)
{
    connect(&m_clipboard, &SecretClipboard::taken, this, [this] { emit copied(m_said, m_profileName); });
    connect(&m_clipboard, &SecretClipboard::refused, this, [this] { emit refused(m_profileName); });
}

void TokenCopier::copy(Session &session, Form form)
{
    const QString before = session.info() ? session.info()->accessToken : QString();
    session.token(leastTime)
        .then([guard = QPointer(this), from = QPointer(&session), form, before](const AccessTokenInfo &info) {
            if (guard && from)
                guard->put(*from, form, info, info.accessToken != before);
        })
        .onFailed([guard = QPointer(this), name = session.profile().name](const AuthError &error) {
            if (guard)
                emit guard->failed(error, name);
        });
}

void TokenCopier::put(Session &session, Form form, const AccessTokenInfo &info, bool isNew)
{
    // Fails where the address cannot be used, for which there would be no token.
    const HeaderList others = form == Form::PythonHeaders
                                  ? m_connector.connection(session.profile())->headersWithoutAuthorization()
                                  : HeaderList();
    const milliseconds left = info.remaining(session.now());
    const Outcome outcome = isNew ? Outcome::Refreshed : left < leastTime ? Outcome::ShortLived : Outcome::AtHand;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left).count();
    m_said = said(form, outcome, static_cast<int>(seconds));
    m_profileName = session.profile().name;
    m_clipboard.copy(TokenText::of(form, info, session.profile().url, others));
}

QString TokenCopier::said(Form form, Outcome outcome, int seconds)
{
    // Whole sentences: other languages put them together in other ways.
    const auto choose = [outcome](const QString &atHand, const QString &refreshed, const QString &shortLived) {
        return outcome == Outcome::AtHand ? atHand : outcome == Outcome::Refreshed ? refreshed : shortLived;
    };
    switch (form) {
    case Form::Header:
        return choose(tr("Bearer header copied"), tr("Refreshed, and bearer header copied"),
            tr("Bearer header copied, but it expires in %n s", nullptr, seconds));
    case Form::Bare:
        return choose(tr("Bare token copied"), tr("Refreshed, and bare token copied"),
            tr("Bare token copied, but it expires in %n s", nullptr, seconds));
    case Form::Curl:
        return choose(tr("curl command copied"), tr("Refreshed, and curl command copied"),
            tr("curl command copied, but its token expires in %n s", nullptr, seconds));
    case Form::PythonHeaders:
        return choose(tr("Python headers copied"), tr("Refreshed, and Python headers copied"),
            tr("Python headers copied, but their token expires in %n s", nullptr, seconds));
    case Form::Environment:
        return choose(tr("Environment lines copied"), tr("Refreshed, and environment lines copied"),
            tr("Environment lines copied, but their token expires in %n s", nullptr, seconds));
    }
    return {};
}

} // namespace QciAuth
