// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rawhttp.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace QciAuth {

/// The real program as a child, ended with this object.
class SandboxProcess
{
    Q_DISABLE_COPY_MOVE(SandboxProcess)

public:
    /// Starts the program with \a options and with Qt's \a logRules, by default Qt's own.
    explicit SandboxProcess(const QStringList &options = {}, const QString &logRules = {});
    ~SandboxProcess();

    /// Waits until \a count lines are there on stdout.
    bool waitForLines(qsizetype count);
    /// Waits until the program has ended by itself.
    bool waitForEnd();
    /// Kills the program and waits for it.
    void kill();

    /// Returns what is on stdout so far.
    QByteArray output() const;
    /// Returns the port in the first line, 0 where that line is not in the promised form.
    quint16 port() const;
    /// Returns the token in the second line, empty where that line is not in the promised form.
    QByteArray apiToken() const;
    /// Returns the answer to an exchange of \a token.
    RawReply exchange(const QByteArray &token, const QByteArray &headers = {}) const;

    QProcess &process();

private:
    QProcess m_process;
    QByteArray m_output;
};

/// Returns the string member \a name of the object \a json.
QString textMember(const QByteArray &json, QLatin1String name);

} // namespace QciAuth
