// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "redactor.h"

#include <QStringList>

namespace QciAuth {

/// Secrets in use: while the object lives, they go out of all that is logged (installRedactingMessageHandler()) and out
/// of what errors quote from a service, whatever they look like. The handler is a function of the whole process, and
/// so is what it knows.
class LiveSecrets
{
public:
    LiveSecrets();
    ~LiveSecrets();
    Q_DISABLE_COPY_MOVE(LiveSecrets)

    /// In place of those set before.
    void set(const QStringList &secrets);

    /// Takes all secrets in use out of a text, and what looks like a credential. From any thread.
    static QString redactAll(const QString &text);

private:
    Redactor m_redactor;
};

} // namespace QciAuth
