// SPDX-License-Identifier: Apache-2.0
#include "fuzzinput.h"
#include "fuzztargets.h"
#include "livesecrets.h"
#include "promise.h"
#include "redactor.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype shortestSecret = 4;

// What is put in place of a secret must not be one.
bool isLikeMark(const QString &secret)
{
    return secret.contains(u'[') || secret.contains(u']') || u"[redacted]"_s.contains(secret, Qt::CaseInsensitive);
}

// Of no live secret a piece is left, whatever parts of it look like, and whatever stands around it.
void promiseNothingIsLeft(const QString &secret, const QString &before, const QString &after)
{
    constexpr qsizetype piece = 12;
    LiveSecrets others;
    others.set({secret.first(secret.size() / 2), u"0123456789abcdef0123456789abcdef"_s});
    LiveSecrets live;
    live.set({secret});
    const QString text = LiveSecrets::redactAll(before + secret + after);
    for (qsizetype at = 0; at + piece <= secret.size(); ++at) {
        const QString part = secret.sliced(at, piece);
        promise(!text.contains(part) || before.contains(part) || after.contains(part), "no piece of a secret is left");
    }
}

} // namespace

// The first line is a secret, the rest is what it may stand in.
void fuzzRedactor(const QByteArray &input)
{
    FuzzInput lines(input);
    const QString secret = QString::fromUtf8(lines.takeLine());
    const QString text = QString::fromUtf8(lines.rest());
    const QString before = text.first(text.size() / 2);
    const QString after = text.sliced(text.size() / 2);

    const Redactor knowing({secret});
    if (secret.size() >= shortestSecret && !isLikeMark(secret)) {
        const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(secret));
        const QString base64 = QString::fromLatin1(secret.toUtf8().toBase64(QByteArray::OmitTrailingEquals));
        for (const QString &form : {secret, percent, base64})
            promise(!knowing.redact(before + form + after).contains(form), "a known secret goes");
        for (const QString &tail : {QString(), u"-tail-of-the-secret"_s, u"~tail/of+the=secret"_s}) {
            promiseNothingIsLeft(secret + tail, before, after);
            promiseNothingIsLeft(u"0123456789abcdef0123456789abcdef"_s + tail + secret, before, after);
            promiseNothingIsLeft(u"eyJmYWtl.eyJmYWtl.c2lnbmF0dXJl"_s + tail + secret, before, after);
        }
    }
    const Redactor unknowing;
    const QString hex = u"0123456789abcdef0123456789abcdef"_s;
    const QString jwt = u"eyJmYWtl.eyJmYWtl.c2lnbmF0dXJl"_s;
    for (const QString &form : {hex, jwt}) {
        promise(!unknowing.redact(before + u' ' + form + u' ' + after).contains(form), "what looks like a token goes");
        const QString header = before + u" Authorization: Bearer "_s + form + u'\n' + after;
        promise(!unknowing.redact(header).contains(form), "the token of a header goes");
    }
    const QString member = before + u" {\"refresh_token\":\"Fake-token-of-nobody\"} "_s + after;
    promise(!unknowing.redact(member).contains(u"Fake-token-of-nobody"_s), "the token of a JSON object goes");
}

} // namespace QciAuth
