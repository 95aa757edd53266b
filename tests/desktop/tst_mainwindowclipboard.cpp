// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QRegularExpression>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

class TestMainWindowClipboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void copiedHeaderIsMarkedAsASecret();
    void clipboardTellsWhenItIsCleared();
    void quittingClearsOurHeader();
    void quittingLeavesTheTextOfOthers();
    void logoutClearsOurHeader();
    void copiedIdStays();

private:
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
    /// What the status bar says about the clipboard.
    QString clearing();

    std::unique_ptr<WindowBench> m_bench;
};

void TestMainWindowClipboard::initTestCase()
{
    clipboard().setText(u"probe"_s);
    if (!clipboard().ownsClipboard())
        QSKIP("This platform does not tell who owns its clipboard: run under an X server");
}

void TestMainWindowClipboard::init()
{
    clipboard().clear();
    m_bench = std::make_unique<WindowBench>();
    QVERIFY(m_bench->openIn(State::Active));
    m_bench->click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clipboard().text(), u"Authorization: Bearer "_s + m_bench->accessToken(), patienceMs);
}

void TestMainWindowClipboard::cleanup()
{
    m_bench.reset();
}

QString TestMainWindowClipboard::clearing()
{
    for (const QString &name : spokenNames<QLabel>(m_bench->window())) {
        if (name.startsWith("Clipboard"_L1))
            return name;
    }
    return {};
}

void TestMainWindowClipboard::copiedHeaderIsMarkedAsASecret()
{
    QCOMPARE(clipboard().mimeData()->data(u"x-kde-passwordManagerHint"_s), "secret");
    QCOMPARE(clipboard().text(QClipboard::Selection), QString());
}

void TestMainWindowClipboard::clipboardTellsWhenItIsCleared()
{
    static const QRegularExpression words(u"^Clipboard clears in (\\d+) s$"_s);
    const auto seconds = [this] { return words.match(clearing()).captured(1).toInt(); };
    const int first = seconds();
    QVERIFY2(first > 0 && first <= 45, qPrintable(clearing()));
    QTRY_VERIFY_WITH_TIMEOUT(seconds() > 0 && seconds() < first, patienceMs);
    clipboard().setText(u"notes of somebody"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clearing(), QString(), patienceMs);
}

void TestMainWindowClipboard::quittingClearsOurHeader()
{
    m_bench->close();
    QCOMPARE(clipboard().text(), QString());
}

void TestMainWindowClipboard::quittingLeavesTheTextOfOthers()
{
    clipboard().setText(u"notes of somebody"_s);
    m_bench->close();
    QCOMPARE(clipboard().text(), u"notes of somebody"_s);
}

void TestMainWindowClipboard::logoutClearsOurHeader()
{
    m_bench->click(u"Log out"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->status(), u"Logged out"_s, patienceMs);
    QCOMPARE(clipboard().text(), QString());
    QCOMPARE(clearing(), QString());
}

void TestMainWindowClipboard::copiedIdStays()
{
    m_bench->click(u"Copy organization ID"_s);
    QCOMPARE(clipboard().text(), u"org-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clearing(), QString(), patienceMs);
    m_bench->close();
    QCOMPARE(clipboard().text(), u"org-1"_s);
}

QTEST_MAIN(TestMainWindowClipboard)
#include "tst_mainwindowclipboard.moc"
