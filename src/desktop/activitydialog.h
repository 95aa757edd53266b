// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <memory>

class QClipboard;

namespace QciAuth {

namespace Ui {
class ActivityDialog;
}

class ActivityLog;

/// Shows what has happened, as it happens, and lets it be copied (desktop.md, View > Activity).
class ActivityDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The references must outlive the dialog.
    ActivityDialog(ActivityLog &log, QClipboard &clipboard, QWidget *parent = nullptr);
    ~ActivityDialog() override;

private:
    void setUpTable();
    void makeRoomForNames(int firstRow, int lastRow);
    void copySelected();
    void copyAll();
    void copy(const QList<int> &rows);
    void showContent();
    void rememberEnd();
    void followEnd();

    ActivityLog &m_log;
    QClipboard &m_clipboard;
    std::unique_ptr<Ui::ActivityDialog> m_ui;
    int m_widestName = 0;  ///< so far, in pixels
    bool m_isAtEnd = true; ///< the newest entry is in view, and is to stay there
};

} // namespace QciAuth
