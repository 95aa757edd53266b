// SPDX-License-Identifier: Apache-2.0
#include "elidedlabel.h"
#include "scenes.h"
#include "statusbar.h"
#include "translations.h"

#include <QAbstractButton>
#include <QApplication>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStyle>
#include <QTest>
#include <QTranslator>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// A language whose every text is 40 % longer than ours.
class LongerTexts final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("QciAuth::"))
            return {};
        const QString source = QString::fromUtf8(text);
        const qsizetype more = (source.size() * 2 + 4) / 5;
        const bool isWord = !source.contains(u' ');
        QString added;
        while (added.size() < more)
            added += isWord ? u"en"_s : u" noch"_s;
        return source + added.first(more);
    }
    bool isEmpty() const override { return false; }
};

QString described(const QWidget &widget, const QString &text)
{
    return u"%1 (%2 x %3) cuts off '%4'"_s
        .arg(
            widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className()) : widget.objectName())
        .arg(widget.width())
        .arg(widget.height())
        .arg(text);
}

/// How wide it is drawn: without kerning around the letter that is underlined, which hints of size do not know.
double widthOfCaption(const QLabel &caption)
{
    const QFontMetricsF metrics(caption.font());
    const QStringList parts = caption.text().split(u'&');
    const QString after = parts.last();
    const double before = parts.size() > 1 ? metrics.horizontalAdvance(parts.first()) : 0;
    return before + metrics.horizontalAdvance(after.left(1)) + metrics.horizontalAdvance(after.mid(1));
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || qobject_cast<const ElidedLabel *>(&label))
        return false;
    if (!label.wordWrap())
        return label.width() < label.sizeHint().width() || label.height() < label.fontMetrics().height();
    return label.width() < label.minimumSizeHint().width() || label.height() < label.heightForWidth(label.width());
}

bool isCut(const QAbstractButton &button)
{
    // Style sheets may give a hint more room than the text needs.
    const int iconWidth = button.icon().isNull() ? 0 : button.iconSize().width();
    const QSize text = button.fontMetrics().size(Qt::TextShowMnemonic, button.text());
    return !button.text().isEmpty() && (button.width() < text.width() + iconWidth || button.height() < text.height());
}

/// Whether the words that an empty field shows have no room.
bool isCut(const QLineEdit &field)
{
    // A field wants room for 17 of these letters, and its frame around them.
    const QFontMetrics metrics = field.fontMetrics();
    const int around = field.sizeHint().width() - 17 * metrics.horizontalAdvance(u'x');
    return field.text().isEmpty() && field.width() - around < metrics.horizontalAdvance(field.placeholderText());
}

/// What is not wholly inside of what it stands in, up to where it can be scrolled to.
bool isOutside(const QWidget &widget)
{
    return !widget.isWindow() && !widget.parentWidget()->rect().contains(widget.geometry()) &&
           widget.parentWidget()->objectName() != "qt_scrollarea_viewport"_L1;
}

QStringList cutTextsOfMenuBar(const QMenuBar &bar)
{
    QStringList cut;
    // What has no room is in a menu behind an arrow.
    if (const auto *arrow = bar.findChild<QWidget *>(u"qt_menubar_ext_button"_s); arrow && arrow->isVisible())
        return cut;
    for (const QAction *action : bar.actions()) {
        if (action->isVisible() && !bar.rect().contains(bar.actionGeometry(const_cast<QAction *>(action))))
            cut.append(described(bar, action->text()));
    }
    return cut;
}

QStringList cutTexts(const QWidget &window, bool mayBeShortened)
{
    QStringList cut;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && (isCut(*label) || isOutside(*label)))
            cut.append(described(*label, label->text()));
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && (isCut(*button) || isOutside(*button)))
            cut.append(described(*button, button->text()));
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && label->buddy() && !mayBeShortened && label->width() < widthOfCaption(*label))
            cut.append(described(*label, label->text()));
        if (const auto *field = qobject_cast<const QLineEdit *>(widget); field && !mayBeShortened && isCut(*field))
            cut.append(described(*field, field->placeholderText()));
        if (const auto *box = qobject_cast<const QGroupBox *>(widget);
            box && box->width() < box->fontMetrics().size(Qt::TextShowMnemonic, box->title()).width())
            cut.append(described(*box, box->title()));
        if (const auto *bar = qobject_cast<const QMenuBar *>(widget))
            cut.append(cutTextsOfMenuBar(*bar));
        // What one line cannot hold, with large letters or in a small window, a tool tip does.
        if (const auto *bar = qobject_cast<const StatusBar *>(widget);
            bar && !(mayBeShortened && !bar->toolTip().isEmpty()) &&
            bar->room().width() < bar->fontMetrics().horizontalAdvance(bar->currentMessage()))
            cut.append(described(*bar, bar->currentMessage()));
        if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            for (int i = 0; i < header->count(); ++i) {
                if (header->sectionSize(i) < header->sectionSizeHint(i))
                    cut.append(described(*header, header->model()->headerData(i, header->orientation()).toString()));
            }
        }
    }
    return cut;
}

QStringList cutTextsOfAllWindows(bool mayBeShortened)
{
    QStringList cut;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            cut.append(cutTexts(*window, mayBeShortened));
    }
    return cut;
}

constexpr int settlingMs = 500;

} // namespace

/// Walks all that there is to see (scenes.h: whoever adds a window adds a line there) in each language.
class TestWindowTexts : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsCutOff_data();
    void nothingIsCutOff();
};

void TestWindowTexts::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("fontScale");
    QStringList languages{u"longer"_s};
    for (const Translations::Language &language : Translations::available())
        languages.append(language.code);
    for (const QString &language : languages) {
        for (const int scale : {1, 2})
            QTest::addRow("%s-%d", qPrintable(language), scale) << language << scale;
    }
}

void TestWindowTexts::nothingIsCutOff()
{
    QFETCH(const QString, language);
    QFETCH(const int, fontScale);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(font.pointSizeF() * fontScale);
    QApplication::setFont(font);

    QStringList problems;
    for (const Scene &scene : scenes()) {
        WindowBench bench;
        const Translations translations(language);
        LongerTexts longer;
        if (language == "longer"_L1)
            QCoreApplication::installTranslator(&longer);
        if (!scene.set(bench))
            problems.append(scene.name + u": it does not get there"_s);
        const QSize usual = bench.window().size();
        for (const QSize size : {usual, QSize(400, 440)}) {
            bench.window().resize(size);
            // Layouts take some rounds through the event loop.
            QStringList cut;
            const bool isRoomy = fontScale == 1 && size == usual && language != "longer"_L1;
            if (!QTest::qWaitFor([&] { return (cut = cutTextsOfAllWindows(!isRoomy)).isEmpty(); }, settlingMs))
                problems.append(u"%1, %2 wide: %3"_s.arg(scene.name).arg(size.width()).arg(cut.join(u"; "_s)));
        }
    }
    QApplication::setFont(before);
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

QTEST_MAIN(TestWindowTexts)
#include "tst_windowtexts.moc"
