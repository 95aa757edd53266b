// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// Something to tell a user who may be looking elsewhere. No text holds a token.
struct Notification
{
    QString subject; ///< what it is about: a later one of the same subject takes the place of an earlier one
    QString title;
    QString text;
    QString action{};      ///< on the button that leads to the window; empty: none but a click on the whole
    bool isUrgent = false; ///< it stays until the user has seen it

    bool operator==(const Notification &) const = default;
};

} // namespace QciAuth
