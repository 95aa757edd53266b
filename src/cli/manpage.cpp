// SPDX-License-Identifier: Apache-2.0
#include "manpage.h"

#include "helptext.h"

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto pageTemplate = R"(.TH QCI\-AUTH 1 "" "qci\-auth @VERSION@" "User Commands"
.SH NAME
qci\-auth \- log in to QCi and get access tokens
.SH SYNOPSIS
.B qci\-auth
[\fIOPTION\fR...]
.I COMMAND
[\fIARG\fR...]
.SH DESCRIPTION
@DESCRIPTION@
.PP
An API token is given once, to
.BR "qci\-auth login" ,
and kept in the keychain of the desktop.
Access tokens, which last for a short time only, are made of it whenever a command needs one.
.PP
The credentials are those of the profile given by
.BR \-\-profile ;
else those in
.B QCI_API_URL
and
.BR QCI_TOKEN ;
else those of the profile named by
.BR QCI_AUTH_PROFILE ;
else those of the default profile.
.SH OPTIONS
These may stand before the command or after it.
@OPTIONS@.SH COMMANDS
@COMMANDS@.SH ENVIRONMENT
@ENVIRONMENT@.SH EXIT STATUS
@EXIT@.PP
.B qci\-auth exec
ends with the exit status of its command, with 126 where that cannot be run and with 127 where it is not found.
.SH FILES
.TP
.I \(ti/.config/qci\-auth
The profiles.
Tokens are in the keychain, never in a file.
.SH EXAMPLES
.TP
.B qci\-auth header | curl \-H @\- URL
Make a request without a token on the command line, where others could see it.
.TP
.B qci\-auth exec \-\- python3 job.py
Run a program that reads QCI_API_URL and QCI_TOKEN.
.TP
.B qci\-auth login \-\-url URL \-\-with\-token < FILE
Log in where there is nobody to ask.
.SH SEE ALSO
.BR curl (1),
.BR secret\-tool (1)
)";

// Plain text in troff's language: a minus that can be copied, and no line that is taken for a request.
QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\\':
            result += u"\\e"_s;
            break;
        case u'-':
            result += u"\\-"_s;
            break;
        case u'\'':
            result += u"\\(aq"_s;
            break;
        case u'~':
            result += u"\\(ti"_s;
            break;
        default:
            result += c;
        }
    }
    return result.startsWith(u'.') ? u"\\&"_s + result : result;
}

QString bold(const QString &text)
{
    return u"\\fB"_s + escaped(text) + u"\\fR"_s;
}

QString italic(const QString &text)
{
    return u"\\fI"_s + escaped(text) + u"\\fR"_s;
}

QString entry(const QString &term, const QString &text)
{
    return u".TP\n%1\n%2\n"_s.arg(term, escaped(text));
}

QString entries(const QList<HelpEntry> &list)
{
    QString result;
    for (const HelpEntry &item : list) {
        result += entry(bold(item.term), item.text);
    }
    return result;
}

QString optionTerm(const OptionDescription &option)
{
    QStringList names;
    for (const QString &name : option.names) {
        names.append(bold(name));
    }
    QStringList parts = {names.join(u", "_s), option.valueName.isEmpty() ? QString() : italic(option.valueName)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString optionEntries(const QList<OptionDescription> &options)
{
    QString result;
    for (const OptionDescription &option : options) {
        result += entry(optionTerm(option),
            option.description + (option.repeatable ? u" May be given more than once."_s : QString()));
    }
    return result;
}

// The commands that do something, each with its options but --help, which all have.
QString commands(const CommandDescription &command)
{
    QString result;
    for (const CommandDescription &sub : command.subcommands) {
        if (!sub.subcommands.isEmpty()) {
            result += commands(sub);
            continue;
        }
        result += u".SS "_s + escaped(synopsis(sub)) + u'\n' + escaped(sub.description) + u'\n';
        if (!sub.details.isEmpty()) {
            result += u".PP\n"_s + escaped(sub.details) + u'\n';
        }
        QList<OptionDescription> options = sub.options;
        options.removeIf([](const OptionDescription &option) { return option.names.contains(u"--help"_s); });
        result += optionEntries(sub.arguments) + optionEntries(options);
    }
    return result;
}

} // namespace

QString manPage(const CommandDescription &root)
{
    return QString::fromLatin1(pageTemplate)
        .replace(u"@VERSION@"_s, escaped(QStringLiteral(QCIAUTH_VERSION)))
        .replace(u"@DESCRIPTION@"_s, escaped(root.description))
        .replace(u"@OPTIONS@"_s, optionEntries(root.options))
        .replace(u"@COMMANDS@"_s, commands(root))
        .replace(u"@ENVIRONMENT@"_s, entries(environmentVariables()))
        .replace(u"@EXIT@"_s, entries(exitCodes()));
}

} // namespace QciAuth
