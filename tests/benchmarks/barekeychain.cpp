// SPDX-License-Identifier: Apache-2.0
// The least that it takes to read a secret by QtKeychain and print it.
//
// Usage: barekeychain SERVICE KEY
#include <QCoreApplication>

#include <qt6keychain/keychain.h>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    QKeychain::ReadPasswordJob job(arguments.at(1));
    job.setAutoDelete(false);
    job.setKey(arguments.at(2));
    QObject::connect(&job, &QKeychain::Job::finished, &application, [&job] {
        std::puts(job.textData().toUtf8().constData());
        QCoreApplication::exit(job.error() == QKeychain::NoError ? 0 : 1);
    });
    job.start();
    return QCoreApplication::exec();
}
