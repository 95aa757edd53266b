// SPDX-License-Identifier: Apache-2.0
#include "scrubbing.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

// Never in memory in the clear, so that the search finds no copy of its own.
constexpr char mask = '\x55';

struct Masked
{
    std::string text;

    static Masked random()
    {
        Masked made;
        for (int i = 0; i < 32; ++i)
            made.text += static_cast<char>('A' + QRandomGenerator::global()->bounded(26)) ^ mask;
        return made;
    }

    std::string plain() const
    {
        std::string clear = text;
        for (char &c : clear)
            c ^= mask;
        return clear;
    }

    QString string() const { return QString::fromStdString(plain()); }

    // What the middle of the secret looks like in memory, masked: the allocator may write over the beginning.
    std::string needle(bool isUtf16) const
    {
        std::string found;
        for (const char c : text.substr(8, 16)) {
            found += c;
            if (isUtf16)
                found += mask;
        }
        return found;
    }
};

// Reads by way of the kernel what this process has, freed or not, as whoever makes a core image does.
class OwnMemory
{
public:
    int copies(const Masked &secret) { return count(secret.needle(false)) + count(secret.needle(true)); }

private:
    int count(const std::string &needle)
    {
        int found = 0;
        std::istringstream maps(read("/proc/self/maps"));
        for (std::string line; std::getline(maps, line);) {
            // Stacks are not the allocator's.
            if (line.find(" rw-p ") == std::string::npos || line.find("[stack]") != std::string::npos)
                continue;
            std::size_t end = 0;
            const auto from = std::stoull(line, &end, 16);
            const auto to = std::stoull(line.substr(end + 1), nullptr, 16);
            found += countIn(from, to, needle);
        }
        return found;
    }

    int countIn(unsigned long long from, unsigned long long to, const std::string &needle)
    {
        int found = 0;
        const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        for (auto at = from; at < to; at += m_page.size() - needle.size()) {
            const auto size = std::min<unsigned long long>(m_page.size(), to - at);
            const ssize_t got = pread(memory, m_page.data(), size, static_cast<off_t>(at));
            if (got <= 0)
                break;
            for (char &c : m_page)
                c ^= mask;
            for (auto next = m_page.begin(); next != m_page.begin() + got; ++found) {
                next = std::search(next, m_page.begin() + got, needle.begin(), needle.end());
                if (next == m_page.begin() + got)
                    break;
                ++next;
            }
            m_page.fill('\0'); // the search comes by here, too
        }
        close(memory);
        return found;
    }

    static std::string read(const char *path)
    {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }

    std::array<char, 1 << 16> m_page{};
};

// What is in a block when it goes back to the allocator.
std::vector<std::string> freed;

void noteAndFree(void *block)
{
    freed.emplace_back(static_cast<const char *>(block), malloc_usable_size(block));
    std::free(block);
}

char *blockOf(const std::string &text, std::size_t size)
{
    char *block = static_cast<char *>(std::malloc(size));
    std::memset(block, '#', size);
    std::memcpy(block, text.data(), text.size());
    return block;
}

bool isBlank(const std::string &bytes)
{
    return !bytes.empty() && std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

} // namespace

class TestScrubbing : public QObject
{
    Q_OBJECT

private slots:
    void init() { freed.clear(); }

    void blockIsBlankWhenItIsFreed_data();
    void blockIsBlankWhenItIsFreed();
    void blockThatGrowsLeavesNothingBehind();
    void blockThatShrinksIsBlankBehindItsEnd();
    void blockThatShrinksMuchGivesMemoryBack();
    void reallocateOfNothingAndToNothing();
    void noCopyIsLeft_data();
    void noCopyIsLeft();
    void allocatorStandsManyThreads();
};

void TestScrubbing::blockIsBlankWhenItIsFreed_data()
{
    QTest::addColumn<qulonglong>("size");
    for (const qulonglong size : {1ULL, 24ULL, 25ULL, 4096ULL, 1ULL << 20, 64ULL << 20})
        QTest::addRow("%llu bytes", size) << size;
}

void TestScrubbing::blockIsBlankWhenItIsFreed()
{
    QFETCH(const qulonglong, size);
    Scrubbing::free(blockOf("", size), &noteAndFree);
    QCOMPARE(freed.size(), 1U);
    QVERIFY(freed.front().size() >= size);
    QVERIFY(isBlank(freed.front()));
    Scrubbing::free(nullptr, &noteAndFree);
    QCOMPARE(freed.size(), 1U);
}

void TestScrubbing::blockThatGrowsLeavesNothingBehind()
{
    char *grown = static_cast<char *>(Scrubbing::reallocate(blockOf("content", 100), 10'000, &noteAndFree));
    QCOMPARE(std::string(grown, 7), "content");
    QCOMPARE(freed.size(), 1U);
    QVERIFY(isBlank(freed.front()));
    std::free(grown);
}

void TestScrubbing::blockThatShrinksIsBlankBehindItsEnd()
{
    char *shrunk = static_cast<char *>(Scrubbing::reallocate(blockOf("content", 1000), 900, &noteAndFree));
    QCOMPARE(std::string(shrunk, 8), "content#");
    QVERIFY(freed.empty());
    const std::size_t usable = malloc_usable_size(shrunk);
    if (usable > 900) // a sanitizer's allocator says nothing of what is behind the end
        QVERIFY(isBlank(std::string(shrunk + 900, usable - 900)));
    std::free(shrunk);
}

void TestScrubbing::blockThatShrinksMuchGivesMemoryBack()
{
    char *shrunk = static_cast<char *>(Scrubbing::reallocate(blockOf("content", 1000), 100, &noteAndFree));
    QCOMPARE(std::string(shrunk, 8), "content#");
    QVERIFY(malloc_usable_size(shrunk) < 200);
    QCOMPARE(freed.size(), 1U);
    QVERIFY(isBlank(freed.front()));
    std::free(shrunk);
}

void TestScrubbing::reallocateOfNothingAndToNothing()
{
    void *block = Scrubbing::reallocate(nullptr, 10, &noteAndFree);
    QVERIFY(block);
    QVERIFY(freed.empty());
    QVERIFY(!Scrubbing::reallocate(block, 0, &noteAndFree));
    QCOMPARE(freed.size(), 1U);
    QVERIFY(isBlank(freed.front()));
}

using Use = std::function<std::shared_ptr<void>(const Masked &)>;

template<typename T, typename... Arguments>
std::shared_ptr<void> kept(Arguments &&...arguments)
{
    return std::make_shared<T>(std::forward<Arguments>(arguments)...);
}

void TestScrubbing::noCopyIsLeft_data()
{
    QTest::addColumn<Use>("use");
    const auto add = [](const char *name, const Use &use) { QTest::newRow(name) << use; };
    add("C++ string", [](const Masked &secret) { return kept<std::string>(secret.plain()); });
    add("string of Qt", [](const Masked &secret) { return kept<QString>(secret.string()); });
    add("bytes of Qt", [](const Masked &secret) { return kept<QByteArray>(secret.string().toUtf8()); });
    add("JSON", [](const Masked &secret) {
        const QJsonObject object{{u"token"_s, secret.string()}};
        return kept<QJsonDocument>(QJsonDocument::fromJson(QJsonDocument(object).toJson()));
    });
    add("string that has grown", [](const Masked &secret) {
        QString text;
        for (int i = 0; i < 200; ++i)
            text += secret.string();
        return kept<QString>(text);
    });
    add("aligned block", [](const Masked &secret) -> std::shared_ptr<void> {
        void *block = nullptr;
        if (posix_memalign(&block, 4096, 4096) == 0)
            std::memcpy(block, secret.plain().data(), 32);
        return {block, &std::free};
    });
    add("cleared block", [](const Masked &secret) -> std::shared_ptr<void> {
        void *block = std::calloc(1, 500);
        std::memcpy(block, secret.plain().data(), 32);
        return {block, &std::free};
    });
    add("block of the C library", [](const Masked &secret) -> std::shared_ptr<void> {
        return {strdup(secret.plain().c_str()), &std::free};
    });
}

void TestScrubbing::noCopyIsLeft()
{
    QFETCH(const Use, use);
    if (!Scrubbing::isActive)
        QSKIP("Freed memory is not scrubbed in this build: sanitizers bring an allocator of their own.");
    const auto memory = std::make_unique<OwnMemory>();
    const Masked secret = Masked::random();
    std::shared_ptr<void> user = use(secret);
    QVERIFY(memory->copies(secret) > 0); // or the search is blind
    user.reset();
    QCOMPARE(memory->copies(secret), 0);
}

void TestScrubbing::allocatorStandsManyThreads()
{
    std::vector<std::thread> threads;
    std::array<bool, 4> good{};
    for (std::size_t i = 0; i < good.size(); ++i) {
        threads.emplace_back([&isGood = good[i], i] {
            std::string text;
            for (int round = 0; round < 20'000; ++round) {
                std::vector<char> block(static_cast<std::size_t>(round % 5'000), static_cast<char>(i));
                text = std::string(block.begin(), block.end());
            }
            isGood = std::all_of(text.begin(), text.end(), [i](char c) { return c == static_cast<char>(i); });
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(std::all_of(good.begin(), good.end(), [](bool isGood) { return isGood; }));
}

QTEST_GUILESS_MAIN(TestScrubbing)
#include "tst_scrubbing.moc"
