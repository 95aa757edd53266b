// SPDX-License-Identifier: Apache-2.0
#include "say.h"

#include "livesecrets.h"
#include "output.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

QString printable(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return result;
}

void note(const QString &line)
{
    // A failure is of no consequence: there is nowhere to say it.
    Output(Output::standardError).write("qci-auth: " + printable(LiveSecrets::redactAll(line)).toUtf8() + '\n');
}

QString writeFailure(const Output &output)
{
    return u"The output could not be written (%1). Check where it goes."_s.arg(output.errorString());
}

} // namespace QciAuth
