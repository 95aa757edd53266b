// SPDX-License-Identifier: Apache-2.0
#include "usageerror.h"

#include <QList>

#include <algorithm>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCommandName = 12; // room for a slip in the longest of ours
constexpr qsizetype longestOptionName = 32;
constexpr qsizetype shortestPrefix = 3;

bool isNameLike(QStringView text, qsizetype longest)
{
    return !text.isEmpty() && text != u"-" && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
}

// How many letters were left out, added, replaced or swapped with their neighbour.
qsizetype editDistance(const QString &from, const QString &to)
{
    const qsizetype width = to.size() + 1;
    QList<qsizetype> cells((from.size() + 1) * width);
    const auto cell = [&cells, width](
                          qsizetype row, qsizetype column) -> qsizetype & { return cells[row * width + column]; };
    for (qsizetype row = 0; row <= from.size(); ++row) {
        for (qsizetype column = 0; column <= to.size(); ++column) {
            if (row == 0 || column == 0) {
                cell(row, column) = row + column;
                continue;
            }
            const bool same = from[row - 1] == to[column - 1];
            qsizetype best = std::min(
                {cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + (same ? 0 : 1)});
            if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1]) {
                best = std::min(best, cell(row - 2, column - 2) + 1);
            }
            cell(row, column) = best;
        }
    }
    return cell(from.size(), to.size());
}

QString withoutDashes(const QString &name)
{
    const auto first = std::find_if(name.begin(), name.end(), [](QChar c) { return c != u'-'; });
    return QString(first, name.end() - first);
}

QString seeHelp(const QString &path, QLatin1StringView lists)
{
    return u"'%1 --help' lists %2"_s.arg(path, lists);
}

// The name that may have been meant, put into the pattern, and where to find the others.
QString seeNearest(const QString &path, const QString &typed, const QStringList &known, const QString &pattern)
{
    const QString nearest = known.contains(typed) ? QString() : nearestName(typed, known);
    const QString list = seeHelp(path, "what there is"_L1);
    return nearest.isEmpty() ? list : u"the nearest is %1, and %2"_s.arg(pattern.arg(nearest), list);
}

// An option's name out of what was typed, or empty where it is nothing to repeat: `--name=value`, `-nvalue`.
QString optionName(const QString &typed)
{
    if (!typed.startsWith("--"_L1)) {
        return typed.left(2);
    }
    const QString name = typed.section(u'=', 0, 0);
    return isNameLike(name, longestOptionName) ? name : QString();
}

} // namespace

QString nearestName(const QString &typed, const QStringList &known)
{
    const QString word = withoutDashes(typed);
    QString nearest;
    qsizetype least = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &name : known) {
        const QString candidate = withoutDashes(name);
        const bool begun = word.size() >= shortestPrefix && candidate.startsWith(word);
        const qsizetype distance = begun ? 1 : editDistance(word, candidate);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

UsageError::UsageError(const QString &problem, const QString &advice)
    : m_problem(problem)
    , m_advice(advice)
{
}

UsageError UsageError::noCommand(const QString &path)
{
    return {u"'%1' needs a command"_s.arg(path), seeHelp(path, "the commands"_L1)};
}

UsageError UsageError::unknownCommand(const QString &path, const QString &typed, const QStringList &known)
{
    if (!isNameLike(typed, longestCommandName)) {
        return {u"'%1' has no such command"_s.arg(path), seeHelp(path, "the commands"_L1)};
    }
    return {u"'%1' has no command '%2'"_s.arg(path, typed), seeNearest(path, typed, known, u"'%1'"_s)};
}

UsageError UsageError::unknownOption(const QString &path, const QString &typed, const QStringList &known)
{
    const QString name = optionName(typed);
    if (name.isEmpty()) {
        return {u"'%1' has no such option"_s.arg(path), seeHelp(path, "the options"_L1)};
    }
    if (known.contains(name)) {
        return {u"%1 stands before the command that it belongs to"_s.arg(name), u"give it after '%1'"_s.arg(path)};
    }
    return {u"'%1' has no option %2"_s.arg(path, name), seeNearest(path, name, known, u"%1"_s)};
}

UsageError UsageError::tooManyArguments(const QString &path)
{
    if (path.endsWith(" login"_L1)) {
        return {u"there is an argument too many, and a token on the command line is seen by others on this computer"_s,
            u"leave it out and type the token when asked, or pipe it into '%1 --with-token'"_s.arg(path)};
    }
    return {u"there is an argument too many for '%1'"_s.arg(path), seeHelp(path, "what it takes"_L1)};
}

UsageError UsageError::argumentMissing(const QString &path, const QString &valueName)
{
    QString choices = valueName;
    choices.replace(u"|"_s, u", "_s);
    return {u"'%1' needs %2%3"_s.arg(path, valueName.contains(u'|') ? u"one of "_s : QString(), choices),
        seeHelp(path, "what it takes"_L1)};
}

UsageError UsageError::valueMissing(const QString &path, const QString &option)
{
    return {option + u" needs a value"_s, seeHelp(path, "the options"_L1)};
}

UsageError UsageError::valueNotTaken(const QString &path, const QString &option)
{
    return {option + u" takes no value"_s, seeHelp(path, "the options"_L1)};
}

UsageError UsageError::excluded(const QString &option, const QString &other)
{
    return {u"%1 and %2 exclude each other"_s.arg(option, other), u"give one of them"_s};
}

UsageError UsageError::notUnderstood(const QString &path)
{
    return {u"there is a word that is not understood"_s, seeHelp(path, "what there is"_L1)};
}

QString UsageError::line() const
{
    return u"qci-auth: %1; %2.\n"_s.arg(m_problem, m_advice);
}

} // namespace QciAuth
