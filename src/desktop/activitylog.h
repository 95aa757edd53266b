// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>

#include <deque>

namespace QciAuth {

class Clock;

/// What has happened since the program started, oldest first. Kept in memory only, and no entry holds a token.
class ActivityLog final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Profile, Event, ColumnCount };

    struct Entry
    {
        QDateTime at; ///< UTC, by this computer's clock
        QString profile;
        QString text;  ///< for the user
        QString fault; ///< the same in English, for support; empty where nothing went wrong
    };

    /// The oldest entry goes where there would be more.
    static constexpr std::size_t mostEntries = 500;

    /// @param clock  must outlive the log.
    explicit ActivityLog(const Clock &clock, QObject *parent = nullptr);

    /// By this computer's clock.
    QDateTime now() const;
    const std::deque<Entry> &entries() const { return m_entries; }
    /// @param fault  see Entry.
    void add(const QString &profile, const QString &text, const QString &fault = {});
    /// @param text  of nothing but the program's own words, which may look like a credential: “Bearer header copied”.
    void addOwnWords(const QString &profile, const QString &text);
    /// The entry as a line of text, with the date.
    QString line(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void append(const Entry &entry);

    const Clock &m_clock;
    std::deque<Entry> m_entries;
};

} // namespace QciAuth
