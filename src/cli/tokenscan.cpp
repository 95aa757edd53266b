// SPDX-License-Identifier: Apache-2.0
#include "tokenscan.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <system_error>
#include <tuple>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#endif

namespace fs = std::filesystem;

namespace QciAuth {

namespace {

QString shown(const fs::path &path)
{
#ifdef Q_OS_WIN
    return QString::fromStdWString(path.generic_wstring());
#else
    return QFile::decodeName(path.c_str());
#endif
}

fs::path native(const QString &path)
{
#ifdef Q_OS_WIN
    return fs::path(path.toStdWString());
#else
    return fs::path(QFile::encodeName(path).toStdString());
#endif
}

// Only a regular file: between listing and opening, something else may have taken its place.
bool openRegular(const fs::path &path, QFile *file)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat status = {};
    const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    // Handed over either way, to be closed.
    return file->open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle) && regular;
#else
    file->setFileName(shown(path));
    return file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#endif
}

// What PowerShell's `>` writes.
bool isUtf16(QByteArrayView text)
{
    return text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff");
}

} // namespace

TokenScan::TokenScan(const QStringList &knownTokens)
    : m_finder(knownTokens)
{
}

TokenScan::Result TokenScan::scan(const QString &folder)
{
    Result result;
    const fs::path start = native(folder);
    std::error_code error;
    const fs::file_status status = fs::status(start, error);
    if (status.type() == fs::file_type::not_found || folder.isEmpty()) {
        result.exists = false;
        return result;
    }
    m_buffer.resize(largestFile + 1);
    if (fs::is_directory(status))
        m_folders.append(start);
    else if (fs::is_regular_file(status))
        scanFile(start, &result);
    else
        result.unreadable.append(folder);
    // Not by recursion, which a deep tree could exhaust.
    while (!m_folders.isEmpty())
        scanFolder(m_folders.takeLast(), &result);
    m_buffer.fill('\0');
    m_buffer.clear();

    std::sort(result.findings.begin(), result.findings.end(),
        [](const Finding &a, const Finding &b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
    result.unreadable.sort();
    result.tooLarge.sort();
    return result;
}

void TokenScan::scanFolder(const fs::path &folder, Result *result)
{
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        const fs::path &path = entries->path();
        std::error_code statusError;
        const fs::file_status status = entries->symlink_status(statusError);
        if (fs::is_directory(status)) {
            if (path.filename() != "objects" || folder.filename() != ".git")
                m_folders.append(path);
        } else if (fs::is_regular_file(status)) {
            scanFile(path, result);
        } else if (statusError && status.type() != fs::file_type::not_found) {
            result->unreadable.append(shown(path));
        }
    }
    if (error)
        result->unreadable.append(shown(folder));
}

void TokenScan::scanFile(const fs::path &path, Result *result)
{
    QFile file;
    if (!openRegular(path, &file)) {
        std::error_code error;
        if (fs::symlink_status(path, error).type() != fs::file_type::not_found) // gone meanwhile
            result->unreadable.append(shown(path));
        return;
    }
    if (file.size() > largestFile) {
        result->tooLarge.append(shown(path));
        return;
    }
    // What the kernel shows as files has no size, and reading some of it waits or takes something away.
    const bool empty = file.size() == 0;
    qint64 size = 0;
    qint64 more = 0;
    // A log may have grown meanwhile.
    while (!empty && size < m_buffer.size() && (more = file.read(m_buffer.data() + size, m_buffer.size() - size)) > 0)
        size += more;
    if (more < 0) {
        result->unreadable.append(shown(path));
        return;
    }
    if (size > largestFile) {
        result->tooLarge.append(shown(path));
        return;
    }
    ++result->filesRead;
    QByteArrayView text = QByteArrayView(m_buffer).first(size);
    QByteArray converted;
    if (isUtf16(text)) {
        converted = QString(QStringDecoder(QStringDecoder::Utf16)(text)).toUtf8();
        text = converted;
    }
    const QList<int> lines = m_finder.lines(text);
    for (const int line : lines)
        result->findings.append({shown(path), line});
}

} // namespace QciAuth
