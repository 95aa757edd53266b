// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"
#include "promise.h"
#include "rfc3339.h"

#include <QTimeZone>

namespace QciAuth {

void fuzzRfc3339(const QByteArray &input)
{
    const auto instant = parseRfc3339(QString::fromUtf8(input));
    if (!instant)
        return;
    promise(instant->isValid(), "an accepted date is an instant");
    promise(instant->timeSpec() == Qt::UTC, "it is in UTC");
    promise(input.size() >= 20, "a date has 20 characters at least");
    // status and token --json write it again, for programs that read RFC 3339.
    const QString written = instant->toString(Qt::ISODateWithMs);
    promise(parseRfc3339(written) == instant, "it can be written again, and is the same then");
}

} // namespace QciAuth
