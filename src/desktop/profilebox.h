// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace QciAuth {

/// The combo box of profiles: shows the state of each one beside its name, and can be as small whatever the names are.
/// Its rows are those of a ProfileModel.
class ProfileBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ProfileBox(QWidget *parent = nullptr);

    /// Room for the whole name that is shown; it does with less, whatever the name.
    QSize sizeHint() const override;
    void showPopup() override;
    void hidePopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpPopup();
    /// What the style leaves for the name.
    int nameRoom(const QStyleOptionComboBox &option) const;

    bool m_hasPopup = false;
};

} // namespace QciAuth
