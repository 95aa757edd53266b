// SPDX-License-Identifier: Apache-2.0
#include "camera.h"

#include <QApplication>
#include <QDir>
#include <QMainWindow>
#include <QPainter>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int gap = 24;
constexpr int columns = 4;

QList<QWidget *> visibleWindows()
{
    QList<QWidget *> windows;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            windows.append(window);
    }
    // Dialogs stand above the window, menus above all.
    const auto height = [](const QWidget *window) {
        if (qobject_cast<const QMainWindow *>(window))
            return 0;
        return window->windowType() == Qt::Dialog ? 1 : 2;
    };
    std::stable_sort(windows.begin(), windows.end(),
        [&height](const QWidget *a, const QWidget *b) { return height(a) < height(b); });
    return windows;
}

} // namespace

Camera::Camera(const QString &folder, const QString &variant)
    : m_folder(folder)
    , m_variant(variant)
{
    QDir().mkpath(folder);
}

QString Camera::path(const QString &name) const
{
    return QDir(m_folder).filePath(u"%1-%2.png"_s.arg(name, m_variant));
}

bool Camera::take(const QString &name)
{
    // Layouts settle step by step: texts wrap, and what is below them moves.
    for (int step = 0; step < 3; ++step) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    const QList<QWidget *> windows = visibleWindows();
    QRect all;
    for (const QWidget *window : windows)
        all |= window->geometry();
    const qreal ratio = qApp->devicePixelRatio();
    QImage image((QSizeF(all.size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::gray);
    QPainter painter(&image);
    for (QWidget *window : windows) {
        const QRect place = window->geometry().translated(-all.topLeft());
        painter.drawPixmap(place.topLeft(), window->grab());
        if (window->windowType() == Qt::Dialog) { // stands for the frame, which comes from the window manager
            painter.setPen(QPen(Qt::gray, 1));
            painter.drawRect(place.adjusted(0, 0, -1, -1));
        }
    }
    painter.end();
    m_pictures.append({name, image});
    return image.save(path(name));
}

bool Camera::saveSheet() const
{
    QSize cell;
    for (const Picture &picture : m_pictures)
        cell = cell.expandedTo(picture.image.deviceIndependentSize().toSize());
    const int titleHeight = QFontMetrics(QApplication::font()).height();
    const QSize step = cell + QSize(gap, gap + titleHeight);
    const auto rows = static_cast<int>((m_pictures.size() + columns - 1) / columns);
    const qreal ratio = qApp->devicePixelRatio();
    QImage sheet(QSize(step.width() * columns + gap, step.height() * rows + gap) * ratio, QImage::Format_RGB32);
    sheet.setDevicePixelRatio(ratio);
    sheet.fill(Qt::gray);
    QPainter painter(&sheet);
    for (qsizetype i = 0; i < m_pictures.size(); ++i) {
        const auto column = static_cast<int>(i % columns);
        const auto row = static_cast<int>(i / columns);
        const QPoint place(gap + column * step.width(), gap + row * step.height());
        painter.drawText(QRect(place, QSize(cell.width(), titleHeight)), Qt::AlignLeft, m_pictures[i].name);
        painter.drawImage(place + QPoint(0, titleHeight), m_pictures[i].image);
    }
    painter.end();
    return sheet.save(path(u"all"_s));
}

} // namespace QciAuth
