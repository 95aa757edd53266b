// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QString>
#include <QUrl>

namespace QciAuth {

/// The error in the user's language and words: what failed, why, and what to do.
/// @param url  base URL of the service that was asked; may be empty.
QString errorText(const AuthError &error, const QUrl &url);

/// The cause alone, in a few words, for a place with little room.
QString shortErrorText(const AuthError &error);

} // namespace QciAuth
