// SPDX-License-Identifier: Apache-2.0
#include "answerpromises.h"
#include "fakenetwork.h"
#include "fuzzinput.h"
#include "fuzztargets.h"
#include "httpcall.h"
#include "promise.h"

#include <QCoreApplication>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype longestBody = 65'536;
constexpr int greatestError = 512; // what the type of Qt's errors can hold

FakeAnswer answerOf(FuzzInput lines)
{
    FakeAnswer answer;
    answer.status = lines.takeLine().toInt();
    answer.reason = lines.takeLine();
    answer.error = static_cast<QNetworkReply::NetworkError>(lines.takeLine().toUShort() % greatestError);
    for (QByteArray line = lines.takeLine(); !line.isEmpty(); line = lines.takeLine()) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            answer.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    answer.body = lines.rest();
    return answer;
}

QByteArray header(const FakeAnswer &sent, const QByteArray &name)
{
    for (const auto &[known, value] : sent.headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

void checkAccepted(const FakeAnswer &sent, const Answer &answer)
{
    promise(answer.status == sent.status && answer.status != 0, "an answer has the status that came");
    promise(answer.body == sent.body && answer.body.size() <= longestBody, "its body is whole, and not too large");
    bool isNumber = false;
    const qlonglong length = header(sent, "Content-Length").toLongLong(&isNumber);
    promise(!isNumber || length == answer.body.size(), "it is as long as was said");
    AnswerPromises::check(answer);
}

} // namespace

// Status, reason and Qt's number of the network error on a line each, headers up to an empty line, then the body.
void fuzzHttpCall(const QByteArray &input)
{
    const FakeAnswer sent = answerOf(FuzzInput(input));
    FakeNetwork network;
    network.setAnswer(sent);
    const auto accessManager = network.accessManagers()();
    QNetworkRequest request(QUrl(u"https://api.example/auth/v1/access-tokens/"_s));
    int ends = 0;
    HttpCall call(*accessManager, request, QByteArray("{}"), std::nullopt, nullptr);
    QObject::connect(&call, &HttpCall::answered, &call, [&ends, &sent](const Answer &answer) {
        ++ends;
        checkAccepted(sent, answer);
    });
    QObject::connect(&call, &HttpCall::failed, &call, [&ends](const AuthError &error) {
        ++ends;
        AnswerPromises::check(error);
    });
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    promise(ends == 1, "every call ends, once");
}

} // namespace QciAuth
