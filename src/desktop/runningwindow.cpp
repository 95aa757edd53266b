// SPDX-License-Identifier: Apache-2.0
#include "runningwindow.h"

#include "agentclient.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Of what an agent takes in one request.
constexpr qsizetype longestToken = 1024;

} // namespace

RunningWindow::RunningWindow(const QString &folder, const QString &activationToken)
    : m_folder(folder)
    , m_activationToken(activationToken.size() > longestToken ? QString() : activationToken)
{
}

QString RunningWindow::activationTokenOfStart()
{
    return qEnvironmentVariable("XDG_ACTIVATION_TOKEN", qEnvironmentVariable("DESKTOP_STARTUP_ID"));
}

bool RunningWindow::raise() const
{
    return ask(false);
}

bool RunningWindow::answers() const
{
    return ask(true);
}

bool RunningWindow::ask(bool isHidden) const
{
    const auto answer = AgentClient(m_folder).ask({{u"version"_s, 1}, {u"verb"_s, u"activate"_s},
        {u"activation_token"_s, m_activationToken}, {u"hidden"_s, isHidden}});
    return answer && !answer->contains("error"_L1);
}

} // namespace QciAuth
