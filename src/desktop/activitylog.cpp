// SPDX-License-Identifier: Apache-2.0
#include "activitylog.h"

#include "clock.h"
#include "livesecrets.h"
#include "sessiontext.h"
#include "tooltiptext.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// One entry is one line.
QString safe(const QString &text)
{
    return LiveSecrets::redactAll(text).simplified();
}

} // namespace

ActivityLog::ActivityLog(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

QDateTime ActivityLog::now() const
{
    return m_clock.now();
}

void ActivityLog::add(const QString &profile, const QString &text, const QString &fault)
{
    append({.at = m_clock.now(), .profile = safe(profile), .text = safe(text), .fault = safe(fault)});
}

void ActivityLog::addOwnWords(const QString &profile, const QString &text)
{
    append({.at = m_clock.now(), .profile = safe(profile), .text = text, .fault = {}});
}

void ActivityLog::append(const Entry &entry)
{
    if (m_entries.size() == mostEntries) {
        beginRemoveRows({}, 0, 0);
        m_entries.pop_front();
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.push_back(entry);
    endInsertRows();
}

QString ActivityLog::line(int row) const
{
    const Entry &entry = m_entries.at(static_cast<std::size_t>(row));
    return u"%1\t%2\t%3"_s.arg(entry.at.toLocalTime().toString(Qt::ISODate), entry.profile, entry.text);
}

int ActivityLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ActivityLog::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityLog::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Entry &entry = m_entries.at(static_cast<std::size_t>(index.row()));
    switch (index.column()) {
    case Time:
        if (role == Qt::ToolTipRole)
            return SessionText::fullTime(entry.at);
        return SessionText::clockTime(entry.at, m_clock.now(), true);
    case Profile:
        return role == Qt::ToolTipRole ? toolTipText(entry.profile) : entry.profile;
    default:
        return role == Qt::ToolTipRole ? toolTipText(entry.text) : entry.text;
    }
}

QVariant ActivityLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Profile:
        return tr("Profile");
    default:
        return tr("Event");
    }
}

} // namespace QciAuth
