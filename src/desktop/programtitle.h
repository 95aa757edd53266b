// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

namespace QciAuth {

/// What the desktop calls the program, in every language. Not the display name of the application, which Qt would add
/// to the title of each window.
inline constexpr QLatin1StringView programTitle{"QCi Auth"};
/// The program's icon in icon themes, named after its desktop file.
inline constexpr QLatin1StringView programIconName{"qci-auth-desktop"};

} // namespace QciAuth
