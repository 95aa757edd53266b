// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme.h"

#include <QString>

namespace QciAuth {

/// Something that the window has to say, and the one thing that a user can do about it there.
struct Notice
{
    /// What the notice's button does.
    enum class Action { None, Refresh, LogIn, ReadKeychain };

    Tone tone = Tone::Neutral;
    QString text;
    Action action = Action::None;
    QString progress{}; ///< said after the text; a notice stays the same one while this comes, goes and changes

    bool operator==(const Notice &) const = default;

    /// Whether no more than the progress tells them apart.
    bool isSameButForProgress(const Notice &other) const;
    /// All that it says.
    QString fullText() const;
    /// Two sentences one after the other: not every language has a blank between them.
    static QString bothSentences(const QString &first, const QString &second);
    /// What stands on the button; empty without an action.
    QString actionText() const;
};

} // namespace QciAuth
