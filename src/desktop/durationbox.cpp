// SPDX-License-Identifier: Apache-2.0
#include "durationbox.h"

namespace QciAuth {

DurationBox::DurationBox(QWidget *parent)
    : QComboBox(parent)
{
}

void DurationBox::setChoices(const std::vector<std::chrono::seconds> &choices, const QString &zeroText)
{
    m_zeroText = zeroText;
    clear();
    for (const std::chrono::seconds choice : choices)
        addItem(textOf(choice), static_cast<int>(choice.count()));
}

void DurationBox::setDuration(std::chrono::seconds duration)
{
    const int wanted = static_cast<int>(duration.count());
    int index = 0;
    while (index < count() && itemData(index).toInt() < wanted)
        ++index;
    if (index == count() || itemData(index).toInt() != wanted)
        insertItem(index, textOf(duration), wanted);
    setCurrentIndex(index);
}

std::chrono::seconds DurationBox::duration() const
{
    return std::chrono::seconds(currentData().toInt());
}

QString DurationBox::textOf(std::chrono::seconds duration) const
{
    constexpr int minute = 60;
    const int seconds = static_cast<int>(duration.count());
    if (seconds == 0 && !m_zeroText.isEmpty())
        return m_zeroText;
    return seconds > 0 && seconds % minute == 0 ? tr("%n minute(s)", nullptr, seconds / minute)
                                                : tr("%n second(s)", nullptr, seconds);
}

} // namespace QciAuth
