// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accessmanager.h"
#include "fakereply.h"

#include <QList>
#include <QPointer>

#include <functional>

namespace QciAuth {

/// A network in memory: what goes through its access managers stays open until a test answers it, or is answered alike.
class FakeNetwork
{
public:
    FakeNetwork() = default;
    Q_DISABLE_COPY_MOVE(FakeNetwork)

    /// The network must outlive what this makes.
    AccessManagerFactory accessManagers();
    /// Called at every request.
    void setObserver(std::function<void(FakeReply &)> observer) { m_observer = std::move(observer); }
    /// Every request gets this answer once the event loop runs.
    void setAnswer(const FakeAnswer &answer);
    /// The requests under way, oldest first.
    QList<QPointer<FakeReply>> open();

private:
    class Manager;

    std::function<void(FakeReply &)> m_observer;
    QList<QPointer<FakeReply>> m_replies;
};

} // namespace QciAuth
