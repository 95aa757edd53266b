// SPDX-License-Identifier: Apache-2.0
#include "logrecord.h"

#include <QLoggingCategory>

namespace QciAuth {

LogRecord *LogRecord::s_current = nullptr;

LogRecord::LogRecord()
{
    s_current = this;
    m_previous = qInstallMessageHandler(&LogRecord::record);
    QLoggingCategory::setFilterRules(QStringLiteral("qciauth.*=true"));
}

LogRecord::~LogRecord()
{
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(m_previous);
    s_current = nullptr;
}

void LogRecord::record(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    s_current->m_lines.append(message);
    if (type != QtDebugMsg && type != QtInfoMsg)
        s_current->m_previous(type, context, message);
}

} // namespace QciAuth
