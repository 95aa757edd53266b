// SPDX-License-Identifier: Apache-2.0
#include "autherror.h"

namespace QciAuth {

AuthError::AuthError(
    Kind kind, Cause cause, const QString &message, int httpStatus, std::optional<std::chrono::seconds> retryAfter)
    : m_kind(kind)
    , m_cause(cause)
    , m_httpStatus(httpStatus)
    , m_retryAfter(retryAfter)
    , m_message(message)
    , m_what(message.toUtf8())
{
}

void AuthError::raise() const
{
    throw *this;
}

AuthError *AuthError::clone() const
{
    return new AuthError(*this);
}

} // namespace QciAuth
