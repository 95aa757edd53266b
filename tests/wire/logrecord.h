// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QtGlobal>

namespace QciAuth {

/// Records what this process logs, as it is before anything is taken out of it, with all of the program's own
/// categories on. One at a time.
class LogRecord
{
public:
    LogRecord();
    ~LogRecord();
    Q_DISABLE_COPY_MOVE(LogRecord)

    const QStringList &lines() const { return m_lines; }

private:
    static void record(QtMsgType type, const QMessageLogContext &context, const QString &message);

    static LogRecord *s_current; // Qt gives a handler no other place to keep it
    QStringList m_lines;
    QtMessageHandler m_previous;
};

} // namespace QciAuth
