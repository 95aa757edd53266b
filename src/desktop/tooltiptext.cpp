// SPDX-License-Identifier: Apache-2.0
#include "tooltiptext.h"

#include <QStringList>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype lineLength = 80;
constexpr qsizetype mostLines = 12;

// A line may end between words, or else wherever no letter or emoji is torn apart.
qsizetype endOfLine(const QString &text)
{
    if (text.size() <= lineLength)
        return text.size();
    const qsizetype space = text.lastIndexOf(u' ', lineLength);
    if (space > lineLength / 2)
        return space + 1;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    letters.setPosition(lineLength);
    if (!letters.isAtBoundary())
        letters.toPreviousBoundary();
    return letters.position() > 0 ? letters.position() : lineLength;
}

} // namespace

QString toolTipText(const QString &text)
{
    QStringList lines;
    for (QString rest = text; !rest.isEmpty();) {
        if (lines.size() == mostLines) {
            lines.last().append(QChar(0x2026));
            break;
        }
        const qsizetype end = endOfLine(rest);
        lines.append(rest.left(end).simplified());
        rest.remove(0, end);
    }
    // Without the paragraph Qt guesses whether a text is meant as HTML.
    return u"<p style='white-space:pre'>%1</p>"_s.arg(lines.join(u'\n').toHtmlEscaped());
}

} // namespace QciAuth
