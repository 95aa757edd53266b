// SPDX-License-Identifier: Apache-2.0
#include "profilemodel.h"

#include "icons.h"
#include "session.h"
#include "sessions.h"
#include "sessiontext.h"
#include "tooltiptext.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

ProfileModel::ProfileModel(const Sessions &sessions, QObject *parent)
    : QAbstractListModel(parent)
    , m_sessions(sessions)
{
    connect(&sessions, &Sessions::added, this, &ProfileModel::tellChange);
    connect(&sessions, &Sessions::stateChanged, this, &ProfileModel::tellChange);
    connect(&sessions, &Sessions::ended, this, [this](const QString &name) { m_shown.remove(name); });
}

void ProfileModel::setNames(const QStringList &names)
{
    if (names == m_names)
        return; // somebody may just be choosing
    beginResetModel();
    m_names = names;
    m_rows.clear();
    for (const QString &name : names) {
        m_rows.insert(name, static_cast<int>(m_rows.size()));
        if (Session *session = m_sessions.find(name))
            tellChange(session);
    }
    endResetModel();
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &name = m_names.at(index.row());
    Session *session = m_sessions.find(name);
    const auto state = [session] { return session ? SessionText::summary(*session) : tr("Not asked yet"); };
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::DecorationRole:
        return iconNamed(session ? SessionText::iconName(*session) : u"waiting"_s);
    case StateRole:
        return state();
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "profile, its state").arg(name, state());
    case Qt::ToolTipRole:
        return toolTipText(tr("%1: %2", "profile, its state").arg(name, state()));
    default:
        return {};
    }
}

// A session says every half minute that it has looked at the clock.
void ProfileModel::tellChange(Session *session)
{
    const QString &name = session->profile().name;
    const Shown now{SessionText::summary(*session), SessionText::iconName(*session)};
    Shown &before = m_shown[name];
    if (before == now)
        return;
    before = now;
    const auto row = m_rows.constFind(name);
    if (row != m_rows.cend())
        emit dataChanged(index(*row), index(*row));
}

QIcon ProfileModel::iconNamed(const QString &name) const
{
    if (const auto known = m_icons.constFind(name); known != m_icons.cend())
        return *known;
    return *m_icons.insert(name, icon(name));
}

} // namespace QciAuth
