// SPDX-License-Identifier: Apache-2.0
#include "runtimefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QStandardPaths>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr auto folderName = "qci-auth"_L1;

class RuntimeFolderText
{
    Q_DECLARE_TR_FUNCTIONS(QciAuth::RuntimeFolder)

public:
    static QString noPlace()
    {
        return tr("There is no folder for temporary files. Create the one that the environment variable TMPDIR names, "
                  "or unset it.");
    }
    static QString cannotBeMade(const QString &path)
    {
        const QString reason = qt_error_string(); // before anything else sets it anew
        return tr("The folder %1 cannot be created (%2). Check the permissions of the folder above and the room on "
                  "the disk.")
            .arg(QDir::toNativeSeparators(path), reason);
    }
    static QString notAFolder(const QString &path)
    {
        return tr("%1 is not a folder but a link or a file, so it is not used. Remove it and try again.").arg(path);
    }
    static QString notOurs(const QString &path)
    {
        return tr("The folder %1 belongs to another user, so it is not used. Ask whoever looks after this machine to "
                  "remove it.")
            .arg(path);
    }
    static QString tooOpen(const QString &path)
    {
        const QString reason = qt_error_string();
        return tr("The folder %1 is open to other users and cannot be closed to them (%2). Remove it and try again.")
            .arg(path, reason);
    }
};

#ifdef Q_OS_UNIX

constexpr mode_t privateMode = 0700;
constexpr mode_t permissionBits = 0777;

bool isOurFolder(const QString &path)
{
    struct stat info = {};
    return path.startsWith(u'/') && ::stat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == ::geteuid();
}

QString pathIn(const QString &sessionFolder, const QString &temporaryFolder)
{
    if (isOurFolder(sessionFolder))
        return QDir::cleanPath(sessionFolder) + u'/' + folderName;
    if (!temporaryFolder.startsWith(u'/'))
        return {};
    return QDir::cleanPath(temporaryFolder + u'/' + folderName + u'-' + QString::number(::geteuid()));
}

// Made first and looked at afterwards: whatever was there before, or came in between, is judged by what it is.
QString problemAfterMaking(const QString &path)
{
    const QByteArray encoded = QFile::encodeName(path);
    if (::mkdir(encoded.constData(), privateMode) != 0 && errno != EEXIST)
        return RuntimeFolderText::cannotBeMade(path);
    struct stat info = {};
    if (::lstat(encoded.constData(), &info) != 0)
        return RuntimeFolderText::cannotBeMade(path);
    if (!S_ISDIR(info.st_mode))
        return RuntimeFolderText::notAFolder(path);
    if (info.st_uid != ::geteuid())
        return RuntimeFolderText::notOurs(path);
    if ((info.st_mode & permissionBits) != privateMode && ::chmod(encoded.constData(), privateMode) != 0)
        return RuntimeFolderText::tooOpen(path);
    return {};
}

#else

QString pathIn(const QString &, const QString &temporaryFolder)
{
    return temporaryFolder.isEmpty() ? QString() : QDir::cleanPath(temporaryFolder + u'/' + folderName);
}

// What is in the user's own temporary folder has its access list.
QString problemAfterMaking(const QString &path)
{
    return QDir().mkpath(path) ? QString() : RuntimeFolderText::cannotBeMade(path);
}

#endif

} // namespace

RuntimeFolder RuntimeFolder::forUser()
{
#ifdef Q_OS_UNIX
    return {QFile::decodeName(qgetenv("XDG_RUNTIME_DIR")), QDir::tempPath()};
#else
    return {QString(), QStandardPaths::writableLocation(QStandardPaths::TempLocation)};
#endif
}

RuntimeFolder::RuntimeFolder(const QString &sessionFolder, const QString &temporaryFolder)
{
    const QString path = pathIn(sessionFolder, temporaryFolder);
    m_problem = path.isEmpty() ? RuntimeFolderText::noPlace() : problemAfterMaking(path);
    if (m_problem.isEmpty())
        m_path = path;
}

} // namespace QciAuth
