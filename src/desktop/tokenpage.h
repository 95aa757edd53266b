// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

class QDateTime;
class QKeySequence;
class QMenu;

namespace QciAuth {

namespace Ui {
class TokenPage;
}

class Session;

/// The page of a session that is logged in: shows its access token's time, state and owner, and offers what can be done
/// with the token.
class TokenPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPage(QWidget *parent = nullptr);
    ~TokenPage() override;

    /// @param menu  the other forms in which the token can be copied; must outlive the page.
    void setCopyAsMenu(QMenu *menu);
    /// Says in the tooltips by which keys the buttons are had.
    void nameShortcuts(const QKeySequence &copy, const QKeySequence &refresh);
    /// The Tab key comes here from `widget`.
    void followInTabOrder(QWidget *widget);
    /// Gives the keyboard focus to what the page is for.
    void focusCopyHeader();

    /// Room that the captions need, and have: the values stand in one column with others below.
    int captionWidth() const;
    void setCaptionWidth(int width);

    /// Shows that nothing is known yet.
    void showWaiting();
    /// Shows what stays until the session's state changes.
    void showSession(const Session &session);
    /// Shows the countdown alone, which is all that changes with a second; takes no memory for it.
    void showCountdown(const Session &session, const QDateTime &now);
    /// Shows what changes with time.
    void showTime(const Session &session, const QDateTime &now);
    /// Whether there is a token to copy and to refresh.
    bool offersToken() const;

signals:
    void copyHeaderRequested();
    void refreshRequested();
    /// @param said  what is to be said when it is copied.
    void copyIdRequested(const QString &id, const QString &said);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLook();
    void setUpCopyButton();
    void setUpIdFont();

    std::unique_ptr<Ui::TokenPage> m_ui;
    QString m_countdown;
    bool m_hasIds = false;
    bool m_isCopyPrimary = true;
};

} // namespace QciAuth
