// SPDX-License-Identifier: Apache-2.0
#include "autostart.h"

#include "desktopentry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Start = Autostart::Start;

class TestAutostart : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void nothingIsStartedByItself();
    void startIsWrittenAsDesktopsReadIt_data();
    void startIsWrittenAsDesktopsReadIt();
    void turnedOffLeavesNothing();
    void whatTheFileSaysHolds_data();
    void whatTheFileSaysHolds();
    void entryOfAnotherToolIsKept();
    void programThatMovedIsFollowed();
    void fileOfAnotherProgramIsLeftAlone_data();
    void fileOfAnotherProgramIsLeftAlone();
    void entryForAllIsSeenAndOverridden();
    void unwritableFolderIsSaid();
    void linkStaysOne();
    void otherSystemsSayWhy();
    void foldersOfAFlatpakAreNotUsed();

private:
    Autostart autostart() const { return Autostart({m_user, m_system}, m_program); }
    QString userFile() const { return m_user + u'/' + Autostart::fileName(); }
    QString systemFile() const { return m_system + u'/' + Autostart::fileName(); }
    static void makeProgram(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    static QByteArray read(const QString &path);
    QByteArray entry(const QByteArray &more) const;
    static void verifySentence(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_user;
    QString m_system;
    QString m_program;
};

void TestAutostart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_user = m_folder->filePath(u"config/autostart"_s);
    m_system = m_folder->filePath(u"xdg/autostart"_s);
    m_program = m_folder->filePath(u"bin/qci-auth-desktop"_s);
    makeProgram(m_program);
}

void TestAutostart::makeProgram(const QString &path)
{
    write(path, "#!/bin/sh\n");
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestAutostart::write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray TestAutostart::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestAutostart::entry(const QByteArray &more) const
{
    return "[Desktop Entry]\nType=Application\nName=Mine\nExec=" + m_program.toUtf8() + "\n" + more;
}

void TestAutostart::verifySentence(const QString &text)
{
    QVERIFY2(text.size() > 20 && text.endsWith(u'.'), qPrintable(text));
}

void TestAutostart::nothingIsStartedByItself()
{
    QVERIFY(autostart().start() == Start::Never);
    QCOMPARE(autostart().setStart(Start::Never), QString());
    QVERIFY(!QFileInfo::exists(m_user));
    QCOMPARE(autostart().unavailability(), QString());
}

void TestAutostart::startIsWrittenAsDesktopsReadIt_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << u"bin"_s;
    QTest::newRow("space") << u"My Programs"_s;
    QTest::newRow("specials") << uR"(a"b$c`d\e%f'g&h;(i)*)"_s;
}

void TestAutostart::startIsWrittenAsDesktopsReadIt()
{
    QFETCH(const QString, folder);
    m_program = m_folder->filePath(folder + u"/qci-auth-desktop"_s);
    makeProgram(m_program);
    QCOMPARE(autostart().setStart(Start::Shown), QString());
    QVERIFY(autostart().start() == Start::Shown);
    const auto shown = DesktopEntry::read(userFile());
    QVERIFY(shown);
    QCOMPARE(shown->value("Type"), u"Application"_s);
    QCOMPARE(shown->value("Name"), u"QCi Auth"_s);
    QCOMPARE(shown->value("TryExec"), m_program);
    QCOMPARE(DesktopEntry::argumentsOf(shown->value("Exec")), QStringList(m_program));

    QCOMPARE(autostart().setStart(Start::Hidden), QString());
    QVERIFY(autostart().start() == Start::Hidden);
    QCOMPARE(DesktopEntry::argumentsOf(DesktopEntry::read(userFile())->value("Exec")),
        QStringList({m_program, u"--hidden"_s}));
    QCOMPARE(autostart().setStart(Start::Shown), QString());
    QCOMPARE(read(userFile()), shown->toBytes());
}

void TestAutostart::turnedOffLeavesNothing()
{
    for (const Start start : {Start::Shown, Start::Hidden}) {
        QCOMPARE(autostart().setStart(start), QString());
        QCOMPARE(autostart().setStart(Start::Never), QString());
        QVERIFY(!QFileInfo::exists(userFile()));
    }
}

void TestAutostart::whatTheFileSaysHolds_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<Start>("start");
    QTest::newRow("plain") << ""_ba << Start::Shown;
    QTest::newRow("turned off by a tool") << "Hidden=true\n"_ba << Start::Never;
    QTest::newRow("not turned off") << "Hidden=false\n"_ba << Start::Shown;
    QTest::newRow("turned off by GNOME") << "X-GNOME-Autostart-enabled=false\n"_ba << Start::Never;
    QTest::newRow("turned on by GNOME") << "X-GNOME-Autostart-enabled=true\n"_ba << Start::Shown;
    QTest::newRow("program is gone") << "TryExec=/nowhere/qci-auth-desktop\n"_ba << Start::Never;
    QTest::newRow("hidden in another group") << "[Desktop Action x]\nHidden=true\n"_ba << Start::Shown;
}

void TestAutostart::whatTheFileSaysHolds()
{
    QFETCH(const QByteArray, lines);
    write(userFile(), entry(lines));
    QTEST(autostart().start(), "start");

    for (const Start start : {Start::Hidden, Start::Never, Start::Shown}) {
        QCOMPARE(autostart().setStart(start), QString());
        QVERIFY(autostart().start() == start);
    }
    // Never was written into it, as somebody else has made it.
    QVERIFY(read(userFile()).contains("Name=Mine\n"));
}

void TestAutostart::entryOfAnotherToolIsKept()
{
    write(userFile(), "# mine\n[Desktop Entry]\nName=Mine\nName[de]=Meins\nExec=env A=1 " + m_program.toUtf8() +
                          " --style fusion\nX-GNOME-Autostart-Delay=9\n");
    QCOMPARE(autostart().setStart(Start::Hidden), QString());
    QCOMPARE(read(userFile()),
        "# mine\n[Desktop Entry]\nName=Mine\nName[de]=Meins\nExec=env A=1 " + m_program.toUtf8() +
            " --style fusion --hidden\nX-GNOME-Autostart-Delay=9\nType=Application\nTryExec=" + m_program.toUtf8() +
            "\n");
    // What a tool leaves of an entry that it has turned off starts nothing, and can be turned on.
    write(userFile(), "[Desktop Entry]\nHidden=true\n");
    QVERIFY(autostart().start() == Start::Never);
    QCOMPARE(autostart().setStart(Start::Shown), QString());
    QVERIFY(autostart().start() == Start::Shown);
}

void TestAutostart::programThatMovedIsFollowed()
{
    QCOMPARE(autostart().setStart(Start::Hidden), QString());
    QVERIFY(QFile::remove(m_program));
    QVERIFY(autostart().start() == Start::Never);
    m_program = m_folder->filePath(u"opt/qci-auth-desktop"_s);
    makeProgram(m_program);
    QCOMPARE(autostart().setStart(Start::Hidden), QString());
    QVERIFY(autostart().start() == Start::Hidden);
    QVERIFY(!read(userFile()).contains("/bin/qci-auth-desktop"));
}

void TestAutostart::fileOfAnotherProgramIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("another program") << "[Desktop Entry]\nType=Application\nName=Other\nExec=/bin/sh -c true\n"_ba;
    QTest::newRow("no entry") << "garbage\n"_ba;
    QTest::newRow("binary") << QByteArray("\x7f\0\xff", 3);
    QTest::newRow("empty") << ""_ba;
}

void TestAutostart::fileOfAnotherProgramIsLeftAlone()
{
    QFETCH(const QByteArray, content);
    write(userFile(), content);
    QVERIFY(autostart().start() == Start::Never);
    const QString problem = autostart().setStart(Start::Shown);
    QVERIFY2(problem.contains(QDir::toNativeSeparators(userFile())), qPrintable(problem));
    verifySentence(problem);
    QCOMPARE(autostart().setStart(Start::Never), QString());
    QCOMPARE(read(userFile()), content);
}

void TestAutostart::entryForAllIsSeenAndOverridden()
{
    write(systemFile(), entry(""));
    const QByteArray before = read(systemFile());
    QVERIFY(autostart().start() == Start::Shown);
    QCOMPARE(autostart().setStart(Start::Never), QString());
    QVERIFY(autostart().start() == Start::Never);
    QVERIFY(DesktopEntry::read(userFile())->isTrue("Hidden"));
    QCOMPARE(autostart().setStart(Start::Hidden), QString());
    QVERIFY(autostart().start() == Start::Hidden);
    // Removing the user's own would bring back the one for all.
    QCOMPARE(autostart().setStart(Start::Never), QString());
    QVERIFY(autostart().start() == Start::Never);
    QCOMPARE(read(systemFile()), before);
}

void TestAutostart::unwritableFolderIsSaid()
{
    write(m_user, "in the way"); // nobody can make a folder there, not even root
    const QString problem = autostart().setStart(Start::Shown);
    QVERIFY2(problem.contains(QDir::toNativeSeparators(userFile())), qPrintable(problem));
    verifySentence(problem);
    QCOMPARE(read(m_user), "in the way"_ba);
}

void TestAutostart::linkStaysOne()
{
#ifdef Q_OS_UNIX
    const QString elsewhere = m_folder->filePath(u"dotfiles.desktop"_s);
    write(elsewhere, entry(""));
    QVERIFY(QDir().mkpath(m_user));
    QVERIFY(QFile::link(elsewhere, userFile()));
    QCOMPARE(autostart().setStart(Start::Hidden), QString());
    QVERIFY(QFileInfo(userFile()).isSymLink());
    QVERIFY(read(elsewhere).contains("--hidden"));
#else
    QSKIP("links are another matter there");
#endif
}

void TestAutostart::otherSystemsSayWhy()
{
    Autostart none({}, m_program);
    verifySentence(none.unavailability());
    QVERIFY(none.start() == Start::Never);
    QCOMPARE(none.setStart(Start::Shown), none.unavailability());
}

void TestAutostart::foldersOfAFlatpakAreNotUsed()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    QVERIFY(!Autostart::systemFolders().isEmpty());
    qputenv("FLATPAK_ID", "com.quantumcomputinginc.QciAuth");
    const auto restore = qScopeGuard([] { qunsetenv("FLATPAK_ID"); });
    QCOMPARE(Autostart::systemFolders(), QStringList());
#else
    QSKIP("Flatpak is for Linux");
#endif
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
