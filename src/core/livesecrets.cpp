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
    // All at once: one that goes by its shape, or with a shorter secret inside, would leave its end behind.
    Redactor redactor;
    {
        const std::lock_guard lock(known().mutex);
        for (const LiveSecrets *secrets : known().all)
            redactor.add(secrets->m_redactor);
    }
    return redactor.redact(text);
}

} // namespace QciAuth
