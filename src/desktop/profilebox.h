// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace QciAuth {

/// The combo box of profiles: shows the state of each one beside its name, and keeps its size whatever the names are.
/// Its rows are those of a ProfileModel.
class ProfileBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ProfileBox(QWidget *parent = nullptr);

    void showPopup() override;
    void hidePopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpPopup();

    bool m_hasPopup = false;
};

} // namespace QciAuth
