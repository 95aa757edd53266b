// SPDX-License-Identifier: Apache-2.0
#include "icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr double grid = 24; // the icons' own
constexpr double stroke = 1.5;

// Drawn for 24 pixels; in smaller ones the strokes would be too thin to see, so they stay as wide as they are.
QByteArray drawing(const QString &name, double size)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon '%s'.", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    if (size < grid)
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(stroke * grid / size) + '"');
    return svg;
}

/// @param size  in device-independent pixels.
QPixmap tinted(const QString &name, const QColor &color, const QSize &pixels, double size)
{
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (const QByteArray svg = drawing(name, size); !svg.isEmpty())
        QSvgRenderer(svg).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

// Sharp at every size.
class DrawnIconEngine : public QIconEngine
{
public:
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap drawn = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, drawn);
    }
};

// Asks the palette whenever it draws, so that icons follow a change between light and dark.
class TintedIconEngine final : public DrawnIconEngine
{
public:
    explicit TintedIconEngine(const QString &name)
        : m_name(name)
    {
    }

    QIconEngine *clone() const override { return new TintedIconEngine(m_name); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        return tinted(m_name, QGuiApplication::palette().color(group, role), size, size.height() / ratio);
    }

private:
    QString m_name;
};

// In its own colours.
class ProgramIconEngine final : public DrawnIconEngine
{
public:
    QIconEngine *clone() const override { return new ProgramIconEngine; }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode, QIcon::State, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(u":/qci-auth.svg"_s).render(&painter);
        return pixmap;
    }
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name)); // the icon takes it over
}

QIcon programIcon()
{
    return QIcon(new ProgramIconEngine);
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = tinted(name, color, QSize(pixels, pixels), size);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace QciAuth
