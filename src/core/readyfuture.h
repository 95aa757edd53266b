// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QPromise>

#include <type_traits>
#include <utility>

namespace QciAuth {

/// Returns a future that holds \a value already. Qt's own function for it bears other names from 6.6 on, and the one of
/// 6.4 is deprecated there.
template<typename T>
QFuture<std::decay_t<T>> readyFuture(T &&value)
{
    QPromise<std::decay_t<T>> promise;
    promise.start();
    promise.addResult(std::forward<T>(value));
    promise.finish();
    return promise.future();
}

/// Returns a future that is finished already.
inline QFuture<void> readyFuture()
{
    QPromise<void> promise;
    promise.start();
    promise.finish();
    return promise.future();
}

} // namespace QciAuth
