// SPDX-License-Identifier: Apache-2.0
#include "faultrow.h"

#include <algorithm>

namespace QciAuth {

using Kind = AuthError::Kind;
using Cause = AuthError::Cause;
using std::chrono::seconds;

FaultOutcome FaultOutcome::rejected(int httpStatus)
{
    return {.kind = Kind::Rejected, .cause = Cause::HttpStatus, .httpStatus = httpStatus};
}

FaultOutcome FaultOutcome::transient(Cause cause, int httpStatus, seconds nextTry)
{
    return {.kind = Kind::Transient, .cause = cause, .nextTry = nextTry, .httpStatus = httpStatus};
}

FaultOutcome FaultOutcome::wrongAddress(Cause cause, int httpStatus)
{
    return {.kind = Kind::WrongAddress, .cause = cause, .nextTry = std::chrono::minutes{15}, .httpStatus = httpStatus};
}

FaultOutcome FaultOutcome::untrusted()
{
    return {.kind = Kind::Untrusted, .cause = Cause::Certificate, .nextTry = std::chrono::minutes{15}, .requests = 0};
}

FaultOutcome FaultOutcome::accepted(seconds lifetime)
{
    // Half way between the margin and a tenth more, as the random number of these tests is a half.
    const seconds margin = std::min<seconds>(std::chrono::minutes{10}, lifetime / 2);
    return {.nextTry = lifetime - margin - margin / 20};
}

FaultOutcome FaultOutcome::with(qsizetype count) const
{
    FaultOutcome other = *this;
    other.requests = count;
    return other;
}

FaultOutcome FaultOutcome::orCause(Cause other, int otherStatus) const
{
    FaultOutcome either = *this;
    either.otherCause = other;
    either.otherHttpStatus = otherStatus;
    return either;
}

bool FaultOutcome::fits(const AuthError &error) const
{
    const bool isAsWanted = error.cause() == cause && error.httpStatus() == httpStatus;
    const bool isOther = error.cause() == otherCause && error.httpStatus() == otherHttpStatus;
    return error.kind() == kind && (isAsWanted || isOther);
}

} // namespace QciAuth
