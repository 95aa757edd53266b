// SPDX-License-Identifier: Apache-2.0
#include "randombytes.h"

#include <QList>
#include <QRandomGenerator>

namespace QciAuth {

QByteArray randomBytes(qsizetype count)
{
    constexpr qsizetype wordSize = sizeof(quint32);
    QList<quint32> words((count + wordSize - 1) / wordSize);
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {reinterpret_cast<const char *>(words.constData()), count};
}

} // namespace QciAuth
