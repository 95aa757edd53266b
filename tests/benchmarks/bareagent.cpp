// SPDX-License-Identifier: Apache-2.0
// The least that a Qt program does to answer on a local socket: what the agent of the window is compared with.
//
// Usage: bareagent SOCKET, with the line to answer on standard input; ends when its parent does
#include <QCoreApplication>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile input;
    if (arguments.size() != 2 || !input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QByteArray answer = input.readLine();
    QLocalServer server;
    server.setListenBacklogSize(1024);
    QObject::connect(&server, &QLocalServer::newConnection, &server, [&server, &answer] {
        while (QLocalSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [socket, &answer] {
                if (!socket->readAll().endsWith('\n'))
                    return;
                socket->write(answer);
                socket->flush();
            });
        }
    });
    return server.listen(arguments.at(1)) ? QCoreApplication::exec() : 1;
}
