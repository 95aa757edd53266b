// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace QciAuth {

/// The notification service of a desktop on the session bus, which remembers what it was to show.
class NotificationStandIn final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id = 0;
        uint replaces = 0;
        QString program;
        QString icon;
        QString title;
        QStringList actions;
    };

    NotificationStandIn();
    ~NotificationStandIn() override;

    /// It leaves the bus, and another one comes, which knows nothing of what this one has shown.
    void startAnew();
    /// What is shown from now on gets its number at release().
    void hold() { m_isHolding = true; }
    void release();
    /// The user presses a button of that notification.
    void press(const Shown &shown) { emit ActionInvoked(shown.id, QStringLiteral("show")); }

    const QList<Shown> &shown() const { return m_shown; }
    QStringList titles() const;
    /// What was taken back.
    const QList<uint> &closed() const { return m_closed; }
    /// How often it was asked what it can do.
    int questions() const { return m_questions; }

public slots:
    // The names are the specification's.
    QStringList GetCapabilities();                                       // NOLINT(readability-identifier-naming)
    uint Notify(const QString &name, uint replaces, const QString &icon, // NOLINT(readability-identifier-naming)
        const QString &title, const QString &text, const QStringList &actions, const QVariantMap &hints, int time);
    void CloseNotification(uint id); // NOLINT(readability-identifier-naming)

signals:
    void ActionInvoked(uint id, const QString &action); // NOLINT(readability-identifier-naming)
    void NotificationClosed(uint id, uint reason);      // NOLINT(readability-identifier-naming)

private:
    QDBusConnection m_bus;
    QList<Shown> m_shown;
    QList<uint> m_closed;
    QList<QDBusMessage> m_held; ///< answers
    uint m_lastId = 0;
    int m_questions = 0;
    bool m_isHolding = false;
};

} // namespace QciAuth
