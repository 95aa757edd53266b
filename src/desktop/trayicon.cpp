// SPDX-License-Identifier: Apache-2.0
#include "trayicon.h"

#include "embeddingtray.h"
#include "statusnotifierhost.h"
#include "tooltiptext.h"
#include "traypicture.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QSystemTrayIcon>
#include <QWindow>

#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Elsewhere the system has a tray, and Qt knows it.
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
constexpr bool trayMayBeMissing = true;
#else
constexpr bool trayMayBeMissing = false;
#endif

} // namespace

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_host(new StatusNotifierHost(this))
    , m_embedding(new EmbeddingTray(this))
{
    setUpMenu();
    connect(m_host, &StatusNotifierHost::changed, this, &TrayIcon::followTray);
    connect(m_embedding, &EmbeddingTray::appeared, this, &TrayIcon::followTray);
    followTray();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setUpMenu()
{
    m_stateAction = m_menu.addAction(QString());
    m_stateAction->setEnabled(false);
    m_menu.addSeparator();
    m_copyAction = m_menu.addAction(tr("Copy bearer header"), this, &TrayIcon::copyRequested);
    m_refreshAction = m_menu.addAction(tr("Refresh now"), this, &TrayIcon::refreshRequested);
    m_menu.addSeparator();
    m_menu.addAction(tr("Show"), this, &TrayIcon::showRequested);
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitRequested);
    setUsable(false);
}

bool TrayIcon::isShown() const
{
    if (!m_icon || !m_icon->isVisible())
        return false;
    if (!trayMayBeMissing)
        return QSystemTrayIcon::isSystemTrayAvailable();
    if (!m_isEmbedded)
        return m_host->showsUs();
    // The X server tells that a window is exposed only once the tray has put it where it can be seen.
    const QWindow *window = embeddedWindow();
    return m_embedding->isThere() && window && window->isExposed();
}

void TrayIcon::setReading(const TrayReading &reading)
{
    const TrayReading before = std::exchange(m_reading, reading);
    // Nothing is painted where no tray shows it: the curves wake the processor some forty times.
    if (before.picture != reading.picture && m_icon)
        m_icon->setIcon(trayIcon(reading.picture));
    if (before.toolTip != reading.toolTip && m_icon)
        showToolTip();
    if (before.state != reading.state)
        m_stateAction->setText(reading.state);
    look();
}

void TrayIcon::setUsable(bool isUsable)
{
    m_copyAction->setEnabled(isUsable);
    m_refreshAction->setEnabled(isUsable);
}

void TrayIcon::showMessage(const QString &title, const QString &text)
{
    if (isShown())
        m_icon->showMessage(title, text, trayIcon(m_reading.picture));
}

// Qt asks once which kind of tray there is, and keeps to that. So it is not asked before there is one.
void TrayIcon::followTray()
{
    if (!m_host->isKnown())
        return;
    if (!m_isSettled) {
        m_isEmbedded = trayMayBeMissing && !m_host->isThere();
        m_isSettled = !m_isEmbedded || m_embedding->isThere();
    }
    // An embedded icon waits for the next tray by itself.
    const bool isWanted = m_isSettled && (m_isEmbedded || !trayMayBeMissing || m_host->isThere());
    if (isWanted && !m_icon)
        makeIcon();
    else if (!isWanted)
        m_icon.reset();
    look();
}

void TrayIcon::makeIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>(trayIcon(m_reading.picture));
    showToolTip();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            emit showRequested();
    });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::showRequested);
    m_icon->show();
}

// The tip of an embedded icon is one of Qt's, which take for HTML what looks like it; the other kind shows words.
void TrayIcon::showToolTip()
{
    m_icon->setToolTip(m_isEmbedded ? toolTipText(m_reading.toolTip) : m_reading.toolTip);
}

// Qt's own window for the icon has no other way to be found; it is made anew for every tray.
QWindow *TrayIcon::embeddedWindow() const
{
    for (QWindow *window : QGuiApplication::allWindows()) {
        if (window->objectName() == "QSystemTrayIconSysWindow"_L1)
            return window;
    }
    return nullptr;
}

void TrayIcon::watchEmbedding()
{
    QWindow *window = m_isEmbedded && m_icon ? embeddedWindow() : nullptr;
    if (!window)
        return;
    window->removeEventFilter(this);
    window->installEventFilter(this);
    connect(window, &QObject::destroyed, this, &TrayIcon::look,
        Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Expose || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &TrayIcon::look, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void TrayIcon::look()
{
    watchEmbedding();
    const bool isShownNow = isShown();
    if (std::exchange(m_wasShown, isShownNow) != isShownNow)
        emit shownChanged(isShownNow);
}

} // namespace QciAuth
