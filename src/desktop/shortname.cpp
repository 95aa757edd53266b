// SPDX-License-Identifier: Apache-2.0
#include "shortname.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace QciAuth {

namespace {

constexpr qsizetype longest = 48; // UTF-16 units; titles of 60 are common
constexpr QChar ellipsis(0x2026);
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

bool turnsDirection(QChar c)
{
    switch (c.direction()) {
    case QChar::DirR:
    case QChar::DirAL:
    case QChar::DirRLE:
    case QChar::DirRLO:
    case QChar::DirLRO:
    case QChar::DirLRE:
    case QChar::DirPDF:
    case QChar::DirRLI:
    case QChar::DirLRI:
    case QChar::DirFSI:
    case QChar::DirPDI:
        return true;
    default:
        return false;
    }
}

bool isControl(QChar c)
{
    return turnsDirection(c) && c.category() == QChar::Other_Format;
}

QString middleLeftOut(const QString &name)
{
    if (name.size() <= longest)
        return name;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    const auto boundary = [&finder](qsizetype position) {
        finder.setPosition(position);
        return finder.isAtBoundary() ? position : finder.toPreviousBoundary();
    };
    return name.left(boundary(longest / 2)) + ellipsis + name.mid(boundary(name.size() - longest / 2 + 1));
}

} // namespace

QString shortName(const QString &name)
{
    if (std::none_of(name.begin(), name.end(), turnsDirection))
        return middleLeftOut(name);
    QString readable = name;
    readable.removeIf(isControl); // an isolate ends at the first of them that ends one
    return firstStrongIsolate + middleLeftOut(readable) + popIsolate;
}

} // namespace QciAuth
