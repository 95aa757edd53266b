// SPDX-License-Identifier: Apache-2.0
#include "contrast.h"
#include "theme.h"

#include <QApplication>
#include <QPalette>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr double leastContrast = 4.5;

QPalette paletteOn(int grey)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(grey, grey, grey));
    const QColor text = grey < 128 ? Qt::white : Qt::black;
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::ButtonText, text);
    return palette;
}

/// The value of `property` in the rule of `state` (empty: the plain one), as the style sheet has it.
QColor ruleColor(const QString &sheet, const QString &state, const QString &property)
{
    static const QRegularExpression rule(uR"(([^{}]+)\{([^}]*)\})"_s);
    for (const QRegularExpressionMatch &match : rule.globalMatch(sheet)) {
        const QString wanted = state.isEmpty() ? u"QPushButton"_s : u"QPushButton:"_s + state;
        if (!match.captured(1).split(u',').replaceInStrings(u" "_s, QString()).contains(wanted))
            continue;
        const QRegularExpression value(uR"((?:^|[;\s])%1:\s*(#[0-9a-f]{6}))"_s.arg(property));
        return QColor(value.match(match.captured(2)).captured(1));
    }
    return {};
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void tonesCanBeRead_data();
    void tonesCanBeRead();
    void coloursAreThoseOfTheDesign_data();
    void coloursAreThoseOfTheDesign();
    void neutralIsThePalettes();
    void primaryButtonCanBeRead_data();
    void primaryButtonCanBeRead();
    void primaryButtonLooksEnabledFocusedAndDisabled();

private:
    static void addWindowColors();
};

void TestTheme::addWindowColors()
{
    QTest::addColumn<int>("grey");
    for (const int grey : {0xff, 0xfa, 0xf3, 0xef, 0xe8, 0xe3, 0x1e, 0x23, 0x2a, 0x30, 0x35})
        QTest::addRow("#%02X", static_cast<unsigned>(grey)) << grey;
}

void TestTheme::tonesCanBeRead_data()
{
    addWindowColors();
}

void TestTheme::tonesCanBeRead()
{
    QFETCH(const int, grey);
    const QPalette palette = paletteOn(grey);
    for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad}) {
        const double ratio = contrast(toneColor(tone, palette), palette.color(QPalette::Window));
        QVERIFY2(ratio >= leastContrast, qPrintable(u"%1 has %2:1"_s.arg(toneColor(tone, palette).name()).arg(ratio)));
    }
}

void TestTheme::coloursAreThoseOfTheDesign_data()
{
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QColor>("onLight");
    QTest::addColumn<QColor>("onDark");
    QTest::newRow("accent") << Tone::Accent << QColor(0x5350C4) << QColor(0xA5A5FF);
    QTest::newRow("good") << Tone::Good << QColor(0x116329) << QColor(0x4AC26B);
    QTest::newRow("warning") << Tone::Warning << QColor(0x7D4E00) << QColor(0xD9A62E);
    QTest::newRow("bad") << Tone::Bad << QColor(0xB31D28) << QColor(0xFF7B72);
}

void TestTheme::coloursAreThoseOfTheDesign()
{
    QFETCH(const Tone, tone);
    QTEST(toneColor(tone, paletteOn(0xef)), "onLight");
    QTEST(toneColor(tone, paletteOn(0x23)), "onDark");
}

void TestTheme::neutralIsThePalettes()
{
    QPalette palette = paletteOn(0xef);
    palette.setColor(QPalette::WindowText, QColor(0x123456));
    QCOMPARE(toneColor(Tone::Neutral, palette), QColor(0x123456));
}

void TestTheme::primaryButtonCanBeRead_data()
{
    addWindowColors();
}

void TestTheme::primaryButtonCanBeRead()
{
    QFETCH(const int, grey);
    const QString sheet = primaryButtonStyle(paletteOn(grey));
    const QColor text = ruleColor(sheet, QString(), u"color"_s);
    QVERIFY(text.isValid());
    for (const QString &state : {QString(), u"hover"_s, u"pressed"_s}) {
        const QColor background = ruleColor(sheet, state, u"background"_s);
        QVERIFY2(background.isValid(), qPrintable(state));
        QVERIFY2(contrast(text, background) >= leastContrast,
            qPrintable(u"%1 on %2: %3:1"_s.arg(text.name(), background.name()).arg(contrast(text, background))));
    }
    // The button's edge against the window: 3:1 is asked of what is no text.
    QVERIFY(contrast(ruleColor(sheet, QString(), u"background"_s), QColor(grey, grey, grey)) >= 3.0);
}

void TestTheme::primaryButtonLooksEnabledFocusedAndDisabled()
{
    QWidget window;
    QPushButton button(u"Copy"_s, &window);
    button.setStyleSheet(primaryButtonStyle(window.palette()));
    button.resize(button.sizeHint());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button.clearFocus();
    const QImage plain = button.grab().toImage();
    button.setFocus();
    const QImage focused = button.grab().toImage();
    button.setEnabled(false);
    const QImage disabled = button.grab().toImage();
    QVERIFY(plain != focused);
    QVERIFY(plain != disabled);
    QCOMPARE(plain.pixelColor(6, plain.height() / 2), toneColor(Tone::Accent, window.palette()));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
