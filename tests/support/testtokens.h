// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// Tokens made up at run time: none is ever the same, none stands in a file.
class TestTokens
{
public:
    /// 32 hexadecimal digits, like an API token in the wild.
    static QString apiToken();
    /// Shaped like a JWT, like an access token.
    static QString accessToken();
    /// Visible ASCII of every kind, of this length: quotes, slashes, percent signs.
    static QString awkward(qsizetype length);
};

} // namespace QciAuth
