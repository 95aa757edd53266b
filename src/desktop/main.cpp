// SPDX-License-Identifier: Apache-2.0
#include "application.h"
#include "messagehandler.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QciAuth::installRedactingMessageHandler();
    QApplication qtApplication(argc, argv);
    QApplication::setApplicationName(u"qci-auth-desktop"_s);
    QApplication::setApplicationVersion(QLatin1StringView(QCIAUTH_VERSION));
    QApplication::setDesktopFileName(u"qci-auth-desktop"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Keeps a QCi API token in the keychain and hands out bearer headers."));
    const QCommandLineOption sandbox(
        u"sandbox"_s, QApplication::translate("main", "Try the program with a local service in place of QCi's."));
    parser.addOption(sandbox);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(qtApplication);

    QciAuth::Application application(parser.isSet(sandbox));
    application.start();
    return QApplication::exec();
}
