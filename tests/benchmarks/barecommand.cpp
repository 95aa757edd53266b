// SPDX-License-Identifier: Apache-2.0
// The least that a program with Qt Core does: what a command is compared with.
#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return 0;
}
