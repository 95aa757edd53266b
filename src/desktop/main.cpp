// SPDX-License-Identifier: Apache-2.0
#include "application.h"
#include "hardening.h"
#include "messagehandler.h"
#include "runningwindow.h"
#include "runtimefolder.h"
#include "versiontext.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

constexpr auto noDisplay = "qci-auth-desktop: there is no display for the window. Start it on a desktop, or use "
                           "qci-auth, which needs none.\n";

QtMessageHandler usualHandler = nullptr; // Qt gives a handler no other place to keep it

// Qt's last word where the display cannot be reached is an advice to install the program anew, and an abort. Its words
// before that tell why.
void sayNoDisplay(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtFatalMsg || !message.contains("platform plugin"_L1))
        return usualHandler(type, context, message);
    std::fputs(noDisplay, stderr);
    std::fflush(nullptr);
    std::_Exit(EXIT_FAILURE);
}

// Ends the process where the words on the command line ask for a text, or make no sense.
QciAuth::Application::Options parsedOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Keeps a QCi API token in the keychain and hands out bearer headers."_s);
    const QCommandLineOption sandbox(u"sandbox"_s, u"Try the program with a local service in place of QCi's."_s);
    parser.addOption(sandbox);
    const QCommandLineOption hidden(u"hidden"_s, u"Start with the icon in the tray alone, where a tray shows it."_s);
    parser.addOption(hidden);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        std::fputs("qci-auth-desktop: it takes options only; --help lists them.\n", stderr);
        std::exit(EXIT_FAILURE);
    }
    return {.sandbox = parser.isSet(sandbox), .hidden = parser.isSet(hidden)};
}

bool isAskedForText(int argc, char *argv[])
{
    constexpr std::array<std::string_view, 5> words{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
        [&](const char *argument) { return std::find(words.begin(), words.end(), argument) != words.end(); });
}

// Qt ends the process where there is none, before anybody has looked at the words on the command line. What leads it to
// one by these cannot be told from bad options here.
bool mayHaveDisplay(int argc, char *argv[])
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    constexpr std::array<std::string_view, 4> words{"-platform", "--platform", "-display", "--display"};
    const auto isSet = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    // Over ssh, a desktop that somebody has open at the machine is none of Qt's.
    const bool isWaylandSession = qgetenv("XDG_SESSION_TYPE") == "wayland" && isSet("XDG_RUNTIME_DIR") &&
                                  QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/wayland-0"_s);
    return isWaylandSession || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("WAYLAND_SOCKET") ||
           isSet("QT_QPA_PLATFORM") ||
           std::find_first_of(argv + 1, argv + argc, words.begin(), words.end()) != argv + argc;
#else
    return true;
#endif
}

int run(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"qci-auth-desktop"_s);
    QCoreApplication::setApplicationVersion(QciAuth::versionText());
    // These need no display, nor does the answer to bad options.
    if (isAskedForText(argc, argv) || !mayHaveDisplay(argc, argv)) {
        const QCoreApplication withoutDisplay(argc, argv);
        parsedOptions(withoutDisplay);
    }
    const QString activationToken = QciAuth::RunningWindow::activationTokenOfStart();
    // A second start ends here, at once: it needs no display to ask. Words on the command line are looked at first.
    const bool isHidden = argc == 2 && argv[1] == std::string_view("--hidden");
    if (argc == 1 || isHidden) {
        const QciAuth::RuntimeFolder folder = QciAuth::RuntimeFolder::forUser();
        const QciAuth::RunningWindow running(folder.path(), activationToken);
        if (isHidden ? running.answers() : running.raise())
            return EXIT_SUCCESS;
    }
    if (!mayHaveDisplay(argc, argv)) {
        std::fputs(noDisplay, stderr);
        return EXIT_FAILURE;
    }
#if defined(Q_OS_LINUX)
    // Qt draws through memory that it shares with the X server, and asks the server before each picture whether it is
    // done with the last one: three wake-ups a second for a countdown. This window is small enough to be sent.
    if (!qEnvironmentVariableIsSet("QT_XCB_NO_MITSHM"))
        qputenv("QT_XCB_NO_MITSHM", "1");
#endif
    usualHandler = qInstallMessageHandler(&sayNoDisplay);
    const QApplication qtApplication(argc, argv);
    qInstallMessageHandler(usualHandler);
    // A Flatpak's desktop file has its ID for a name.
    QApplication::setDesktopFileName(qEnvironmentVariable("FLATPAK_ID", u"qci-auth-desktop"_s));

    QciAuth::Application application(parsedOptions(qtApplication));
    return application.start(activationToken) ? QApplication::exec() : EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    QciAuth::hardenProcess();
    QciAuth::installRedactingMessageHandler();
    const int code = run(argc, argv);
    std::fflush(nullptr);
    // Without an end to everything that Qt keeps in static objects: its threads, above all that of QtDBus, may still be
    // at work on them, and would crash.
    std::_Exit(code);
}
