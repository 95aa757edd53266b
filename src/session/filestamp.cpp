// SPDX-License-Identifier: Apache-2.0
#include "filestamp.h"

#include <QDateTime>
#include <QFile>

#include <cstdlib>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/stat.h>
#endif

namespace QciAuth {

#ifdef Q_OS_UNIX

namespace {

// Far more than the clock of any file system is wrong by.
constexpr qint64 leastAgeS = 2;

} // namespace

std::optional<FileStamp> FileStamp::of(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return errno == ENOENT ? std::optional(FileStamp()) : std::nullopt;
#ifdef Q_OS_DARWIN
    const timespec &changed = info.st_ctimespec;
#else
    const timespec &changed = info.st_ctim;
#endif
    if (std::abs(QDateTime::currentSecsSinceEpoch() - qint64{info.st_mtime}) <= leastAgeS)
        return std::nullopt;
    FileStamp stamp;
    stamp.m_device = info.st_dev;
    stamp.m_inode = info.st_ino;
    stamp.m_size = info.st_size;
    stamp.m_changedS = changed.tv_sec;
    stamp.m_changedNs = changed.tv_nsec;
    return stamp;
}

#else

std::optional<FileStamp> FileStamp::of(const QString &)
{
    return std::nullopt;
}

#endif

} // namespace QciAuth
