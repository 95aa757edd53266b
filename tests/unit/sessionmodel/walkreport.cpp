// SPDX-License-Identifier: Apache-2.0
#include "walkreport.h"

#include "servicestandin.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype longestReport = 100;

} // namespace

void WalkReport::note(const QString &text)
{
    if (hasFailed())
        return;
    m_lines.append(text);
    if (m_lines.size() > longestReport)
        m_lines.removeFirst();
}

void WalkReport::fail(const QString &problem)
{
    if (hasFailed())
        return;
    note(u"      !!! "_s + problem);
    m_problem = problem;
}

void WalkReport::requireNoSecret(const QString &text, const QString &where)
{
    if (text.contains(ServiceStandIn::mark()))
        fail(u"a token stands in %1: %2"_s.arg(where, text));
}

} // namespace QciAuth
