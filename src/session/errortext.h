// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QString>
#include <QUrl>

namespace QciAuth {

enum class TextLanguage {
    Users,   ///< what the program has loaded translations for
    English, ///< for other programs, and for support
};

/// The error in words: what failed, why, and what to do.
/// @param url  base URL of the service that was asked; may be empty.
QString errorText(const AuthError &error, const QUrl &url, TextLanguage language = TextLanguage::Users);

/// The cause alone, in a few words, for a place with little room.
QString shortErrorText(const AuthError &error, TextLanguage language = TextLanguage::Users);

} // namespace QciAuth
