// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace QciAuth {

/// The group `[Desktop Entry]` of a file of the Desktop Entry specification. Whatever else is in the file, comments and
/// translations among it, stays as it is.
class DesktopEntry
{
public:
    /// An empty entry.
    DesktopEntry();
    /// Reads a file; nothing where it is no desktop entry, or cannot be read.
    static std::optional<DesktopEntry> read(const QString &path);
    static std::optional<DesktopEntry> fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const { return m_lines.join('\n'); }

    bool contains(const QByteArray &key) const;
    /// A value of type string, without its escapes; empty where there is none.
    QString value(const QByteArray &key) const;
    bool isTrue(const QByteArray &key) const { return value(key) == QLatin1StringView("true"); }
    void setValue(const QByteArray &key, const QString &value);
    void remove(const QByteArray &key);

    /// A command as `Exec` has it, before the escapes of a string. Quotes what the specification reserves.
    static QString execOf(const QStringList &arguments);
    /// The other way round, without the field codes; empty where the quotes do not match.
    static QStringList argumentsOf(const QString &exec);

private:
    qsizetype lineOf(const QByteArray &key) const;
    qsizetype groupEnd() const;

    QByteArrayList m_lines;
    qsizetype m_group = 0; ///< the line `[Desktop Entry]`
};

} // namespace QciAuth
