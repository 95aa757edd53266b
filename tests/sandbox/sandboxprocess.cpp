// SPDX-License-Identifier: Apache-2.0
#include "sandboxprocess.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace QciAuth {

using namespace Qt::StringLiterals;

SandboxProcess::SandboxProcess(const QStringList &options, const QString &logRules)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_LOGGING_CONF"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, logRules);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(QCIAUTH_SANDBOX), options);
}

SandboxProcess::~SandboxProcess()
{
    kill();
}

bool SandboxProcess::waitForLines(qsizetype count)
{
    return QTest::qWaitFor([this, count] {
        m_output += m_process.readAllStandardOutput();
        return m_output.count('\n') >= count;
    });
}

bool SandboxProcess::waitForEnd()
{
    const bool ended = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; });
    m_output += m_process.readAllStandardOutput();
    return ended && m_process.exitStatus() == QProcess::NormalExit;
}

void SandboxProcess::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
    m_output += m_process.readAllStandardOutput();
}

QByteArray SandboxProcess::output() const
{
    return m_output;
}

quint16 SandboxProcess::port() const
{
    static const QRegularExpression form(u"^listening on http://127\\.0\\.0\\.1:(\\d+)/$"_s);
    return form.match(QString::fromLatin1(m_output.split('\n').constFirst())).captured(1).toUShort();
}

QByteArray SandboxProcess::apiToken() const
{
    static const QRegularExpression form(u"^API token: ([0-9a-f]{32})$"_s);
    return form.match(QString::fromLatin1(m_output.split('\n').value(1))).captured(1).toLatin1();
}

RawReply SandboxProcess::exchange(const QByteArray &token, const QByteArray &headers) const
{
    return ask(
        port(), rawRequest("POST", "/auth/v1/access-tokens/", headers, "{\"refresh_token\": \"" + token + "\"}"));
}

QProcess &SandboxProcess::process()
{
    return m_process;
}

QString textMember(const QByteArray &json, QLatin1String name)
{
    return QJsonDocument::fromJson(json).object().value(name).toString();
}

} // namespace QciAuth
