// SPDX-License-Identifier: Apache-2.0
#include "openexchange.h"

#include <algorithm>

namespace QciAuth {

QFuture<AccessTokenInfo> OpenExchange::join(const SharedExchange::Suffices &suffices)
{
    m_needs.push_back(suffices);
    return m_waiters.add()->future();
}

int OpenExchange::begin(Trigger trigger)
{
    m_isUnderWay = true;
    m_trigger = trigger;
    return ++m_number;
}

bool OpenExchange::suffices(const AccessTokenCache::Entry &entry) const
{
    return std::all_of(m_needs.begin(), m_needs.end(), [&entry](const auto &need) { return need(entry); });
}

Waiters<AccessTokenInfo> OpenExchange::end()
{
    m_isUnderWay = false;
    m_needs.clear();
    return m_waiters.take();
}

void OpenExchange::fail(const AuthError &error)
{
    m_needs.clear();
    m_waiters.fail(error);
}

} // namespace QciAuth
