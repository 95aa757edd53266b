// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notification.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
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
    /// Takes back what was shown about that subject, or is about to be.
    void withdraw(const QString &subject);

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
    void askForCapabilities();
    void sendWaiting();
    void send(const Notification &notification);
    void sent(const Notification &notification, std::optional<uint> id);
    void forget();

    std::optional<QStringList> m_capabilities; ///< of the service that runs
    bool m_isAsking = false;                   ///< for these
    QList<Notification> m_waiting;             ///< for these, or for the number of an earlier one; one a subject
    QSet<QString> m_onTheirWay;                ///< subjects of what the service has not numbered yet
    QSet<QString> m_withdrawn;                 ///< those of these that are to go again
    QHash<QString, uint> m_ids;                ///< by subject, of what is on the screen
    QHash<uint, QString> m_tokens;
};

} // namespace QciAuth
