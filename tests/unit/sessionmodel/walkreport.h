// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace QciAuth {

/// What happened last on a walk, and what went wrong first.
class WalkReport
{
public:
    void note(const QString &text);
    /// Only the first counts: what comes after may follow from it.
    void fail(const QString &problem);
    /// Fails where the text has a token in it.
    void requireNoSecret(const QString &text, const QString &where);

    bool hasFailed() const { return !m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }
    /// The last lines, oldest first.
    const QStringList &lines() const { return m_lines; }

private:
    QString m_problem;
    QStringList m_lines;
};

} // namespace QciAuth
