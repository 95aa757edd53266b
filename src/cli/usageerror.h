// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <exception>

namespace QciAuth {

/// A command line that makes no sense, in one sentence. Nothing that was typed gets into it but what has the form of a
/// command's or an option's name: the rest may be a token.
class UsageError : public std::exception
{
public:
    /// What is wrong, and what to do about it, each without a full stop.
    UsageError(const QString &problem, const QString &advice);

    // In all of these, path is the command that was called, such as `qci-auth login`.
    static UsageError noCommand(const QString &path);
    /// \a known are the names that \a typed may have been meant for.
    static UsageError unknownCommand(const QString &path, const QString &typed, const QStringList &known);
    static UsageError unknownOption(const QString &path, const QString &typed, const QStringList &known);
    static UsageError tooManyArguments(const QString &path);
    static UsageError argumentMissing(const QString &path, const QString &valueName);
    static UsageError valueMissing(const QString &path, const QString &option);
    static UsageError valueNotTaken(const QString &path, const QString &option);
    static UsageError excluded(const QString &option, const QString &other);
    static UsageError notUnderstood(const QString &path);

    /// The line for stderr, with its newline.
    QString line() const;

private:
    QString m_problem;
    QString m_advice;
};

/// The one of \a known that \a typed is most likely a slip for; empty where none is close.
QString nearestName(const QString &typed, const QStringList &known);

} // namespace QciAuth
