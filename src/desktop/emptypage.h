// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace QciAuth {

namespace Ui {
class EmptyPage;
}

/// The page of a session that is logged out: says so, and offers to log in.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);
    ~EmptyPage() override;

    /// The Tab key comes here from `widget`.
    void followInTabOrder(QWidget *widget);
    /// Gives the keyboard focus to what the page is for.
    void focusLogIn();

signals:
    void logInRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLook();

    std::unique_ptr<Ui::EmptyPage> m_ui;
};

} // namespace QciAuth
