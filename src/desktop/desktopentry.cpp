// SPDX-License-Identifier: Apache-2.0
#include "desktopentry.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qint64 largestFile = 65'536;
constexpr auto groupHeader = "[Desktop Entry]";

QString escaped(const QString &value)
{
    QString text = value;
    text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s).replace(u'\r', u"\\r"_s);
    if (text.startsWith(u' '))
        text.replace(0, 1, u"\\s"_s);
    return text;
}

QString unescaped(const QString &text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            value += text[i];
            continue;
        }
        const QChar code = text[++i];
        if (code == u's')
            value += u' ';
        else if (code == u'n')
            value += u'\n';
        else if (code == u't')
            value += u'\t';
        else if (code == u'r')
            value += u'\r';
        else if (code == u'\\')
            value += u'\\';
        else
            value += QString(u'\\') + code;
    }
    return value;
}

bool isReserved(QChar c)
{
    return QStringView(u" \t\n\"'\\><~|&;$*?#()`").contains(c);
}

QString quoted(const QString &argument)
{
    QString text;
    for (const QChar c : argument) {
        if (QStringView(u"\"`$\\").contains(c))
            text += u'\\';
        text += c;
        if (c == u'%')
            text += u'%'; // one alone would begin a field code
    }
    const bool isPlain = !argument.isEmpty() && std::none_of(argument.begin(), argument.end(), isReserved);
    return isPlain ? text : u'"' + text + u'"';
}

} // namespace

DesktopEntry::DesktopEntry()
    : m_lines{groupHeader, ""}
{
}

std::optional<DesktopEntry> DesktopEntry::read(const QString &path)
{
    QFile file(path);
    // A pipe would keep whoever opens it waiting.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return std::nullopt;
    return fromBytes(file.readAll());
}

std::optional<DesktopEntry> DesktopEntry::fromBytes(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return std::nullopt;
    DesktopEntry entry;
    entry.m_lines = bytes.split('\n');
    for (qsizetype i = 0; i < entry.m_lines.size(); ++i) {
        const QByteArray line = entry.m_lines[i].trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        // It has to be the first group.
        if (line != groupHeader)
            return std::nullopt;
        entry.m_group = i;
        if (!entry.m_lines.last().isEmpty())
            entry.m_lines.append(QByteArray());
        return entry;
    }
    return std::nullopt;
}

qsizetype DesktopEntry::groupEnd() const
{
    qsizetype end = m_group + 1;
    while (end < m_lines.size() && !m_lines[end].startsWith('['))
        ++end;
    // What is added stands with the rest, before the blank lines that end the group.
    while (end > m_group + 1 && m_lines[end - 1].trimmed().isEmpty())
        --end;
    return end;
}

qsizetype DesktopEntry::lineOf(const QByteArray &key) const
{
    for (qsizetype i = m_group + 1, end = groupEnd(); i < end; ++i) {
        const qsizetype equals = m_lines[i].indexOf('=');
        if (equals >= 0 && m_lines[i].first(equals).trimmed() == key)
            return i;
    }
    return -1;
}

bool DesktopEntry::contains(const QByteArray &key) const
{
    return lineOf(key) >= 0;
}

QString DesktopEntry::value(const QByteArray &key) const
{
    const qsizetype line = lineOf(key);
    if (line < 0)
        return {};
    return unescaped(QString::fromUtf8(m_lines[line].mid(m_lines[line].indexOf('=') + 1).trimmed()));
}

void DesktopEntry::setValue(const QByteArray &key, const QString &value)
{
    const QByteArray text = key + '=' + escaped(value).toUtf8();
    if (const qsizetype line = lineOf(key); line >= 0)
        m_lines[line] = text;
    else
        m_lines.insert(groupEnd(), text);
}

void DesktopEntry::remove(const QByteArray &key)
{
    if (const qsizetype line = lineOf(key); line >= 0)
        m_lines.removeAt(line);
}

QString DesktopEntry::execOf(const QStringList &arguments)
{
    QStringList words;
    for (const QString &argument : arguments)
        words.append(quoted(argument));
    return words.join(u' ');
}

QStringList DesktopEntry::argumentsOf(const QString &exec)
{
    QStringList arguments;
    QString word;
    bool isWord = false;
    bool isQuoted = false;
    bool isFieldCode = false;
    const auto endWord = [&] {
        if (isWord && !(isFieldCode && word.isEmpty()))
            arguments.append(word);
        word.clear();
        isWord = isFieldCode = false;
    };
    for (qsizetype i = 0; i < exec.size(); ++i) {
        const QChar c = exec[i];
        const bool isLast = i + 1 == exec.size();
        if (!isQuoted && c.isSpace()) {
            endWord();
            continue;
        }
        isWord = true;
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c == u'\\' && isQuoted && !isLast) {
            word += exec[++i];
        } else if (c == u'%' && !isLast) {
            if (exec[++i] == u'%')
                word += u'%';
            else
                isFieldCode = true;
        } else {
            word += c;
        }
    }
    if (isQuoted)
        return {};
    endWord();
    return arguments;
}

} // namespace QciAuth
