// SPDX-License-Identifier: Apache-2.0
#include "problemlabel.h"

#include "theme.h"

#include <QAccessible>

namespace QciAuth {

ProblemLabel::ProblemLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void ProblemLabel::say(const QString &text, const QList<const QWidget *> &about)
{
    m_about = about;
    setText(text);
    setTextTone(*this, Tone::Bad);
    setAccessibleName(tr("Error: %1").arg(text));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ProblemLabel::fieldChanged(const QWidget &field)
{
    if (m_about.contains(&field))
        withdraw();
}

void ProblemLabel::withdraw()
{
    m_about.clear();
    hide();
    emit withdrawn();
}

} // namespace QciAuth
