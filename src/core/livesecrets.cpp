// SPDX-License-Identifier: Apache-2.0
#include "livesecrets.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace QciAuth {

namespace {

// What the handler knows. Never destroyed: Qt logs until its own statics go at the very end of a program.
struct Known
{
    std::mutex mutex;
    std::vector<const LiveSecrets *> all;
};

Known &known()
{
    static auto &instance = *new Known;
    return instance;
}

} // namespace

LiveSecrets::LiveSecrets()
{
    const std::lock_guard lock(known().mutex);
    known().all.push_back(this);
}

LiveSecrets::~LiveSecrets()
{
    const std::lock_guard lock(known().mutex);
    std::erase(known().all, this);
}

void LiveSecrets::set(const QStringList &secrets)
{
    const Redactor redactor(secrets);
    const std::lock_guard lock(known().mutex);
    m_redactor = redactor;
}

QString LiveSecrets::redactAll(const QString &text)
{
    const std::lock_guard lock(known().mutex);
    QString result = Redactor().redact(text);
    for (const LiveSecrets *secrets : known().all)
        result = secrets->m_redactor.redact(result);
    return result;
}

} // namespace QciAuth
