// SPDX-License-Identifier: Apache-2.0
#include "activitydialog.h"

#include "activitylog.h"
#include "ui_activitydialog.h"

#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

ActivityDialog::ActivityDialog(ActivityLog &log, QClipboard &clipboard, QWidget *parent)
    : QDialog(parent)
    , m_log(log)
    , m_clipboard(clipboard)
    , m_ui(std::make_unique<Ui::ActivityDialog>())
{
    m_ui->setupUi(this);
    setUpTable();
    connect(m_ui->copyButton, &QPushButton::clicked, this, &ActivityDialog::copySelected);
    connect(m_ui->copyAllButton, &QPushButton::clicked, this, &ActivityDialog::copyAll);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ActivityDialog::close);
    connect(&log, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { makeRoomForNames(first, last); });
    connect(&log, &QAbstractItemModel::rowsInserted, this, &ActivityDialog::showContent);
    showContent();
}

ActivityDialog::~ActivityDialog() = default;

void ActivityDialog::setUpTable()
{
    m_ui->table->setModel(&m_log);
    QHeaderView *header = m_ui->table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ActivityLog::Profile, QHeaderView::Interactive);
    header->resizeSection(ActivityLog::Profile, header->sectionSizeHint(ActivityLog::Profile));
    makeRoomForNames(0, m_log.rowCount() - 1);
    header->setSectionResizeMode(ActivityLog::Event, QHeaderView::Stretch);
    header->setHighlightSections(false);
    m_ui->table->verticalHeader()->hide();
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);

    auto *copyAction = new QAction(tr("&Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &ActivityDialog::copySelected);
    m_ui->table->addAction(copyAction);
    m_ui->table->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ActivityDialog::showContent);
    const QScrollBar *bar = m_ui->table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &ActivityDialog::rememberEnd);
    connect(bar, &QScrollBar::rangeChanged, this, &ActivityDialog::followEnd);
}

// Only for a name that is wider than any before: else the column is as wide as the user has made it. A very long name
// leaves room for what happened.
void ActivityDialog::makeRoomForNames(int firstRow, int lastRow)
{
    constexpr int longestName = 24;
    const int widest = fontMetrics().averageCharWidth() * longestName;
    for (int row = firstRow; row <= lastRow; ++row) {
        const QModelIndex name = m_log.index(row, ActivityLog::Profile);
        const int wide = std::min(m_ui->table->sizeHintForIndex(name).width(), widest);
        if (wide > std::exchange(m_widestName, std::max(m_widestName, wide)))
            m_ui->table->setColumnWidth(
                ActivityLog::Profile, std::max(wide, m_ui->table->columnWidth(ActivityLog::Profile)));
    }
}

void ActivityDialog::copySelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_ui->table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    copy(rows);
}

void ActivityDialog::copyAll()
{
    QList<int> rows(m_log.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    copy(rows);
}

void ActivityDialog::copy(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    QStringList lines;
    for (const int row : rows)
        lines.append(m_log.line(row));
    m_clipboard.setText(lines.join(u'\n') + u'\n');
}

void ActivityDialog::showContent()
{
    const bool isEmpty = m_log.rowCount() == 0;
    m_ui->pages->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    m_ui->copyAllButton->setEnabled(!isEmpty);
    m_ui->copyButton->setEnabled(m_ui->table->selectionModel()->hasSelection());
}

void ActivityDialog::rememberEnd()
{
    const QScrollBar *bar = m_ui->table->verticalScrollBar();
    m_isAtEnd = bar->value() == bar->maximum();
}

// What somebody has scrolled to stays where it is.
void ActivityDialog::followEnd()
{
    if (m_isAtEnd)
        m_ui->table->scrollToBottom();
}

} // namespace QciAuth
