// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"
#include "logindialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using State = Session::State;

namespace {

constexpr double leastContrast = 4.5;

/// Relative luminance and contrast of WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/// `color` as it looks on `ground`.
QColor laidOn(const QColor &color, const QColor &ground)
{
    const auto mixed = [&](float above, float below) { return above * color.alphaF() + below * (1 - color.alphaF()); };
    return QColor::fromRgbF(mixed(color.redF(), ground.redF()), mixed(color.greenF(), ground.greenF()),
        mixed(color.blueF(), ground.blueF()));
}

QPalette paletteOn(int grey)
{
    const bool dark = grey < 128;
    QPalette palette(QColor(grey, grey, grey), QColor(grey, grey, grey));
    const QColor text = dark ? QColor(0xf0f0f0) : QColor(0x202020);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, dark ? QColor(0x1b1e20) : QColor(Qt::white));
    return palette;
}

/// The colour of a style sheet's plain rule, where a widget has one; else that of the palette.
QColor colorOf(const QWidget &widget, const QString &property, QPalette::ColorRole role)
{
    const QRegularExpression rule(uR"(QPushButton \{[^}]*\b%1: (#[0-9a-f]{6});)"_s.arg(property));
    const QRegularExpressionMatch match = rule.match(widget.styleSheet());
    return match.hasMatch() ? QColor(match.captured(1)) : widget.palette().color(QPalette::Active, role);
}

/// What a widget's text stands on: its own ground, or that of the next parent that has one.
QColor groundOf(const QWidget &widget)
{
    const QWidget *ground = &widget;
    while (!ground->isWindow() && !ground->autoFillBackground())
        ground = ground->parentWidget();
    return ground->palette().color(QPalette::Active, QPalette::Window);
}

/// The visible texts of the window that cannot be read well, with their contrast; what is disabled is exempt.
QStringList unreadableTexts(const QWidget &window)
{
    QStringList unreadable;
    const auto check = [&unreadable](
                           const QWidget &widget, const QString &text, const QColor &color, const QColor &ground) {
        const double ratio = contrast(laidOn(color, ground), ground);
        if (widget.isVisible() && widget.isEnabled() && !text.isEmpty() && ratio < leastContrast)
            unreadable.append(u"%1 '%2': %3 on %4 is %5:1"_s.arg(
                widget.objectName(), text, color.name(QColor::HexArgb), ground.name(), QString::number(ratio)));
    };
    for (const QLabel *label : window.findChildren<QLabel *>())
        check(
            *label, label->text(), label->palette().color(QPalette::Active, label->foregroundRole()), groundOf(*label));
    for (const QPushButton *button : window.findChildren<QPushButton *>())
        check(*button, button->text(), colorOf(*button, u"color"_s, QPalette::ButtonText),
            colorOf(*button, u"background"_s, QPalette::Button));
    for (const QCheckBox *box : window.findChildren<QCheckBox *>())
        check(*box, box->text(), box->palette().color(QPalette::Active, QPalette::WindowText), groundOf(*box));
    for (const QLineEdit *field : window.findChildren<QLineEdit *>()) {
        const QColor ground = field->palette().color(QPalette::Active, QPalette::Base);
        check(*field, field->text(), field->palette().color(QPalette::Active, QPalette::Text), ground);
        check(*field, field->placeholderText(), field->palette().color(QPalette::Active, QPalette::PlaceholderText),
            ground);
    }
    return unreadable;
}

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QApplication::setPalette(QPalette()); }

    void windowCanBeRead_data();
    void windowCanBeRead();
    void loginDialogCanBeRead_data();
    void loginDialogCanBeRead();

private:
    static void addPalettes();
};

void TestContrast::addPalettes()
{
    QTest::addColumn<int>("grey");
    for (const int grey : {0xff, 0xef, 0xe3, 0x1e, 0x2a, 0x35})
        QTest::addRow("#%02X", static_cast<unsigned>(grey)) << grey;
}

void TestContrast::windowCanBeRead_data()
{
    addPalettes();
}

void TestContrast::windowCanBeRead()
{
    QFETCH(const int, grey);
    QApplication::setPalette(paletteOn(grey));
    for (const State state : {State::LoggedOut, State::Starting, State::Locked, State::Active, State::RefreshFailing,
             State::Expired, State::LoginRequired}) {
        WindowBench bench;
        QVERIFY(bench.openIn(state));
        QCOMPARE(unreadableTexts(bench.window()).join(u'\n'), QString());
        const QColor window = bench.window().palette().color(QPalette::Window);
        QVERIFY(contrast(toneColor(bench.ring().tone(), bench.ring().palette()), window) >= leastContrast);
    }
}

void TestContrast::loginDialogCanBeRead_data()
{
    addPalettes();
}

void TestContrast::loginDialogCanBeRead()
{
    QFETCH(const int, grey);
    QApplication::setPalette(paletteOn(grey));
    WindowBench bench;
    bench.open();
    bench.click(u"Log in…"_s);
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    for (const QString &box : {u"advancedBox"_s, u"insecureBox"_s})
        dialog->findChild<QCheckBox *>(box)->setChecked(true);
    dialog->findChild<QPushButton *>(u"logInButton"_s)->click(); // without a token, which is an error
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLabel *>(u"errorLabel"_s)->isVisible(), patienceMs);
    QVERIFY(dialog->findChild<QLabel *>(u"insecureWarning"_s)->isVisible());
    QCOMPARE(unreadableTexts(*dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
