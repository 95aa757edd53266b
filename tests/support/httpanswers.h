// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace QciAuth {

/// Header lines of an answer.
using AnswerHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// A complete answer as it goes over the wire, with its Content-Length.
/// @param status  code and reason, like `200 OK`.
QByteArray httpAnswer(const QByteArray &status, const AnswerHeaders &headers, const QByteArray &body);
/// The answer with this JSON object as its body.
QByteArray jsonAnswer(const QByteArray &status, const QJsonObject &object, const AnswerHeaders &headers = {});

/// What a good exchange answers (api.md).
QJsonObject exchangeObject(const QString &accessToken, const QDateTime &expiresAt);
QByteArray exchangeAnswer(const QString &accessToken, const QDateTime &expiresAt, const AnswerHeaders &headers = {});

/// The instant as a `Date` header has it.
QByteArray httpDate(const QDateTime &instant);

} // namespace QciAuth
