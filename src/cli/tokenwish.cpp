// SPDX-License-Identifier: Apache-2.0
#include "tokenwish.h"

namespace QciAuth {

std::optional<TokenWish> TokenWish::of(const Verb &verb)
{
    if (const auto *header = std::get_if<HeaderOptions>(&verb))
        return TokenWish{.minTtl = header->minTtl, .force = header->forceRefresh, .isHeader = true};
    if (const auto *token = std::get_if<TokenOptions>(&verb))
        return TokenWish{.minTtl = token->minTtl, .force = token->forceRefresh, .isJson = token->json};
    return std::nullopt;
}

QByteArray TokenWish::line(const QString &accessToken) const
{
    return isHeader ? headerLine(accessToken) : accessToken.toLatin1() + '\n';
}

QByteArray headerLine(const QString &accessToken)
{
    return "Authorization: Bearer " + accessToken.toLatin1() + '\n';
}

} // namespace QciAuth
