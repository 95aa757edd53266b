// SPDX-License-Identifier: Apache-2.0
#include "turnstilesecretstore.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int ways = 4;
constexpr unsigned long pauseMilliseconds = 5;
// Longer than hundreds of commands need, one after the other. Whoever has waited that long tries without leave.
constexpr std::chrono::seconds patience{60};

// One way through, for as long as it lives. The system gives it back where a process is killed.
class Passage
{
public:
    explicit Passage([[maybe_unused]] const QString &folder)
    {
#ifdef Q_OS_UNIX
        const QDeadlineTimer deadline(patience);
        while (!folder.isEmpty() && !enter(folder) && !deadline.hasExpired())
            QThread::msleep(pauseMilliseconds); // a command has nothing else to do
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
        for (int way = 0; way < ways; ++way) {
            const QByteArray path = QFile::encodeName(u"%1/keychain-%2.lock"_s.arg(folder).arg(way));
            const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
            if (descriptor < 0)
                return true; // no turnstile can be had
            if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
                m_descriptor = descriptor;
                return true;
            }
            ::close(descriptor);
        }
        return false;
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
