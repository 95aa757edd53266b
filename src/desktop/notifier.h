// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notification.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace QciAuth {

/// Shows notifications by the desktop's own service (org.freedesktop.Notifications) where there is one. Nothing is
/// waited for.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);

    void show(const Notification &notification);

signals:
    /// The user wants to see more about what a notification of that subject was about.
    /// @param activationToken  the desktop's leave to raise a window; may be empty.
    void activated(const QString &subject, const QString &activationToken);
    /// There is no service that shows it.
    void unavailable(const QciAuth::Notification &notification);

private slots:
    void actionInvoked(uint id, const QString &action);
    void activationTokenGiven(uint id, const QString &token);
    void closed(uint id, uint reason);

private:
    void send(const Notification &notification, const QStringList &capabilities);

    QHash<QString, uint> m_ids; ///< by subject, of what is on the screen
    QHash<uint, QString> m_tokens;
};

} // namespace QciAuth
