// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QList>

namespace QciAuth {

/// Says under the fields of a dialog what has failed, until one of the fields that it is about is changed or it is
/// withdrawn.
class ProblemLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    /// @param about  the fields whose values have failed; may be none.
    void say(const QString &text, const QList<const QWidget *> &about);
    /// There is another value in the field; withdraws what was said about the one before.
    void fieldChanged(const QWidget &field);
    void withdraw();

signals:
    /// What was said is no longer so.
    void withdrawn();

private:
    QList<const QWidget *> m_about;
};

} // namespace QciAuth
