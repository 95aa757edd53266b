// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

#include <chrono>
#include <vector>

namespace QciAuth {

/// Lets the user choose one of some durations. One that is not among them, as from a settings file, is added.
class DurationBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit DurationBox(QWidget *parent = nullptr);

    /// @param zeroText  what a duration of zero is called, such as “never”.
    void setChoices(const std::vector<std::chrono::seconds> &choices, const QString &zeroText = {});
    void setDuration(std::chrono::seconds duration);
    std::chrono::seconds duration() const;

private:
    QString textOf(std::chrono::seconds duration) const;

    QString m_zeroText;
};

} // namespace QciAuth
