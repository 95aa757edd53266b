// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "secretclipboard.h"
#include "tokentext.h"

#include <QObject>

#include <chrono>

class QClipboard;

namespace QciAuth {

class Connector;
class Session;

/// Copies the access token of a session, in the form that is wanted and as a secret, and says what it did.
class TokenCopier : public QObject
{
    Q_OBJECT

public:
    using Form = TokenText::Form;

    /// What is copied is good for that long, where the service hands out tokens that live longer.
    static constexpr std::chrono::seconds leastTime{60};

    /// The references must outlive this.
    TokenCopier(QClipboard &clipboard, const Connector &connector, QObject *parent = nullptr);

    /// Exchanges first where the token at hand has less than `leastTime` left.
    void copy(Session &session, Form form);
    /// Where what was copied lies, until it is taken off.
    SecretClipboard &clipboard() { return m_clipboard; }

signals:
    /// @param said  in words, for the user.
    void copied(const QString &said, const QString &profileName);
    /// The clipboard was left as it is.
    void failed(const QciAuth::AuthError &error, const QString &profileName);
    /// The system did not take what was to be copied.
    void refused(const QString &profileName);

private:
    enum class Outcome { AtHand, Refreshed, ShortLived };

    void put(Session &session, Form form, const AccessTokenInfo &info, bool isNew);
    static QString said(Form form, Outcome outcome, int seconds);

    SecretClipboard m_clipboard;
    QString m_said; ///< once the clipboard has taken it
    QString m_profileName;
    const Connector &m_connector;
};

} // namespace QciAuth
