// SPDX-License-Identifier: Apache-2.0
// The least that Qt needs for a window of the same size: what the real window is compared with.
//
// Usage: barewindow [TEXT-TO-SHOW]
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    if (argc > 1)
        window.setCentralWidget(new QLabel(QString::fromLocal8Bit(argv[1]), &window));
    constexpr QSize sizeOfTheRealWindow(500, 440);
    window.resize(sizeOfTheRealWindow);
    window.show();
    return QApplication::exec();
}
