// SPDX-License-Identifier: Apache-2.0
#include "elidedlabel.h"
#include "statusbar.h"

#include <QTest>
#include <QTextDocumentFragment>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestStatusBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_bar.reset(); }
    void shortMessageStandsBesideTheClipboard();
    void longMessageTakesTheClipboardsPlace();
    void clipboardStandsInTheSmallestWindow();
    void messageThatIsTooLongIsInTheToolTip();

private:
    const QWidget *clipboard() const;
    int widthOf(const QString &text) const { return m_bar->fontMetrics().horizontalAdvance(text); }

    std::unique_ptr<StatusBar> m_bar;
};

void TestStatusBar::init()
{
    m_bar = std::make_unique<StatusBar>();
    m_bar->showKeychain(u"GNOME Keyring"_s);
    m_bar->showClipboard(45s);
    m_bar->resize(500, m_bar->sizeHint().height());
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
}

const QWidget *TestStatusBar::clipboard() const
{
    for (const auto *label : m_bar->findChildren<ElidedLabel *>()) {
        if (label->text() == "Clipboard clears in 45 s"_L1)
            return label;
    }
    return nullptr;
}

void TestStatusBar::shortMessageStandsBesideTheClipboard()
{
    m_bar->say(u"Bearer header copied"_s);
    QVERIFY(clipboard()->isVisible());
    QVERIFY(m_bar->room().right() < clipboard()->x());
    QCOMPARE(m_bar->toolTip(), QString());
}

void TestStatusBar::longMessageTakesTheClipboardsPlace()
{
    const QString text = u"Bearer header copied, but it expires in 30 seconds, and no later than that"_s;
    QVERIFY(widthOf(text) > clipboard()->x());
    m_bar->resize(widthOf(text) + 60, m_bar->height());

    m_bar->say(text);
    QVERIFY(!clipboard()->isVisible());
    QVERIFY(m_bar->room().width() >= widthOf(text));
    QCOMPARE(m_bar->toolTip(), QString());

    m_bar->clearMessage();
    QVERIFY(clipboard()->isVisible());
}

void TestStatusBar::clipboardStandsInTheSmallestWindow()
{
    m_bar->resize(140, m_bar->height());
    QVERIFY(widthOf(u"Clipboard clears in 45 s"_s) > m_bar->room().width());
    QVERIFY(clipboard()->isVisible());
}

void TestStatusBar::messageThatIsTooLongIsInTheToolTip()
{
    const QString text = u"Not refreshed: "_s + u"one of the many causes "_s.repeated(8);
    m_bar->say(text);
    QVERIFY(m_bar->room().width() < widthOf(text));
    // It is broken into lines.
    QCOMPARE(QTextDocumentFragment::fromHtml(m_bar->toolTip()).toPlainText().simplified(), text.trimmed());

    m_bar->resize(widthOf(text) + 60, m_bar->height());
    QCOMPARE(m_bar->toolTip(), QString());
    m_bar->clearMessage();
    QCOMPARE(m_bar->toolTip(), QString());
}

QTEST_MAIN(TestStatusBar)
#include "tst_statusbar.moc"
