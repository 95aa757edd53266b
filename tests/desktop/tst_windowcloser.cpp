// SPDX-License-Identifier: Apache-2.0
#include "windowcloser.h"

#include "desktopbench.h"
#include "futures.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A window that asks its closer.
class Window final : public QWidget
{
public:
    explicit Window(const SharedExchange &sharing)
        : closer(*this, sharing)
    {
    }

    WindowCloser closer;

protected:
    void closeEvent(QCloseEvent *event) override { event->setAccepted(closer.mayClose()); }
};

} // namespace

class TestWindowCloser : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void quitEndsTheProgram_data();
    void quitEndsTheProgram();
    void quitThatWaitsIsTold_data();
    void quitThatWaitsIsTold();
    void removalThatFailsKeepsTheProgram();
    void removalThatTakesTooLongIsTold();
    void endOfTheSessionWaitsForNobody();

private:
    static void addSights();
    /// Whether the program ends by itself, once it runs and this is done in it.
    bool endsAfter(const std::function<void()> &action);

    std::unique_ptr<DesktopBench> m_bench;
    std::unique_ptr<Window> m_window;
};

void TestWindowCloser::init()
{
    m_bench = std::make_unique<DesktopBench>();
    m_window = std::make_unique<Window>(m_bench->sharing);
    m_window->show();
}

void TestWindowCloser::cleanup()
{
    m_window.reset();
    m_bench.reset();
}

void TestWindowCloser::addSights()
{
    QTest::addColumn<bool>("isVisible");
    QTest::newRow("visible") << true;
    QTest::newRow("hidden") << false;
}

bool TestWindowCloser::endsAfter(const std::function<void()> &action)
{
    constexpr int stayed = 1;
    QTimer::singleShot(0, m_window.get(), action);
    QTimer::singleShot(patienceMs, m_window.get(), [] { QCoreApplication::exit(stayed); });
    return QApplication::exec() != stayed;
}

void TestWindowCloser::quitEndsTheProgram_data()
{
    addSights();
}

void TestWindowCloser::quitEndsTheProgram()
{
    QFETCH(const bool, isVisible);
    m_window->setVisible(isVisible);
    const QSignalSpy held(&m_window->closer, &WindowCloser::held);
    QVERIFY(endsAfter([this] { m_window->closer.quit(); }));
    QVERIFY(!m_window->isVisible());
    QCOMPARE(held.size(), 0);
}

void TestWindowCloser::quitThatWaitsIsTold_data()
{
    addSights();
}

void TestWindowCloser::quitThatWaitsIsTold()
{
    QFETCH(const bool, isVisible);
    m_window->setVisible(isVisible);
    WindowCloser &closer = m_window->closer;
    const QSignalSpy held(&closer, &WindowCloser::held);
    closer.guard().removalStarted();
    bool wasVisible = !isVisible;
    QVERIFY(endsAfter([&] {
        closer.quit();
        wasVisible = m_window->isVisible();
        QTimer::singleShot(0, m_window.get(), [&closer] { closer.guard().removalEnded(true); });
    }));
    QCOMPARE(held, QList<QVariantList>{{u"Waiting for the keychain…"_s}});
    QCOMPARE(wasVisible, isVisible); // what it waits for may have to be answered in it
    QVERIFY(!m_window->isVisible());
}

void TestWindowCloser::removalThatFailsKeepsTheProgram()
{
    WindowCloser &closer = m_window->closer;
    closer.guard().removalStarted();
    closer.quit();
    closer.guard().removalEnded(false);
    QVERIFY(m_window->isVisible());
    // It says so; whoever has read it can quit.
    QVERIFY(endsAfter([&closer] { closer.quit(); }));
}

void TestWindowCloser::removalThatTakesTooLongIsTold()
{
    WindowCloser &closer = m_window->closer;
    const QSignalSpy givenUp(&closer, &WindowCloser::removalGivenUp);
    closer.guard().setPatience(10ms);
    closer.guard().removalStarted();
    closer.quit();
    QTRY_COMPARE_WITH_TIMEOUT(givenUp.size(), 1, patienceMs);
    QVERIFY(m_window->isVisible());
    QVERIFY(endsAfter([&closer] { closer.quit(); }));
}

void TestWindowCloser::endOfTheSessionWaitsForNobody()
{
    WindowCloser &closer = m_window->closer;
    const QSignalSpy givenUp(&closer, &WindowCloser::removalGivenUp);
    closer.guard().removalStarted();
    QVERIFY(endsAfter([&closer] {
        closer.expectEnd();
        closer.quit();
    }));
    QCOMPARE(givenUp.size(), 0);
    QVERIFY(!m_window->isVisible());
}

QTEST_MAIN(TestWindowCloser)
#include "tst_windowcloser.moc"
