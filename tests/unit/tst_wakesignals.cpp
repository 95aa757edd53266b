// SPDX-License-Identifier: Apache-2.0
#include "wakesignals.h"

#include "futures.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace QciAuth;
using namespace Qt::StringLiterals;

/// A bus of the test's own stands for the system's, and the test for logind and NetworkManager.
class TestWakeSignals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void endOfSleepWakes();
    void networkThatComesUpWakes_data();
    void networkThatComesUpWakes();
    void othersDoNotWake();
    void cleanupTestCase();

private:
    void emitSignal(QDBusConnection &bus, const QString &path, const QString &interface, const QString &name,
        const QVariant &argument);
    void sleep(bool starting);
    void changeNetwork(uint state);
    /// Everything that was sent before has arrived once this is seen.
    bool endOfSleepArrives();

    QTemporaryDir m_folder;
    QProcess m_bus;
    std::unique_ptr<WakeSignals> m_signals;
};

namespace {

const auto loginService = u"org.freedesktop.login1"_s;
const auto networkService = u"org.freedesktop.NetworkManager"_s;

QDBusConnection serverConnection()
{
    return QDBusConnection(u"services"_s);
}

} // namespace

void TestWakeSignals::initTestCase()
{
    const QString configuration = m_folder.filePath(u"bus.conf"_s);
    QFile file(configuration);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<busconfig><type>system</type><listen>unix:dir=" + m_folder.path().toUtf8() +
               "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/>"
               "<allow receive_sender=\"*\"/><allow own=\"*\"/><allow user=\"*\"/></policy></busconfig>");
    file.close();
    m_bus.start(u"dbus-daemon"_s, {u"--config-file="_s + configuration, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_bus.waitForStarted() && m_bus.waitForReadyRead(), qPrintable(m_bus.errorString()));
    const QByteArray address = m_bus.readLine().trimmed();
    // Before anybody asks Qt for the system's bus.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    QDBusConnection services = QDBusConnection::connectToBus(QString::fromUtf8(address), u"services"_s);
    QVERIFY(services.registerService(loginService));
    QVERIFY(services.registerService(networkService));
    QVERIFY(QDBusConnection::systemBus().isConnected());
}

void TestWakeSignals::init()
{
    m_signals = std::make_unique<WakeSignals>();
}

void TestWakeSignals::cleanupTestCase()
{
    m_signals.reset();
    QDBusConnection::disconnectFromBus(u"services"_s);
    m_bus.terminate();
    QVERIFY(m_bus.waitForFinished());
}

void TestWakeSignals::emitSignal(
    QDBusConnection &bus, const QString &path, const QString &interface, const QString &name, const QVariant &argument)
{
    QDBusMessage message = QDBusMessage::createSignal(path, interface, name);
    message << argument;
    QVERIFY(bus.send(message));
}

void TestWakeSignals::sleep(bool starting)
{
    QDBusConnection bus = serverConnection();
    emitSignal(bus, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, starting);
}

void TestWakeSignals::changeNetwork(uint state)
{
    QDBusConnection bus = serverConnection();
    emitSignal(bus, u"/org/freedesktop/NetworkManager"_s, networkService, u"StateChanged"_s, state);
}

bool TestWakeSignals::endOfSleepArrives()
{
    QSignalSpy woken(m_signals.get(), &WakeSignals::woken);
    sleep(false);
    return woken.wait(patienceMs) && woken.size() == 1;
}

void TestWakeSignals::endOfSleepWakes()
{
    QVERIFY(endOfSleepArrives());
}

void TestWakeSignals::networkThatComesUpWakes_data()
{
    QTest::addColumn<uint>("state");
    QTest::newRow("site") << 60U;
    QTest::newRow("everywhere") << 70U;
}

void TestWakeSignals::networkThatComesUpWakes()
{
    QFETCH(const uint, state);
    QSignalSpy woken(m_signals.get(), &WakeSignals::woken);
    changeNetwork(state);
    QVERIFY(woken.wait(patienceMs));
    QCOMPARE(woken.size(), 1);
}

void TestWakeSignals::othersDoNotWake()
{
    sleep(true);
    changeNetwork(20); // disconnected
    changeNetwork(40); // connecting
    // A stranger says so.
    QDBusConnection stranger =
        QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS"), u"stranger"_s);
    emitSignal(
        stranger, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, false);
    QVERIFY(stranger.interface()->isServiceRegistered(loginService)); // answered, so the signal is through
    QVERIFY(endOfSleepArrives());
    QDBusConnection::disconnectFromBus(u"stranger"_s);
}

QTEST_GUILESS_MAIN(TestWakeSignals)
#include "tst_wakesignals.moc"
