// SPDX-License-Identifier: Apache-2.0
#include "hardening.h"
#include "processgauge.h"
#include "soakrun.h"
#include "soakserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QciAuth::hardenProcess(); // memory is as in the programs
    QciAuth::ProcessGauge::startCounting();
    const QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.value(1) == u"--serve")
        return QciAuth::runSoakServer(arguments.value(3), arguments.value(2) == u"https");

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Exchanges many times, with three faults in ten, and says what is left behind."_s);
    parser.addHelpOption();
    const QCommandLineOption exchanges(u"exchanges"_s, u"How many; at least 10."_s, u"number"_s, u"10000"_s);
    const QCommandLineOption seed(u"seed"_s, u"Of the random numbers."_s, u"number"_s, u"1"_s);
    parser.addOptions({exchanges, seed});
    parser.process(application);
    const int count = parser.value(exchanges).toInt();
    if (count < 10)
        parser.showHelp(2);
    const unsigned chosenSeed = parser.value(seed).toUInt();
    std::printf("%d exchanges, seed %u\n", count, chosenSeed);
    return QciAuth::SoakRun(chosenSeed).run(count) ? 0 : 1;
}
