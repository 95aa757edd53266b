// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace QciAuth {

/// Tells whether a file has changed without reading it.
///
/// Two stamps of a path are equal where it has been the same file in between, with nothing written to it, put in its
/// place or forbidden. Of a file that was written just now nobody can tell, as the clock of a file system is a coarse
/// one; nor on systems other than Unix. There is no stamp then.
class FileStamp
{
public:
    /// Nothing where none can be trusted. What is not there has a stamp, too.
    static std::optional<FileStamp> of(const QString &path);

    bool operator==(const FileStamp &) const = default;

private:
    quint64 m_device = 0;
    quint64 m_inode = 0;
    qint64 m_size = 0;
    qint64 m_changedS = 0;
    qint64 m_changedNs = 0;
};

} // namespace QciAuth
