// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace QciAuth {

/// Tells when the system wants the program to end: by SIGTERM, SIGINT or SIGHUP, as at a logout or a shutdown, so that
/// it leaves in good order. Does nothing where there are no such signals. One object a process.
class EndSignals final : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

signals:
    void asked();

private:
    void read();

    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace QciAuth
