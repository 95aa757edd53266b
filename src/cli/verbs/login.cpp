// SPDX-License-Identifier: Apache-2.0
#include "account.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "hiddenprompt.h"
#include "logincommand.h"
#include "pastedcredentials.h"
#include "say.h"
#include "serviceconnection.h"
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

void requireReadable(const QString &certificateFile)
{
    QFile file(certificateFile);
    if (!certificateFile.isEmpty() && !file.open(QIODevice::ReadOnly))
        throw inputError(u"The CA certificate file %1 cannot be read (%2). Give a readable PEM file."_s.arg(
            certificateFile, file.errorString()));
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
    const Account account = context.profileAccount();
    CommandContext::requireChosen(account); // another profile's token is not this one's to replace
    // The token goes where the profile says: where nobody can tell, not to the usual place.
    if (!options.url)
        CommandContext::requireReadable(account);
    Profile profile = account.profile;
    const auto configured = [&options](Profile chosen) {
        if (options.timeout)
            chosen.timeout = *options.timeout;
        if (!options.caCertificateFile.isEmpty())
            chosen.caCertificateFile = QFileInfo(options.caCertificateFile).absoluteFilePath();
        if (options.allowInsecureHttp)
            chosen.allowInsecureHttp = true;
        return chosen;
    };
    const QString usual = options.url.value_or(usualUrl(context, profile));
    // Before anybody has to find the token: what is wrong with the rest.
    const Profile expected = configured(profileFor(profile, usual));
    context.setServiceUrl(expected.url);
    context.connector.connection(expected);
    requireReadable(expected.caCertificateFile);
    const PastedCredentials found = options.withToken ? readInput() : askUser(usual);
    // Both lines of a .env file may have been given.
    const bool isElsewhere = !options.url && !found.url.isEmpty();
    profile = isElsewhere ? configured(profileFor(profile, found.url)) : expected;
    logIn(context, profile, found.apiToken, !options.noStore);
    return ExitCode::done;
}

} // namespace QciAuth
