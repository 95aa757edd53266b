// SPDX-License-Identifier: Apache-2.0
#include "wirerequest.h"

namespace QciAuth {

QByteArrayList WireRequest::values(const QByteArray &name) const
{
    QByteArrayList found;
    for (const auto &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            found.append(header.second);
    }
    return found;
}

QByteArray WireRequest::value(const QByteArray &name) const
{
    const QByteArrayList found = values(name);
    return found.size() == 1 ? found.first() : QByteArray();
}

std::optional<WireRequest> WireRequest::fromBytes(const QByteArray &bytes)
{
    constexpr QByteArrayView blankLine("\r\n\r\n");
    const qsizetype headEnd = bytes.indexOf(blankLine);
    if (headEnd < 0)
        return std::nullopt;
    WireRequest request;
    for (const QByteArray &part : bytes.first(headEnd).split('\n')) {
        const QByteArray line = part.endsWith('\r') ? part.chopped(1) : part;
        if (request.requestLine.isEmpty()) {
            request.requestLine = line;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon), colon < 0 ? QByteArray() : line.sliced(colon + 1).trimmed()});
    }
    const qsizetype bodyStart = headEnd + blankLine.size();
    const qsizetype bodySize = request.value("Content-Length").toLongLong();
    if (bytes.size() < bodyStart + bodySize)
        return std::nullopt;
    request.body = bytes.sliced(bodyStart, bodySize);
    request.raw = bytes.first(bodyStart + bodySize);
    return request;
}

} // namespace QciAuth
