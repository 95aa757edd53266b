// SPDX-License-Identifier: Apache-2.0
#include "profilelock.h"

#include "futures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProfileLock : public QObject
{
    Q_OBJECT

private slots:
    void oneHolderAtATime();
    void profilesDoNotWaitForEachOther();
    void patienceEnds();
    void lockOfAKilledProcessIsTaken();
    void emptyLockFileIsTaken_data();
    void emptyLockFileIsTaken();
    void withoutAFolderThereIsNoLock_data();
    void withoutAFolderThereIsNoLock();

private:
    QTemporaryDir m_folder;
};

void TestProfileLock::oneHolderAtATime()
{
    const auto first = resultOf(ProfileLock::acquire(m_folder.path(), u"default"_s, 20s));
    QVERIFY(first && *first);
    auto second = ProfileLock::acquire(m_folder.path(), u"default"_s, 20s);
    QCoreApplication::processEvents();
    QVERIFY(!second.isFinished());
    (*first)->unlock();
    const auto held = resultOf(second);
    QVERIFY(held && *held);
    QVERIFY((*held)->isLocked());
}

void TestProfileLock::profilesDoNotWaitForEachOther()
{
    const auto one = resultOf(ProfileLock::acquire(m_folder.path(), u"one/../x"_s, 20s));
    const auto other = resultOf(ProfileLock::acquire(m_folder.path(), QString(200, u'ü'), 20s));
    QVERIFY(one && *one);
    QVERIFY(other && *other);
}

void TestProfileLock::patienceEnds()
{
    const auto first = resultOf(ProfileLock::acquire(m_folder.path(), u"patience"_s, 20s));
    QVERIFY(first && *first);
    const auto second = resultOf(ProfileLock::acquire(m_folder.path(), u"patience"_s, 30ms));
    QVERIFY(second);
    QVERIFY(!*second);
    QVERIFY((*first)->isLocked());
}

void TestProfileLock::lockOfAKilledProcessIsTaken()
{
    QProcess process;
    process.start(u"true"_s, QStringList());
    QVERIFY(process.waitForStarted());
    const qint64 gone = process.processId();
    QVERIFY(process.waitForFinished());
    QFile file(ProfileLock::file(m_folder.path(), u"killed"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(gone) + "\nqci-auth\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    file.close();
    const auto held = resultOf(ProfileLock::acquire(m_folder.path(), u"killed"_s, 20s));
    QVERIFY(held && *held);
}

void TestProfileLock::emptyLockFileIsTaken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\xff\x00 not a lock", 12);
}

void TestProfileLock::emptyLockFileIsTaken()
{
    QFETCH(const QByteArray, content);
    QFile file(ProfileLock::file(m_folder.path(), u"left"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto held = resultOf(ProfileLock::acquire(m_folder.path(), u"left"_s, 20s));
    QVERIFY(held && *held);
}

void TestProfileLock::withoutAFolderThereIsNoLock_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("none") << QString();
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s);
    QTest::newRow("a device") << u"/dev/null"_s;
    QTest::newRow("a folder in place of the file") << m_folder.path();
}

void TestProfileLock::withoutAFolderThereIsNoLock()
{
    QFETCH(const QString, folder);
    if (folder == m_folder.path())
        QVERIFY(QDir().mkpath(ProfileLock::file(folder, u"default"_s)));
    const auto held = resultOf(ProfileLock::acquire(folder, u"default"_s, 20s));
    QVERIFY(held);
    QVERIFY(!*held);
}

QTEST_GUILESS_MAIN(TestProfileLock)
#include "tst_profilelock.moc"
