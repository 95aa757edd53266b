// SPDX-License-Identifier: Apache-2.0
#include "contrast.h"
#include "windowbench.h"

#include "futures.h"
#include "logindialog.h"
#include "scenes.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using State = Session::State;

namespace {

constexpr double leastContrast = 4.5;

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
    palette.setColor(QPalette::AlternateBase, dark ? QColor(0x232629) : QColor(0xf7f7f7));
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
    for (const QComboBox *box : window.findChildren<QComboBox *>()) {
        check(*box, box->currentText(), box->palette().color(QPalette::Active, QPalette::ButtonText),
            box->palette().color(QPalette::Active, QPalette::Button));
        // What the list shows once it is open.
        const QPalette list = box->view()->palette();
        check(*box, box->currentText(), list.color(QPalette::Active, QPalette::Text),
            list.color(QPalette::Active, QPalette::Base));
    }
    for (const QGroupBox *box : window.findChildren<QGroupBox *>())
        check(*box, box->title(), box->palette().color(QPalette::Active, QPalette::WindowText), groundOf(*box));
    for (const QStatusBar *bar : window.findChildren<QStatusBar *>())
        check(
            *bar, bar->currentMessage(), bar->palette().color(QPalette::Active, QPalette::WindowText), groundOf(*bar));
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>())
        check(*bar, bar->objectName(), bar->palette().color(QPalette::Active, bar->foregroundRole()), groundOf(*bar));
    for (const QTableView *table : window.findChildren<QTableView *>()) {
        const QPalette &palette = table->palette();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex index = table->model()->index(row, column);
                const auto ink = index.data(Qt::ForegroundRole);
                const QColor color =
                    ink.isValid() ? ink.value<QBrush>().color() : palette.color(QPalette::Active, QPalette::Text);
                const bool isOther = table->alternatingRowColors() && row % 2 == 1;
                check(*table, index.data().toString(), color,
                    palette.color(QPalette::Active, isOther ? QPalette::AlternateBase : QPalette::Base));
            }
        }
        const QPalette header = table->horizontalHeader()->palette();
        check(*table->horizontalHeader(), u"header"_s, header.color(QPalette::Active, QPalette::ButtonText),
            header.color(QPalette::Active, QPalette::Button));
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
    void allWindowsCanBeRead_data();
    void allWindowsCanBeRead();

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

void TestContrast::allWindowsCanBeRead_data()
{
    // The ones that are hardest to read on.
    QTest::addColumn<int>("grey");
    QTest::newRow("light") << 0xe3;
    QTest::newRow("dark") << 0x35;
}

void TestContrast::allWindowsCanBeRead()
{
    QFETCH(const int, grey);
    QApplication::setPalette(paletteOn(grey));
    QStringList problems;
    for (const Scene &scene : scenes()) {
        WindowBench bench;
        if (!scene.set(bench))
            problems.append(scene.name + u": it does not get there"_s);
        for (const QWidget *window : QApplication::topLevelWidgets()) {
            if (window->isVisible())
                for (const QString &text : unreadableTexts(*window))
                    problems.append(scene.name + u": "_s + text);
        }
    }
    problems.removeDuplicates();
    QCOMPARE(problems.join(u'\n'), QString());
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
