// SPDX-License-Identifier: Apache-2.0
// Random walks with a Session: `tst_sessionmodel --steps 0 --seed 7` goes on until something is wrong, and
// `tst_sessionmodel --seed 7 --walk 123` repeats one walk.
#include "sessionwalk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

struct Options
{
    qint64 steps = 100'000; ///< 0: without end
    std::uint64_t seed = 1;
    std::optional<qint64> walk{};
};

// The report of the walk under way: log lines belong to it.
WalkReport *currentReport = nullptr;

void reportLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (currentReport && context.category && QByteArrayView(context.category).startsWith("qciauth")) {
        currentReport->requireNoSecret(text, u"the log"_s);
        currentReport->note(u"      log: "_s + text);
    } else {
        std::fprintf(type == QtDebugMsg ? stdout : stderr, "%s\n", qPrintable(text));
    }
}

} // namespace

class TestSessionModel : public QObject
{
    Q_OBJECT

public:
    TestSessionModel(VirtualTime &time, const Options &options)
        : m_time(time)
        , m_options(options)
    {
    }

private slots:
    void randomWalksBreakNoPromise();

private:
    VirtualTime &m_time;
    Options m_options;
};

void TestSessionModel::randomWalksBreakNoPromise()
{
    // In memory where that can be had: a walk writes thousands of small files.
    QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/qciauth-walk-XXXXXX"_s : QString());
    QVERIFY(folder.isValid());
    QLoggingCategory::setFilterRules(u"qciauth.*=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(&reportLine);
    QElapsedTimer elapsed;
    elapsed.start();
    qint64 steps = 0;
    qint64 requests = 0;
    for (qint64 walk = m_options.walk.value_or(0); m_options.steps == 0 || steps < m_options.steps; ++walk) {
        WalkReport report;
        currentReport = &report;
        const int length = [&] {
            SessionWalk session(
                m_options.seed * 1'000'003 + static_cast<std::uint64_t>(walk), m_time, folder.path(), report);
            const int taken = session.run();
            requests += static_cast<qint64>(session.requestCount());
            return taken;
        }();
        currentReport = nullptr;
        steps += length;
        if (report.hasFailed()) {
            qInstallMessageHandler(before);
            QFAIL(qPrintable(u"step %1 of walk %2: %3\nOnce more: tst_sessionmodel --seed %4 --walk %2\n%5"_s.arg(
                QString::number(length), QString::number(walk), report.problem(), QString::number(m_options.seed),
                report.lines().join(u'\n'))));
        }
        if (m_options.walk)
            break;
    }
    qInstallMessageHandler(before);
    qInfo("%lld steps, %lld requests, %lld ms", steps, requests, elapsed.elapsed());
}

int main(int argc, char *argv[])
{
    auto *time = new VirtualTime; // the application takes it over
    QCoreApplication::setEventDispatcher(time);
    const QCoreApplication application(argc, argv);
    Options options;
    QStringList rest;
    QStringList arguments = QCoreApplication::arguments();
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (argument == "--steps"_L1 && !arguments.isEmpty())
            options.steps = arguments.takeFirst().toLongLong();
        else if (argument == "--seed"_L1 && !arguments.isEmpty())
            options.seed = arguments.takeFirst().toULongLong();
        else if (argument == "--walk"_L1 && !arguments.isEmpty())
            options.walk = arguments.takeFirst().toLongLong();
        else
            rest.append(argument);
    }
    // A walk without end is none that hangs; Qt's own limit is five minutes. CTest has one for the suite.
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(std::numeric_limits<int>::max()));
    TestSessionModel test(*time, options);
    return QTest::qExec(&test, rest);
}

#include "tst_sessionmodel.moc"
