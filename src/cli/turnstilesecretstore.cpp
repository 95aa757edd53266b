// SPDX-License-Identifier: Apache-2.0
#include "turnstilesecretstore.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int ways = 4;
constexpr std::chrono::milliseconds firstPause{5};
constexpr std::chrono::milliseconds longestPause{50};
// Longer than hundreds of commands need, one after the other. Whoever has waited that long tries without leave.
constexpr std::chrono::seconds patience{60};

// One way through, for as long as it lives. The system gives it back where a process is killed.
class Passage
{
public:
    explicit Passage([[maybe_unused]] const QString &folder)
    {
#ifdef Q_OS_UNIX
        if (folder.isEmpty())
            return;
        const QDeadlineTimer deadline(patience);
        for (auto pause = firstPause; !enter(folder) && !deadline.hasExpired();
             pause = std::min(pause * 2, longestPause))
            std::this_thread::sleep_for(pause); // a command has nothing else to do
#endif
    }

    ~Passage()
    {
#ifdef Q_OS_UNIX
        if (m_descriptor >= 0)
            ::close(m_descriptor);
#endif
    }
    Q_DISABLE_COPY_MOVE(Passage)

private:
#ifdef Q_OS_UNIX
    bool enter(const QString &folder)
    {
        if (m_descriptor < 0) {
            const QString path = u"%1/keychain-%2.lock"_s.arg(folder).arg(::getpid() % ways);
            m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        }
        // Without the file there is no turnstile.
        return m_descriptor < 0 || ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
    }

    int m_descriptor = -1;
#endif
};

} // namespace

TurnstileSecretStore::TurnstileSecretStore(SecretStore &store, const QString &folder)
    : m_store(store)
    , m_folder(folder)
{
}

template<typename T>
QFuture<T> TurnstileSecretStore::pass(const std::function<QFuture<T>()> &call)
{
    auto passage = std::make_shared<std::optional<Passage>>(std::in_place, m_folder);
    if constexpr (std::is_void_v<T>) {
        return call().then([passage] { passage->reset(); }).onFailed([passage](const AuthError &error) {
            passage->reset();
            throw AuthError(error);
        });
    } else {
        return call()
            .then([passage](const T &result) {
                passage->reset();
                return result;
            })
            .onFailed([passage](const AuthError &error) -> T {
                passage->reset();
                throw AuthError(error);
            });
    }
}

QFuture<std::optional<QString>> TurnstileSecretStore::read(const QString &key)
{
    return pass<std::optional<QString>>([this, key] { return m_store.read(key); });
}

QFuture<void> TurnstileSecretStore::write(const QString &key, const QString &secret)
{
    return pass<void>([this, key, secret] { return m_store.write(key, secret); });
}

QFuture<void> TurnstileSecretStore::remove(const QString &key)
{
    return pass<void>([this, key] { return m_store.remove(key); });
}

} // namespace QciAuth
