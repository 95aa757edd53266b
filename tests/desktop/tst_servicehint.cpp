// SPDX-License-Identifier: Apache-2.0
#include "servicehint.h"

#include "desktopbench.h"
#include "futures.h"
#include "screenreader.h"
#include "servicemonitor.h"

#include <QApplication>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServiceHint : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void goodServiceIsNamed();
    void faultIsExplained_data();
    void faultIsExplained();
    void refusedConnectionIsExplained();
    void unusableAddressIsExplained();
    void emptyAddressIsNotAsked();
    void onlyThePauseAfterTypingAsks();
    void pauseIsLongEnoughToTypeIn();
    void answerForAnOlderAddressIsNotShown();
    void textIsSpoken();

private:
    void type(const QString &url);
    QByteArrayList askedPaths() const;

    std::unique_ptr<DesktopBench> m_bench;
    std::unique_ptr<ServiceMonitor> m_monitor;
    std::unique_ptr<QWidget> m_window;
    ServiceHint *m_hint = nullptr;
};

void TestServiceHint::init()
{
    m_bench = std::make_unique<DesktopBench>();
    m_monitor = std::make_unique<ServiceMonitor>(m_bench->connector);
    m_window = std::make_unique<QWidget>();
    m_hint = new ServiceHint(m_window.get());
    m_hint->setMonitor(*m_monitor);
    m_window->show();
}

void TestServiceHint::cleanup()
{
    m_window.reset();
    m_monitor.reset();
    m_bench.reset();
}

void TestServiceHint::type(const QString &url)
{
    Profile profile = m_bench->profile();
    profile.url = url;
    m_hint->setProfile(profile);
}

QByteArrayList TestServiceHint::askedPaths() const
{
    QByteArrayList paths;
    for (const WireRequest &request : m_bench->server.requests())
        paths.append(request.requestLine.split(' ').value(1));
    std::sort(paths.begin(), paths.end());
    return paths;
}

void TestServiceHint::goodServiceIsNamed()
{
    m_bench->answerHealth(m_bench->healthSaying(u"OK"_s), 12ms);
    type(m_bench->server.urlText());
    QCOMPARE(m_hint->text(), u"Asking the service…"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_hint->text(), u"A QCi service answers here: auth 1.2.3 (OK, 12 ms)"_s, patienceMs);
}

void TestServiceHint::faultIsExplained_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("not found") << DesktopBench::notFound() << u"There is no QCi service at this address"_s;
    QTest::newRow("outage") << DesktopBench::outage() << u"answers 503. Try again later"_s;
}

void TestServiceHint::faultIsExplained()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    m_bench->answerHealth(answer);
    const QColor plain = m_hint->palette().color(QPalette::WindowText);
    type(m_bench->server.urlText());
    QTRY_VERIFY2_WITH_TIMEOUT(m_hint->text().contains(words), qPrintable(m_hint->text()), patienceMs);
    QVERIFY(m_hint->palette().color(QPalette::WindowText) != plain);
}

void TestServiceHint::refusedConnectionIsExplained()
{
    m_bench->server.close();
    type(m_bench->server.urlText());
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_hint->text().startsWith("Nothing answers at 127.0.0.1, port"_L1), qPrintable(m_hint->text()), patienceMs);
}

void TestServiceHint::unusableAddressIsExplained()
{
    type(u"ftp://127.0.0.1/"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_hint->text().startsWith("An address with ftp:// cannot be used."_L1), qPrintable(m_hint->text()), patienceMs);
    type(u"http://qci.invalid"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_hint->text().startsWith("Plain http would send"_L1), qPrintable(m_hint->text()), patienceMs);
}

void TestServiceHint::emptyAddressIsNotAsked()
{
    type(m_bench->server.urlText());
    QTRY_VERIFY_WITH_TIMEOUT(m_hint->text().startsWith("A QCi service"_L1), patienceMs);
    type(QString());
    QCOMPARE(m_hint->text(), QString());
}

void TestServiceHint::onlyThePauseAfterTypingAsks()
{
    const QString base = m_bench->server.urlText();
    for (const QString &typed : {u"a"_s, u"ab"_s, u"abc"_s})
        type(base + typed);
    QTRY_VERIFY_WITH_TIMEOUT(m_hint->text().startsWith("A QCi service"_L1), patienceMs);
    QCOMPARE(askedPaths(), QByteArrayList({"/abc/auth/v1/access-tokens/health", "/abc/auth/v1/access-tokens/version"}));
    // Setting what is there already asks nothing.
    type(base + u"abc"_s);
    QVERIFY(m_hint->text().startsWith("A QCi service"_L1));
}

void TestServiceHint::pauseIsLongEnoughToTypeIn()
{
    // The first timer that runs out is the pause's.
    class FirstTimer final : public QObject
    {
    public:
        bool eventFilter(QObject *receiver, QEvent *event) override
        {
            if (const auto *timer = qobject_cast<QTimer *>(receiver);
                timer && event->type() == QEvent::Timer && pause == 0)
                pause = timer->interval();
            return false;
        }

        int pause = 0;
    } first;
    qApp->installEventFilter(&first);
    type(m_bench->server.urlText());
    QTRY_VERIFY_WITH_TIMEOUT(m_hint->text().startsWith("A QCi service"_L1), patienceMs);
    QVERIFY2(first.pause >= 300, QByteArray::number(first.pause).constData());
}

void TestServiceHint::answerForAnOlderAddressIsNotShown()
{
    type(m_bench->server.urlText());
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->server.requests().size(), 2, patienceMs);
    type(u"ftp://127.0.0.1/"_s); // while the answer is on its way
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isChecking(), patienceMs);
    QVERIFY2(!m_hint->text().startsWith("A QCi service"_L1), qPrintable(m_hint->text()));
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_hint->text().startsWith("An address with ftp:// cannot be used."_L1), qPrintable(m_hint->text()), patienceMs);
}

void TestServiceHint::textIsSpoken()
{
    type(m_bench->server.urlText());
    QTRY_VERIFY_WITH_TIMEOUT(m_hint->text().startsWith("A QCi service"_L1), patienceMs);
    QCOMPARE(spokenName(*m_hint), m_hint->text());
    // Screen readers are told of it, by the name that each label of the program has for them.
    QCOMPARE(m_hint->accessibleName(), m_hint->text());
    QCOMPARE(m_hint->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestServiceHint)
#include "tst_servicehint.moc"
