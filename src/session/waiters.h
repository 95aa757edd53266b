// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QFuture>
#include <QPromise>

#include <memory>
#include <utility>
#include <vector>

namespace QciAuth {

/// Callers that wait for the same thing. Each has a future of its own, as a future tells one continuation only.
template<typename T>
class Waiters
{
public:
    using Promise = std::shared_ptr<QPromise<T>>;

    /// One more that waits.
    Promise add()
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        m_promises.push_back(promise);
        return promise;
    }

    /// Takes all out, so that whoever is answered may ask again.
    Waiters take() { return std::exchange(*this, {}); }

    /// Answers all, with `value` where there is one to give.
    template<typename... Value>
    void succeed(const Value &...value)
    {
        for (const Promise &promise : take().m_promises) {
            if (promise->future().isFinished())
                continue;
            (promise->addResult(value), ...);
            promise->finish();
        }
    }

    void fail(const AuthError &error)
    {
        for (const Promise &promise : take().m_promises)
            fail(*promise, error);
    }

    /// Answers one of them, unless it has been answered.
    static void fail(QPromise<T> &promise, const AuthError &error)
    {
        if (promise.future().isFinished())
            return;
        promise.setException(error);
        promise.finish();
    }

private:
    std::vector<Promise> m_promises;
};

} // namespace QciAuth
