// SPDX-License-Identifier: Apache-2.0
#include "agentstream.h"

namespace QciAuth {

std::optional<QByteArray> AgentStream::takeLine()
{
    const qsizetype end = m_received.indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QByteArray line = m_received.first(end);
    m_received.remove(0, end + 1);
    makeRoom();
    return line;
}

} // namespace QciAuth
