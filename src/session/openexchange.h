// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokeninfo.h"
#include "sharedexchange.h"
#include "waiters.h"

#include <QFuture>

#include <vector>

namespace QciAuth {

/// The one exchange of a session that is under way, or none: who waits for its answer, and what each of them needs.
class OpenExchange
{
public:
    /// Who wanted it: it decides whether a failure is followed by another try.
    enum class Trigger { Schedule, Request };

    bool isUnderWay() const { return m_isUnderWay; }
    /// Of the one under way, or of the last one.
    Trigger trigger() const { return m_trigger; }

    /// One more that waits: for the one under way, or the next to begin.
    /// @param suffices  which token of another process will do.
    QFuture<AccessTokenInfo> join(const SharedExchange::Suffices &suffices);
    /// One is under way from now on; tells its number.
    int begin(Trigger trigger);
    bool isCurrent(int number) const { return m_isUnderWay && number == m_number; }
    /// Whether a token of another process will do for all who wait.
    bool suffices(const AccessTokenCache::Entry &entry) const;

    /// Its answer does not count any more. Who waits for it waits for the next one.
    void drop() { m_isUnderWay = false; }
    /// It has ended. Whoever is returned has waited for it, and is to be answered.
    Waiters<AccessTokenInfo> end();
    /// Answers all who wait; one that is under way goes on.
    void fail(const AuthError &error);

private:
    bool m_isUnderWay = false;
    Trigger m_trigger = Trigger::Schedule;
    int m_number = 0;
    Waiters<AccessTokenInfo> m_waiters;
    std::vector<SharedExchange::Suffices> m_needs; ///< of all of these
};

} // namespace QciAuth
