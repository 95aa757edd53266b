// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tokenfinder.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <filesystem>

namespace QciAuth {

/// Looks for files that hold an API token in the open. What it finds it neither keeps nor shows.
class TokenScan
{
public:
    static constexpr qint64 largestFile = 8'388'608; ///< 8 MiB

    struct Finding
    {
        QString file;
        int line = 0; ///< from 1

        bool operator==(const Finding &) const = default;
    };

    struct Result
    {
        bool exists = true;      ///< whether there was anything to look into
        QList<Finding> findings; ///< by file and line
        QStringList unreadable;  ///< files and folders that could not be read
        QStringList tooLarge;    ///< files over largestFile, which were not read
        qsizetype filesRead = 0;

        bool operator==(const Result &) const = default;
    };

    /// `knownTokens` are found wherever they stand, others by their names: see TokenFinder.
    explicit TokenScan(const QStringList &knownTokens);

    /// Reads all files under `folder`, hidden ones too; or `folder` itself where it is a file. No symbolic link below
    /// it is followed: what it leads to is found where it is, if it is there. Pipes, devices and sockets are never
    /// opened, and the objects of a git repository, which are compressed, are left out.
    Result scan(const QString &folder);

private:
    void scanFolder(const std::filesystem::path &folder, Result *result);
    void scanFile(const std::filesystem::path &path, Result *result);

    TokenFinder m_finder;
    QByteArray m_buffer;
    QList<std::filesystem::path> m_folders; ///< still to do
};

} // namespace QciAuth
