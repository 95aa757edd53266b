// SPDX-License-Identifier: Apache-2.0
#include "desktopbench.h"
#include "futures.h"
#include "screenreader.h"
#include "servicemonitor.h"
#include "servicepanel.h"

#include <QLabel>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct PanelBench : DesktopBench
{
    PanelBench()
    {
        panel.follow(monitor);
        panel.resize(400, panel.sizeHint().height());
        panel.show();
    }

    bool ask()
    {
        if (monitor.profile().url.isEmpty())
            monitor.watch(profile());
        else
            monitor.check();
        return QTest::qWaitFor([this] { return !monitor.isChecking(); }, patienceMs);
    }

    bool says(const QString &name) { return spokenNames<QWidget>(panel).contains(name); }
    QLabel &label(const QString &name) { return *panel.findChild<QLabel *>(name); }

    ServiceMonitor monitor{connector};
    ServicePanel panel;
};

} // namespace

class TestServicePanel : public QObject
{
    Q_OBJECT

private slots:
    void serviceIsReadOut();
    void everyCheckIsDrawn();
    void failureIsExplained();
    void iconFollowsThePalette();
    void nothingIsCutOff();
};

void TestServicePanel::serviceIsReadOut()
{
    PanelBench bench;
    QVERIFY(bench.says(u"Health: asking…"_s));
    QVERIFY(bench.says(u"Version: unknown"_s));
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s), 12ms);
    QVERIFY(bench.ask());
    QVERIFY(bench.says(u"Service: "_s + bench.server.urlText()));
    QVERIFY(bench.says(u"Health: OK, 12 ms"_s));
    QVERIFY(bench.says(u"Version: auth 1.2.3"_s));
}

void TestServicePanel::everyCheckIsDrawn()
{
    PanelBench bench;
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s), 12ms);
    QVERIFY(bench.ask());
    QCOMPARE(bench.label(u"latencyLabel"_s).text(), u"12 ms"_s);
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s), 40ms);
    QVERIFY(bench.ask());
    bench.answerHealth(DesktopBench::outage());
    QVERIFY(bench.ask());
    QCOMPARE(bench.label(u"latencyLabel"_s).text(), u"12 ms – 40 ms, median 26 ms"_s);
    QVERIFY(bench.says(u"Latency: shortest 12 ms, median 26 ms, longest 40 ms; failed: 1 of 3"_s));
}

void TestServicePanel::failureIsExplained()
{
    PanelBench bench;
    bench.answerHealth(DesktopBench::outage());
    QVERIFY(bench.ask());
    QVERIFY(bench.says(u"Health: unreachable, service answers 503"_s));
    QVERIFY(bench.label(u"healthLabel"_s).toolTip().contains("Try again later"_L1));
    QCOMPARE(bench.label(u"latencyLabel"_s).text(), u"no answer"_s);
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s));
    QVERIFY(bench.ask());
    QVERIFY(bench.says(u"Health: OK, 0 ms"_s));
    QCOMPARE(bench.label(u"healthLabel"_s).toolTip(), QString());
}

void TestServicePanel::iconFollowsThePalette()
{
    PanelBench bench;
    QVERIFY(bench.ask());
    const QImage light = bench.label(u"healthIcon"_s).pixmap().toImage();
    QVERIFY(!light.isNull());
    bench.panel.setPalette(QPalette(QColor(0x2a2a2a), QColor(0x1e1e1e)));
    QVERIFY(bench.label(u"healthIcon"_s).pixmap().toImage() != light);
}

void TestServicePanel::nothingIsCutOff()
{
    PanelBench bench;
    QVERIFY(bench.ask());
    for (const double scale : {1.0, 2.0}) {
        QFont font = bench.panel.font();
        font.setPointSizeF(font.pointSizeF() * scale);
        bench.panel.setFont(font);
        bench.panel.resize(400 - 32, bench.panel.sizeHint().height());
        QCoreApplication::processEvents();
        QCOMPARE(clippedWidgets(bench.panel), QStringList());
    }
}

QTEST_MAIN(TestServicePanel)
#include "tst_servicepanel.moc"
