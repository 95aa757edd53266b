// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QIcon>
#include <QStringList>

namespace QciAuth {

class Session;
class Sessions;

/// The profiles with the state of each one's session, shown or not. What changes with time alone is as of when it is
/// asked for: nothing ticks here.
class ProfileModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< the state in a few words, such as `49 min left`
    };

    /// @param sessions  must outlive this.
    explicit ProfileModel(const Sessions &sessions, QObject *parent = nullptr);

    void setNames(const QStringList &names);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    /// What a row was last told to show of its session.
    struct Shown
    {
        QString summary;
        QString iconName;

        bool operator==(const Shown &) const = default;
    };

    void tellChange(Session *session);
    QIcon iconNamed(const QString &name) const;

    const Sessions &m_sessions;
    QStringList m_names;
    QHash<QString, int> m_rows;
    QHash<QString, Shown> m_shown; ///< by profile
    mutable QHash<QString, QIcon> m_icons;
};

} // namespace QciAuth
