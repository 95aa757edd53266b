// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "checkboxoutlines.h"
#include "futures.h"
#include "sessiondisplay.h"

#include <QApplication>
#include <QStatusBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace QciAuth {

WindowBench::WindowBench(const QProcessEnvironment &variables)
    : m_environment(variables)
{
}

WindowBench::~WindowBench() = default;

std::unique_ptr<MainWindow> WindowBench::makeWindow()
{
    MainWindow::Parts parts{.sessions = sessions,
        .secrets = secrets,
        .profiles = profiles,
        .sharing = sharing,
        .connector = connector,
        .environment = m_environment,
        .preferences = preferences,
        .clipboard = *QApplication::clipboard()};
    auto window = std::make_unique<MainWindow>(parts);
    new CheckBoxOutlines(*window, window.get());
    return window;
}

void WindowBench::open()
{
    m_window = makeWindow();
    m_window->showProfile(u"default"_s);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get(), patienceMs))
        qWarning("the window does not become active");
}

bool WindowBench::openIn(Session::State state)
{
    if (!sessionIn(state))
        return false;
    open();
    return true;
}

void WindowBench::click(const QString &name)
{
    QPushButton *found = button(name);
    if (!found)
        qFatal("there is no button %s", qPrintable(name));
    QTest::mouseClick(found, Qt::LeftButton);
}

QTimer &WindowBench::countdownTimer()
{
    return *m_window->findChild<SessionDisplay *>()->findChild<QTimer *>();
}

QString WindowBench::notice()
{
    const QLabel &text = label(u"noticeText"_s);
    return text.isVisible() ? text.text() : QString();
}

QString WindowBench::status()
{
    return m_window->statusBar()->currentMessage();
}

} // namespace QciAuth
