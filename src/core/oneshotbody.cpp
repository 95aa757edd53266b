// SPDX-License-Identifier: Apache-2.0
#include "oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace QciAuth {

OneShotBody::OneShotBody(const QByteArray &data, QObject *parent)
    : QIODevice(parent)
    , m_data(data)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::atEnd() const
{
    return m_read == m_data.size();
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_data.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *target, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_data.size() - m_read);
    if (size == 0)
        return m_data.isEmpty() ? 0 : -1;
    std::memcpy(target, m_data.constData() + m_read, static_cast<size_t>(size));
    m_read += size;
    return size;
}

} // namespace QciAuth
