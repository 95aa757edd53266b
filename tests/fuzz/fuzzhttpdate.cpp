// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"
#include "httpdate.h"
#include "promise.h"

#include <QLocale>

namespace QciAuth {

void fuzzHttpDate(const QByteArray &input)
{
    const auto instant = parseHttpDate(input);
    if (!instant)
        return;
    promise(instant->isValid(), "an accepted date is an instant");
    promise(instant->offsetFromUtc() == 0, "it is in UTC");
    const QString written = QLocale::c().toString(*instant, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    promise(parseHttpDate(written.toLatin1()) == instant, "it can be written again, and is the same then");
}

} // namespace QciAuth
