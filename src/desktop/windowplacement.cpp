// SPDX-License-Identifier: Apache-2.0
#include "windowplacement.h"

#include "configurationfile.h"

#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QScreen>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr auto placeKey = "window/place"_L1;
constexpr auto maximizedKey = "window/maximized"_L1;

constexpr std::chrono::milliseconds pauseBeforeSaving{1'000};
constexpr std::chrono::milliseconds pauseAfterScreens{500};
// Of the title bar: enough to take hold of the window.
constexpr int leastSeenWidth = 100;
constexpr int titleHeight = 24;

// `x y width height`; null where it is nothing of that kind.
QRect rectOf(const QString &text)
{
    static const QRegularExpression numbers(uR"(^(-?\d{1,6}) (-?\d{1,6}) (\d{1,5}) (\d{1,5})$)"_s);
    const QRegularExpressionMatch match = numbers.match(text);
    if (!match.hasMatch())
        return {};
    std::array<int, 4> values{};
    for (int i = 0; i < 4; ++i)
        values[static_cast<std::size_t>(i)] = match.captured(i + 1).toInt();
    const QRect rect(values[0], values[1], values[2], values[3]);
    return rect.isValid() ? rect : QRect();
}

QString textOf(const QRect &rect)
{
    return u"%1 %2 %3 %4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

qint64 area(const QRect &rect)
{
    return rect.isEmpty() ? 0 : static_cast<qint64>(rect.width()) * rect.height();
}

} // namespace

WindowPlacement::WindowPlacement(QWidget &window, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_file(folder + u"/window.ini"_s)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(pauseBeforeSaving);
    connect(&m_saving, &QTimer::timeout, this, &WindowPlacement::save);
    m_settling.setSingleShot(true);
    m_settling.setInterval(pauseAfterScreens);
    connect(&m_settling, &QTimer::timeout, this, &WindowPlacement::bringBack);
    restore();
    m_window.installEventFilter(this);
    for (QScreen *screen : QGuiApplication::screens())
        follow(screen);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &WindowPlacement::follow);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this] { m_settling.start(); });
}

WindowPlacement::~WindowPlacement()
{
    if (m_saving.isActive())
        save();
}

QRect WindowPlacement::seen(const QRect &frame, const QList<QRect> &screens)
{
    const auto isSeen = [&frame](const QRect &screen) {
        const QRect title = QRect(frame.topLeft(), QSize(frame.width(), titleHeight)) & screen;
        return title.height() == titleHeight && title.width() >= std::min(frame.width(), leastSeenWidth);
    };
    const bool isTooLarge = std::all_of(screens.begin(), screens.end(),
        [&frame](const QRect &screen) { return frame.width() > screen.width() || frame.height() > screen.height(); });
    if (!isTooLarge && std::any_of(screens.begin(), screens.end(), isSeen))
        return frame;
    const auto distance = [&frame](
                              const QRect &screen) { return (screen.center() - frame.center()).manhattanLength(); };
    const QRect screen = *std::max_element(screens.begin(), screens.end(), [&](const QRect &a, const QRect &b) {
        const qint64 areaA = area(a & frame);
        const qint64 areaB = area(b & frame);
        return areaA != areaB ? areaA < areaB : distance(a) > distance(b);
    });
    QRect placed(frame.topLeft(), frame.size().boundedTo(screen.size()));
    placed.moveLeft(std::clamp(placed.left(), screen.left(), screen.left() + screen.width() - placed.width()));
    placed.moveTop(std::clamp(placed.top(), screen.top(), screen.top() + screen.height() - placed.height()));
    return placed;
}

QList<QRect> WindowPlacement::screens()
{
    QList<QRect> available;
    for (const QScreen *screen : QGuiApplication::screens()) {
        // One that is just being unplugged has no size.
        if (!screen->availableGeometry().isEmpty())
            available.append(screen->availableGeometry());
    }
    return available;
}

void WindowPlacement::restore()
{
    if (ConfigurationFile::problem(m_file) || screens().isEmpty())
        return;
    const QSettings settings(m_file, QSettings::IniFormat);
    const QRect wanted = rectOf(settings.value(placeKey).toString());
    if (wanted.isNull())
        return;
    m_frame = seen(wanted, screens());
    m_window.resize(m_frame.size().expandedTo(m_window.minimumSizeHint()));
    m_window.move(m_frame.topLeft());
    m_isMaximized = settings.value(maximizedKey).toString() == "true"_L1;
    if (m_isMaximized)
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
}

bool WindowPlacement::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        // Moves on the way to the screen are nobody's choice.
        if (m_window.isVisible())
            m_saving.start();
        break;
    case QEvent::Show: // a screen may have gone while it was hidden
        m_settling.start();
        break;
    case QEvent::Hide:
        if (m_saving.isActive())
            save();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

// Only once it has come to rest: a window may be told its new size before it is told that it is maximised.
bool WindowPlacement::remember()
{
    if (m_window.isMinimized())
        return false;
    const bool isMaximized = m_window.isMaximized() || m_window.isFullScreen();
    const QRect frame = isMaximized ? m_frame : QRect(m_window.pos(), m_window.size());
    if (frame == m_frame && isMaximized == m_isMaximized)
        return false;
    m_frame = frame;
    m_isMaximized = isMaximized;
    return true;
}

// A failure is of no consequence: the window opens as it comes, then.
void WindowPlacement::save()
{
    m_saving.stop();
    if (!remember())
        return;
    if (ConfigurationFile::problem(m_file) && ConfigurationFile::setAside(m_file))
        return;
    ConfigurationFile::makePrivateFolder(QFileInfo(m_file).path());
    QSettings settings(m_file, QSettings::IniFormat);
    if (!m_frame.isNull())
        settings.setValue(placeKey, textOf(m_frame));
    settings.setValue(maximizedKey, m_isMaximized);
    ConfigurationFile::save(settings);
}

void WindowPlacement::follow(QScreen *screen)
{
    connect(screen, &QScreen::availableGeometryChanged, this, [this] { m_settling.start(); });
    m_settling.start();
}

void WindowPlacement::bringBack()
{
    const QList<QRect> available = screens();
    if (available.isEmpty() || m_window.isMaximized() || m_window.isFullScreen())
        return;
    const QRect now(m_window.pos(), m_window.size());
    const QRect wanted = seen(now, available);
    if (wanted == now)
        return;
    m_window.resize(wanted.size());
    m_window.move(wanted.topLeft());
}

} // namespace QciAuth
