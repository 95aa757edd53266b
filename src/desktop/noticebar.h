// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notice.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace QciAuth {

class ReflowRow;
class ToneIcon;

/// One line above the window's content, there only while there is something to say. A notice that was closed stays
/// away until there is another one.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows `notice`, or nothing. Notices that differ in numbers or progress alone count as the same one.
    void setNotice(const std::optional<Notice> &notice);
    /// The Tab key comes here from `widget`.
    void followInTabOrder(QWidget *widget);

signals:
    void actionTriggered(QciAuth::Notice::Action action);
    /// The user has closed the notice.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLook();
    void dismiss();
    void applyTone();
    void announce(bool isInPlaceOfAnother);

    ToneIcon *m_icon;
    ReflowRow *m_row;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    std::optional<Notice> m_notice;
    QString m_dismissed;
};

} // namespace QciAuth
