// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile.h"

#include <QLabel>
#include <QTimer>

namespace QciAuth {

class ServiceMonitor;

/// Says under an address field whether a QCi service answers there; asks once the typing has paused.
class ServiceHint final : public QLabel
{
    Q_OBJECT

public:
    explicit ServiceHint(QWidget *parent = nullptr);

    /// @param monitor  asks for this hint alone; must outlive it.
    void setMonitor(ServiceMonitor &monitor);
    /// The address that is typed; asked a moment later.
    void setProfile(const Profile &profile);
    /// Keeps to itself what is wrong, while somebody else says it.
    void setQuiet(bool isQuiet);

private:
    void showAnswer();
    void showText(const QString &text, bool isProblem);

    ServiceMonitor *m_monitor = nullptr;
    Profile m_profile;
    QTimer m_pause;
    bool m_isQuiet = false;
};

} // namespace QciAuth
