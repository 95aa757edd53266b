// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serviceconnection.h"
#include "shellquote.h"

#include <QString>

namespace QciAuth {

struct AccessTokenInfo;

/// An access token as the text in which other programs take it. None ends with a line end: a shell that it is pasted
/// into is to wait for its user.
class TokenText
{
public:
    enum class Form {
        Header,        ///< `Authorization: Bearer <token>`
        Bare,          ///< the token alone
        Curl,          ///< a command for a POSIX shell; the token is on the command line of no program
        PythonHeaders, ///< `headers = {…}`, all that the Python client sends, for `requests`
        Environment,   ///< commands for a POSIX shell, as of `qci-auth env --access-token`
    };

    /// @param url           the profile's, that the token belongs to.
    /// @param otherHeaders  what Form::PythonHeaders has beside the token.
    static QString of(
        Form form, const AccessTokenInfo &info, const QString &url, const HeaderList &otherHeaders = HeaderList());

    /// The environment variables that hand a token and its service to other programs (cli.md, exec).
    static ShellQuote::Variables variables(const AccessTokenInfo &info, const QString &url);
};

} // namespace QciAuth
