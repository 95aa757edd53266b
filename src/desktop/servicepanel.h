// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace QciAuth {

namespace Ui {
class ServicePanel;
}

class ServiceMonitor;

/// The part of the window that shows one service: address, health, version, and how long it took to answer.
class ServicePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ServicePanel(QWidget *parent = nullptr);
    ~ServicePanel() override;

    /// Shows what this monitor knows, now and from now on; it must outlive the panel, or be followed by another one.
    void follow(const ServiceMonitor &monitor);

    /// Comes right after that widget when somebody presses Tab.
    void followInTabOrder(QWidget *widget);

    /// Room that the captions need, and have: the values stand in one column with others above.
    int captionWidth() const;
    void setCaptionWidth(int width);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLook();
    void showService();
    void showHealthIcon();

    std::unique_ptr<Ui::ServicePanel> m_ui;
    const ServiceMonitor *m_monitor = nullptr;
};

} // namespace QciAuth
