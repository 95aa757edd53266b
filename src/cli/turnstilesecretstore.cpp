// SPDX-License-Identifier: Apache-2.0
#include "turnstilesecretstore.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <thread>
#include <vector>

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
// So long those who wait take the word of one who has found the keychain hung.
constexpr std::chrono::seconds markLifetime{10};
// Longer than hundreds of commands need, one after the other. Whoever has waited that long tries without leave.
constexpr std::chrono::seconds patience{60};

// One way through, for as long as it lives. The system gives it back where a process is killed.
class Passage
{
public:
    explicit Passage(const QString &folder)
        : m_folder(folder)
    {
        if (m_folder.isEmpty())
            return;
        openWays();
        const QDeadlineTimer deadline(patience);
        for (auto pause = firstPause; !enter() && !deadline.hasExpired(); pause = std::min(pause * 2, longestPause)) {
            if (isMarkedHung()) {
                m_isHung = true;
                return;
            }
            std::this_thread::sleep_for(pause); // a command has nothing else to do
        }
    }

    ~Passage()
    {
        for (const int way : m_ways)
            closeWay(way);
    }
    Q_DISABLE_COPY_MOVE(Passage)

    /// Whether others before have found that the keychain does not answer.
    bool isHung() const { return m_isHung; }

    /// Tells those who wait that the keychain does not answer.
    void markHung() const
    {
        QFile mark(markFile());
        if (!m_folder.isEmpty() && mark.open(QIODevice::WriteOnly))
            mark.write("\n");
    }

private:
    QString markFile() const { return m_folder + u"/keychain-hung"_s; }

    bool isMarkedHung() const
    {
        const QDateTime markedAt = QFileInfo(markFile()).lastModified();
        return markedAt.isValid() && markedAt.secsTo(QDateTime::currentDateTime()) < markLifetime.count();
    }

#ifdef Q_OS_UNIX
    void openWays()
    {
        for (int way = 0; way < ways; ++way) {
            const QString path = u"%1/keychain-%2.lock"_s.arg(m_folder).arg(way);
            m_ways.push_back(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        }
    }

    bool enter() const
    {
        // Without the files there is no turnstile.
        return std::any_of(
            m_ways.begin(), m_ways.end(), [](int way) { return way < 0 || ::flock(way, LOCK_EX | LOCK_NB) == 0; });
    }

    static void closeWay(int way)
    {
        if (way >= 0)
            ::close(way);
    }
#else
    void openWays() {}
    bool enter() const
    {
        return true;
    }
    static void closeWay(int) {}
#endif

    QString m_folder;
    std::vector<int> m_ways;
    bool m_isHung = false;
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
    if ((*passage)->isHung())
        return QtFuture::makeExceptionalFuture<T>(AuthError(
            AuthError::Kind::Local, AuthError::Cause::SecretStoreTimedOut, u"the keychain does not answer"_s));
    const auto fail = [passage](const AuthError &error) -> T {
        if (error.cause() == AuthError::Cause::SecretStoreTimedOut)
            (*passage)->markHung();
        passage->reset();
        throw AuthError(error);
    };
    if constexpr (std::is_void_v<T>) {
        return call().then([passage] { passage->reset(); }).onFailed(fail);
    } else {
        return call()
            .then([passage](const T &result) {
                passage->reset();
                return result;
            })
            .onFailed(fail);
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
