// SPDX-License-Identifier: Apache-2.0
#include "notice.h"

#include <QCoreApplication>

namespace QciAuth {

bool Notice::isSameButForProgress(const Notice &other) const
{
    return tone == other.tone && text == other.text && action == other.action;
}

QString Notice::fullText() const
{
    return progress.isEmpty() ? text : bothSentences(text, progress);
}

QString Notice::bothSentences(const QString &first, const QString &second)
{
    return QCoreApplication::translate("QciAuth::Notice", "%1 %2", "two sentences").arg(first, second);
}

QString Notice::actionText() const
{
    switch (action) {
    case Action::None:
        return {};
    case Action::Refresh:
    case Action::ReadKeychain:
        return QCoreApplication::translate("QciAuth::Notice", "Try now");
    case Action::LogIn:
        return QCoreApplication::translate("QciAuth::Notice", "Log in again…");
    }
    return {};
}

} // namespace QciAuth
