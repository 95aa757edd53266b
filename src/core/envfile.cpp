// SPDX-License-Identifier: Apache-2.0
#include "envfile.h"

namespace QciAuth {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

// Whatever is no UTF-8 becomes a replacement character. Of files that were put behind each other each brings its mark,
// and once the lines before it have gone, the mark is the file's.
QString decoded(QByteArrayView line)
{
    while (line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());
    return QString::fromUtf8(line);
}

} // namespace

EnvFile::EnvFile(const QByteArray &bytes)
{
    QByteArrayView rest(bytes);
    // The mark belongs to the file, not to a first line that goes.
    const auto keep = [this](QByteArrayView part) { m_remaining.append(part.data(), part.size()); };
    if (rest.startsWith(byteOrderMark)) {
        keep(byteOrderMark);
        rest = rest.sliced(byteOrderMark.size());
    }
    while (!rest.isEmpty()) {
        const qsizetype lineEnd = rest.indexOf('\n');
        const qsizetype size = lineEnd < 0 ? rest.size() : lineEnd + 1;
        if (!m_credentials.readLine(decoded(rest.first(size))))
            keep(rest.first(size));
        rest = rest.sliced(size);
    }
}

EnvFile EnvFile::fromBytes(const QByteArray &bytes)
{
    return EnvFile(bytes);
}

PastedCredentials EnvFile::credentials() const
{
    return m_credentials;
}

QByteArray EnvFile::withoutCredentials() const
{
    return m_remaining;
}

} // namespace QciAuth
