// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target on kept files, with any compiler: replay NAME FOLDER_OR_FILE…
#include "fuzztargets.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <cstdio>

using namespace QciAuth;

namespace {

QStringList filesIn(const QStringList &places)
{
    QStringList files;
    for (const QString &place : places) {
        if (QFileInfo(place).isFile())
            files.append(place);
        for (QDirIterator found(place, QDir::Files | QDir::Hidden); found.hasNext();)
            files.append(found.next());
    }
    files.sort();
    return files;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto run = FuzzTargets::find(arguments.value(1).toLatin1());
    const QStringList files = filesIn(arguments.sliced(std::min<qsizetype>(2, arguments.size())));
    if (!run || files.isEmpty()) {
        std::fputs(
            "Usage: replay NAME FOLDER_OR_FILE…, where NAME is a target and there is at least one file.\n", stderr);
        return 2;
    }
    FuzzTargets::prepare();
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be read.\n", qPrintable(name));
            return 1;
        }
        std::printf("%s\n", qPrintable(name)); // the last one named is the one that ends it
        std::fflush(stdout);
        run(file.readAll());
    }
    return 0;
}
