// SPDX-License-Identifier: Apache-2.0
#include "secretclipboard.h"

#include "futures.h"
#include "testtokens.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSecretClipboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void secretIsThereAndMarked();
    void everyCopyHasItsOwnNonce();
    void stayIsAsDesigned();
    void secretGoesAfterItsStay();
    void anotherCopyStaysAsLong();
    void textOfOthersSurvivesTheStay();
    void textOfOthersSurvivesClear();
    void sameTextOfOthersSurvivesClear();
    void clearEmptiesOnlyOnce();
    void clearWithoutASecretDoesNothing();
    void zeroStayIsForever();
    void primarySelectionIsLeftAlone();
    void changesAreSignalled();

private:
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
    static QString text() { return clipboard().text(QClipboard::Clipboard); }

    QString m_secret;
};

void TestSecretClipboard::initTestCase()
{
    clipboard().setText(u"probe"_s);
    if (!clipboard().ownsClipboard())
        QSKIP("This platform does not tell who owns its clipboard: run under an X server");
}

void TestSecretClipboard::init()
{
    m_secret = TestTokens::accessToken();
    clipboard().clear(QClipboard::Clipboard);
}

void TestSecretClipboard::secretIsThereAndMarked()
{
    SecretClipboard secrets(clipboard());
    secrets.copy(m_secret);
    const QMimeData *data = clipboard().mimeData();
    QCOMPARE(data->text(), m_secret);
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret");
    QVERIFY(!data->hasHtml());
}

void TestSecretClipboard::everyCopyHasItsOwnNonce()
{
    const auto nonce = [] { return clipboard().mimeData()->data(u"application/x-qci-auth-nonce"_s); };
    SecretClipboard secrets(clipboard());
    secrets.copy(m_secret);
    const QByteArray first = nonce();
    QVERIFY(first.size() >= 16);
    QVERIFY(!m_secret.toLatin1().contains(first));
    secrets.copy(m_secret);
    QVERIFY(nonce() != first);
}

void TestSecretClipboard::stayIsAsDesigned()
{
    SecretClipboard secrets(clipboard());
    QVERIFY(secrets.remaining() == 0ms);
    secrets.copy(m_secret);
    QVERIFY(secrets.remaining() > 0s);
    QVERIFY(secrets.remaining() <= 45s);
    secrets.clear();
    QVERIFY(secrets.remaining() == 0ms);
}

void TestSecretClipboard::secretGoesAfterItsStay()
{
    SecretClipboard secrets(clipboard());
    secrets.setStay(200ms);
    QSignalSpy changed(&secrets, &SecretClipboard::changed);
    secrets.copy(m_secret);
    QCOMPARE(text(), m_secret);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patienceMs);
    QCOMPARE(text(), QString());
    QVERIFY(secrets.remaining() == 0ms);
}

void TestSecretClipboard::anotherCopyStaysAsLong()
{
    SecretClipboard secrets(clipboard());
    secrets.setStay(100ms);
    secrets.copy(m_secret);
    secrets.setStay(1h);
    secrets.copy(m_secret);
    QVERIFY(secrets.remaining() > 59min);
    QCOMPARE(text(), m_secret);
}

void TestSecretClipboard::textOfOthersSurvivesTheStay()
{
    SecretClipboard secrets(clipboard());
    secrets.setStay(100ms);
    secrets.copy(m_secret);
    clipboard().setText(u"notes of somebody"_s);
    QTRY_VERIFY_WITH_TIMEOUT(secrets.remaining() == 0ms, patienceMs);
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy passed(&later, &QTimer::timeout);
    later.start(300ms);
    QVERIFY(passed.wait(patienceMs));
    QCOMPARE(text(), u"notes of somebody"_s);
}

void TestSecretClipboard::textOfOthersSurvivesClear()
{
    SecretClipboard secrets(clipboard());
    secrets.copy(m_secret);
    clipboard().setText(u"notes of somebody"_s);
    secrets.clear();
    QCOMPARE(text(), u"notes of somebody"_s);
}

void TestSecretClipboard::sameTextOfOthersSurvivesClear()
{
    SecretClipboard secrets(clipboard());
    secrets.copy(m_secret);
    clipboard().setText(m_secret);
    secrets.clear();
    QCOMPARE(text(), m_secret);
}

void TestSecretClipboard::clearEmptiesOnlyOnce()
{
    SecretClipboard secrets(clipboard());
    secrets.copy(m_secret);
    secrets.clear();
    QCOMPARE(text(), QString());
    clipboard().setText(u"notes of somebody"_s);
    secrets.clear();
    QCOMPARE(text(), u"notes of somebody"_s);
}

void TestSecretClipboard::clearWithoutASecretDoesNothing()
{
    SecretClipboard secrets(clipboard());
    QSignalSpy changed(&secrets, &SecretClipboard::changed);
    clipboard().setText(u"notes of somebody"_s);
    secrets.clear();
    QCOMPARE(text(), u"notes of somebody"_s);
    QCOMPARE(changed.size(), 0);
}

void TestSecretClipboard::zeroStayIsForever()
{
    SecretClipboard secrets(clipboard());
    secrets.setStay(100ms);
    secrets.copy(m_secret);
    secrets.setStay(0ms);
    secrets.copy(m_secret);
    QVERIFY(secrets.remaining() == 0ms);
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy passed(&later, &QTimer::timeout);
    later.start(200ms);
    QVERIFY(passed.wait(patienceMs));
    QCOMPARE(text(), m_secret);
    secrets.clear();
    QCOMPARE(text(), QString());
}

void TestSecretClipboard::primarySelectionIsLeftAlone()
{
    QVERIFY(clipboard().supportsSelection());
    clipboard().setText(u"selected"_s, QClipboard::Selection);
    SecretClipboard secrets(clipboard());
    secrets.copy(m_secret);
    QCOMPARE(clipboard().text(QClipboard::Selection), u"selected"_s);
    secrets.clear();
    QCOMPARE(clipboard().text(QClipboard::Selection), u"selected"_s);
}

void TestSecretClipboard::changesAreSignalled()
{
    SecretClipboard secrets(clipboard());
    QSignalSpy changed(&secrets, &SecretClipboard::changed);
    QSignalSpy taken(&secrets, &SecretClipboard::taken);
    secrets.copy(m_secret);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(taken.size(), 1);
    clipboard().setText(u"notes of somebody"_s);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patienceMs);
    clipboard().setText(u"more notes"_s);
    secrets.copy(m_secret);
    secrets.clear();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 4, patienceMs);
}

QTEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
