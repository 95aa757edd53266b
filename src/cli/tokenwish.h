// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "invocation.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// What a command wants that prints an access token and nothing else.
struct TokenWish
{
    std::optional<std::chrono::seconds> minTtl;
    bool force = false;
    bool isHeader = false;
    bool isJson = false;

    /// Nothing for commands that do something else.
    static std::optional<TokenWish> of(const Verb &verb);
    /// What is printed where it is not JSON.
    QByteArray line(const QString &accessToken) const;
};

/// The Authorization header and a newline.
QByteArray headerLine(const QString &accessToken);

} // namespace QciAuth
