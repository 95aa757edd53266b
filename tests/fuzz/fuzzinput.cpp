// SPDX-License-Identifier: Apache-2.0
#include "fuzzinput.h"

namespace QciAuth {

FuzzInput::FuzzInput(const QByteArray &bytes)
    : m_rest(QByteArray(bytes).replace("{TOKEN}", token()))
{
}

const QByteArray &FuzzInput::token()
{
    static const QByteArray planted = R"(Fake/token+nobody%has"it'\=<&>~)";
    return planted;
}

bool FuzzInput::isTokenIn(const QString &text)
{
    return text.contains(QString::fromLatin1(token()));
}

QByteArray FuzzInput::takeLine()
{
    const qsizetype end = m_rest.indexOf('\n');
    const QByteArray line = m_rest.first(end < 0 ? m_rest.size() : end);
    m_rest.remove(0, line.size() + 1);
    return line;
}

} // namespace QciAuth
