// SPDX-License-Identifier: Apache-2.0
#include "iconsheet.h"

#include "icons.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPalette>

#include <array>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::array iconSizes{16, 22, 32, 48};
constexpr std::array programSizes{16, 22, 32, 48, 256};
constexpr int gap = 12;
constexpr int columns = 3;

/// Draws the sizes of one icon side by side, and says where they end.
template<typename Sizes>
void drawSizes(QPainter &painter, const QIcon &icon, const Sizes &sizes, QPoint place)
{
    for (const int size : sizes) {
        icon.paint(&painter, QRect(place, QSize(size, size)));
        place.rx() += size + gap;
    }
}

} // namespace

QImage iconSheet()
{
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    const QSize cell(260, iconSizes.back() + gap);
    const auto rows = static_cast<int>((files.size() + columns - 1) / columns);
    const qreal ratio = qApp->devicePixelRatio();
    const QSize size(cell.width() * columns + gap, cell.height() * rows + programSizes.back() + 3 * gap);
    QImage sheet(size * ratio, QImage::Format_RGB32);
    sheet.setDevicePixelRatio(ratio);
    sheet.fill(QApplication::palette().color(QPalette::Window));
    QPainter painter(&sheet);
    painter.setPen(QApplication::palette().color(QPalette::WindowText));
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QPoint place(
            gap + static_cast<int>(i % columns) * cell.width(), gap + static_cast<int>(i / columns) * cell.height());
        const QString name = files[i].chopped(4);
        drawSizes(painter, icon(name), iconSizes, place);
        painter.drawText(place + QPoint(170, iconSizes.back() / 2), name);
    }
    drawSizes(painter, programIcon(), programSizes, QPoint(gap, cell.height() * rows + 2 * gap));
    return sheet;
}

} // namespace QciAuth
