// SPDX-License-Identifier: Apache-2.0
#include "processgauge.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QSet>
#include <QThread>

#include <mutex>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#ifdef __SANITIZE_ADDRESS__
// Of AddressSanitizer's run-time library; not every compiler brings the header that declares it.
extern "C" size_t __sanitizer_get_current_allocated_bytes();
#endif

// Where Qt tells who wants to know of every object that is made and destroyed. It has no public header, but memory
// inspectors live by it, and its layout does not change.
QT_BEGIN_NAMESPACE
extern quintptr Q_CORE_EXPORT qtHookData[];
QT_END_NAMESPACE

namespace QciAuth {

namespace {

constexpr int addObjectHook = 3;
constexpr int removeObjectHook = 4;

struct Census
{
    std::mutex mutex;
    QSet<QObject *> objects;
};

// Never destroyed: Qt's own statics go later.
Census &census()
{
    static auto *const all = new Census;
    return *all;
}

void added(QObject *object)
{
    const std::scoped_lock lock(census().mutex);
    census().objects.insert(object);
}

void removed(QObject *object)
{
    const std::scoped_lock lock(census().mutex);
    census().objects.remove(object);
}

void settle()
{
    for (int i = 0; i < 100; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

qint64 heapInUse()
{
#if defined(__SANITIZE_ADDRESS__)
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#elif defined(__GLIBC__)
    malloc_trim(0);
    const auto info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

qint64 memoryInUse()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace

void ProcessGauge::startCounting()
{
    qtHookData[addObjectHook] = reinterpret_cast<quintptr>(&added);
    qtHookData[removeObjectHook] = reinterpret_cast<quintptr>(&removed);
}

ProcessGauge ProcessGauge::read()
{
    settle();
    ProcessGauge gauge{.heapBytes = heapInUse(),
        .residentBytes = memoryInUse(),
        .files = QDir(QStringLiteral("/proc/self/fd"))
                     .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                     .size()};
    const std::scoped_lock lock(census().mutex);
    gauge.objects = census().objects.size();
    const auto *const dispatcher = QAbstractEventDispatcher::instance();
    for (QObject *object : std::as_const(census().objects)) {
        if (object->thread() == QThread::currentThread())
            gauge.timers += dispatcher->registeredTimers(object).size();
    }
    return gauge;
}

} // namespace QciAuth
