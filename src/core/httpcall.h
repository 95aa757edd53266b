// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answer.h"

#include <QObject>
#include <QSslError>
#include <QTimer>

#include <chrono>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace QciAuth {

/// One request and its answer under the HTTP rules of behaviour.md: exactly one request on the wire, no redirects, no
/// HTTP/2, no compression, no cookies, bodies of at most 64 KiB, and an end within the time set, whatever the server
/// does. Emits one of its two signals, once; destroying it earlier aborts the request silently.
class HttpCall final : public QObject
{
    Q_OBJECT

public:
    /// @param body     posted where given; else the request is a GET.
    /// @param timeout  for the whole call; without one it may wait without limit.
    HttpCall(QNetworkAccessManager &manager, QNetworkRequest request, const std::optional<QByteArray> &body,
        std::optional<std::chrono::nanoseconds> timeout, QObject *parent);
    ~HttpCall() override;

    /// Ends the call now: `failed` with kind Cancelled.
    void abort();

signals:
    void answered(const QciAuth::Answer &answer);
    void failed(const QciAuth::AuthError &error);

private:
    void start(QNetworkAccessManager &manager, QNetworkRequest request, const std::optional<QByteArray> &body);
    void readBody();
    void finish();
    Answer answer() const;
    AuthError networkError() const;
    AuthError tlsError() const;
    void end(const AuthError &error);
    void sever();

    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    bool m_isEncrypted = false;
    std::chrono::steady_clock::time_point m_startedAt;
};

} // namespace QciAuth
