// SPDX-License-Identifier: Apache-2.0
#include "camera.h"
#include "icons.h"
#include "iconsheet.h"
#include "scenes.h"
#include "translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPalette>

#include <cstdio>
#include <cstdlib>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// Close to what desktops with dark colours have.
QPalette darkPalette()
{
    QPalette palette(QColor(0x31363b), QColor(0x2a2e32));
    palette.setColor(QPalette::Base, QColor(0x1b1e20));
    palette.setColor(QPalette::AlternateBase, QColor(0x232629));
    palette.setColor(QPalette::ToolTipBase, QColor(0x31363b));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, QColor(0xfcfcfc));
        palette.setColor(QPalette::Disabled, role, QColor(0x7d8083));
    }
    palette.setColor(QPalette::Highlight, QColor(0x3daee9));
    palette.setColor(QPalette::HighlightedText, QColor(0xfcfcfc));
    palette.setColor(QPalette::PlaceholderText, QColor(0xa1a9b1));
    return palette;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("TZ", "UTC");
    const QApplication application(argc, argv);
    QApplication::setApplicationName(u"qci-auth-desktop"_s);
    QApplication::setWindowIcon(programIcon());
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Takes pictures of every state of every window."_s);
    const QCommandLineOption dark(u"dark"_s, u"In dark colours."_s);
    const QCommandLineOption fonts(u"font-scale"_s, u"With fonts larger by this factor."_s, u"FACTOR"_s, u"1"_s);
    const QCommandLineOption only(u"only"_s, u"Only the scene of that name."_s, u"SCENE"_s);
    const QCommandLineOption language(u"language"_s, u"In that language."_s, u"LANGUAGE"_s, u"en"_s);
    const QCommandLineOption small(u"smallest"_s, u"With the window as small as it can be."_s);
    parser.addOptions({dark, fonts, only, language, small});
    parser.addPositionalArgument(u"FOLDER"_s, u"Where the pictures go."_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(EXIT_FAILURE);

    QString variant = u"light"_s;
    if (parser.isSet(dark)) {
        QApplication::setPalette(darkPalette());
        variant = u"dark"_s;
    }
    variant += u"-%1x"_s.arg(application.devicePixelRatio());
    if (const double factor = parser.value(fonts).toDouble(); factor > 1) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * factor);
        QApplication::setFont(font);
        variant += u"-large-fonts"_s;
    }

    if (parser.isSet(small))
        variant += u"-smallest"_s;

    const QString spoken = parser.value(language);
    if (spoken != "en"_L1)
        variant += u'-' + spoken;

    Camera camera(parser.positionalArguments().constFirst(), variant);
    bool complete = true;
    for (const Scene &scene : scenes()) {
        if (parser.isSet(only) && parser.value(only) != scene.name)
            continue;
        WindowBench bench; // speaks English until it is told otherwise
        const Translations translations(spoken);
        bench.answerHealth(DesktopBench::healthSaying(u"OK"_s), std::chrono::milliseconds(12));
        const bool isSet = scene.set(bench);
        if (parser.isSet(small))
            bench.window().resize(bench.window().minimumSize());
        if (!isSet || !camera.take(scene.name)) {
            std::fprintf(stderr, "There is no picture of '%s'.\n", qPrintable(scene.name));
            complete = false;
        }
    }
    complete = camera.saveSheet() && camera.save(u"icons"_s, iconSheet()) && complete;
    return complete ? EXIT_SUCCESS : EXIT_FAILURE;
}
