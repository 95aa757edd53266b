// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "hiddenprompt.h"
#include "logincommand.h"
#include "pastedcredentials.h"
#include "say.h"
#include "verbs.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// More than any token, with room for the forms that it is pasted in.
constexpr qint64 longestInput = 65'536;

CommandError inputError(const QString &text)
{
    return {.exitCode = ExitCode::error, .text = text};
}

PastedCredentials readInput()
{
    QFile input;
    if (!input.open(0, QIODevice::ReadOnly))
        throw inputError(u"The standard input cannot be read (%1). Pipe the API token into 'qci-auth login "
                         "--with-token'."_s.arg(input.errorString()));
    const QByteArray text = input.read(longestInput + 1);
    if (text.size() > longestInput)
        throw inputError(u"The standard input is longer than any API token. Pipe the token alone."_s);
    const PastedCredentials found = PastedCredentials::fromText(QString::fromUtf8(text));
    if (found.apiToken.isEmpty())
        throw inputError(u"There is no API token on the standard input. Pipe it into 'qci-auth login "
                         "--with-token'."_s);
    if (found.apiToken.contains(u'\n'))
        throw inputError(u"The standard input has more than one line. Pipe the API token alone, or lines of a .env "
                         "file."_s);
    return found;
}

PastedCredentials askUser(const QString &url)
{
    using Outcome = HiddenAnswer::Outcome;
    const HiddenAnswer answer = readHidden(u"API token for %1 (not shown): "_s.arg(printable(url)));
    switch (answer.outcome) {
    case Outcome::NoTerminal:
        throw CommandError{.exitCode = ExitCode::wrongUsage,
            .text = u"There is no terminal to ask for the API token on. Pipe it into 'qci-auth login "
                    "--with-token'."_s};
    case Outcome::TooLong:
        throw inputError(u"What was typed is longer than any API token. Paste the token alone."_s);
    case Outcome::EndOfInput:
    case Outcome::Interrupted:
        throw inputError(u"Nobody is logged in: no API token was given."_s);
    case Outcome::Answered:
        break;
    }
    const PastedCredentials found = PastedCredentials::fromText(answer.text);
    if (found.apiToken.isEmpty())
        throw inputError(u"Nobody is logged in: no API token was given. Paste the token that you got from QCi."_s);
    return found;
}

} // namespace

int run(CommandContext &context, const LoginOptions &options)
{
    Profile profile = context.profileAccount().profile;
    if (const QString problem = ProfileStore::nameProblem(profile.name); !problem.isEmpty())
        throw CommandError{.exitCode = ExitCode::wrongUsage, .text = problem};
    if (options.url && *options.url != profile.url) {
        // Settings that were made for another service are not for this one.
        const QString name = profile.name;
        profile = Profile();
        profile.name = name;
        profile.url = *options.url;
    }
    if (options.timeout)
        profile.timeout = *options.timeout;
    if (!options.caCertificateFile.isEmpty())
        profile.caCertificateFile = QFileInfo(options.caCertificateFile).absoluteFilePath();
    if (options.allowInsecureHttp)
        profile.allowInsecureHttp = true;

    const QString url = usualUrl(context, profile);
    const PastedCredentials found = options.withToken ? readInput() : askUser(url);
    // Both lines of a .env file may have been given.
    profile.url = options.url || found.url.isEmpty() ? url : found.url;
    logIn(context, profile, found.apiToken, !options.noStore);
    return ExitCode::done;
}

} // namespace QciAuth
