// SPDX-License-Identifier: Apache-2.0
#include "profilelock.h"

#include "logging.h"
#include "readyfuture.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLockFile>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds firstPause{10};
constexpr milliseconds longestPause{80};
// Whoever makes a lock file writes its content at once: one that stays without was left by a process that was killed.
constexpr milliseconds emptyFilePatience{1000};

// Tries again and again, and ends itself. Qt waits for a lock by sleeping only, which a window must not.
class Waiter final : public QObject
{
public:
    Waiter(const QString &file, milliseconds patience)
        : m_lock(std::make_shared<QLockFile>(file))
        , m_patience(patience)
    {
        // A process that is gone is noticed by its number; a slow one must not lose its lock to a clock.
        m_lock->setStaleLockTime(0);
        m_promise.start();
        m_elapsed.start();
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Waiter::attempt);
    }

    QFuture<ProfileLock::Held> start()
    {
        QFuture<ProfileLock::Held> future = m_promise.future();
        attempt();
        return future;
    }

private:
    void attempt()
    {
        if (m_lock->tryLock(0))
            return end(m_lock);
        const bool isHeld = m_lock->error() == QLockFile::LockFailedError && !QFileInfo(m_lock->fileName()).isDir();
        lookAtHolder();
        if (!isHeld || milliseconds(m_elapsed.elapsed()) >= m_patience) {
            qCDebug(sessionLog) << "going on without the profile's lock:" << m_lock->error();
            return end(nullptr);
        }
        m_timer.start(m_pause);
        m_pause = std::min(m_pause * 2, longestPause);
    }

    // A lock file without content, where it stays like that. In a crowd one can be seen twice at such a moment, but not
    // the same one.
    struct EmptyFile
    {
        QElapsedTimer since{};
        QDateTime made{};

        // Returns the process that holds the lock; 0 where none does.
        qint64 remove(QLockFile &lock)
        {
            qint64 pid = 0;
            QString host;
            QString program;
            const QFileInfo file(lock.fileName());
            const QDateTime modified = file.lastModified();
            if (!file.exists() || lock.getLockInfo(&pid, &host, &program)) {
                since.invalidate();
            } else if (!since.isValid() || modified != made) {
                since.start();
                made = modified;
            } else if (milliseconds(since.elapsed()) >= emptyFilePatience) {
                lock.removeStaleLockFile(); // leaves it where somebody holds it after all
            }
            return pid;
        }
    };

    void lookAtHolder()
    {
        const qint64 holder = m_empty.remove(*m_lock);
        if (holder != 0 && holder != m_holder) {
            m_holder = holder;
            m_elapsed.start(); // patience is with one process: many may come first
        }
        // Qt's own lock for the removal of stale ones, which it would wait for up to 30 s.
        QLockFile removal(m_lock->fileName() + u".rmlock"_s);
        m_emptyRemoval.remove(removal);
    }

    void end(const ProfileLock::Held &held)
    {
        deleteLater();
        m_promise.addResult(held);
        m_promise.finish();
    }

    ProfileLock::Held m_lock;
    milliseconds m_patience;
    milliseconds m_pause = firstPause;
    QPromise<ProfileLock::Held> m_promise;
    qint64 m_holder = 0;
    QElapsedTimer m_elapsed; ///< since this holder was first seen
    EmptyFile m_empty;
    EmptyFile m_emptyRemoval;
    QTimer m_timer;
};

} // namespace

QFuture<ProfileLock::Held> ProfileLock::acquire(
    const QString &folder, const QString &profileName, milliseconds patience)
{
    if (folder.isEmpty())
        return readyFuture(Held());
    return (new Waiter(file(folder, profileName), patience))->start();
}

QString ProfileLock::file(const QString &folder, const QString &profileName)
{
    // Any name, of any length, as the name of a file; shorter than what looks like an API token, so that it can be
    // told.
    const QByteArray hash = QCryptographicHash::hash(profileName.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return folder + u"/profile-"_s + QLatin1StringView(hash) + u".lock"_s;
}

} // namespace QciAuth
