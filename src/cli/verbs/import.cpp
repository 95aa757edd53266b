// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "commanderror.h"
#include "envfile.h"
#include "exitcode.h"
#include "logincommand.h"
#include "say.h"
#include "verbs.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qint64 largestFile = 1'048'576;

CommandError fileError(const QString &text)
{
    return {.exitCode = ExitCode::error, .text = text};
}

QByteArray read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        throw fileError(
            u"The file %1 cannot be read (%2). Check its name and permissions."_s.arg(name, file.errorString()));
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        throw fileError(u"The file %1 is larger than 1 MiB. Import a .env file."_s.arg(name));
    return bytes;
}

// Whole or not at all, and only while the file still is what was imported.
void removeLines(const QString &name, const QByteArray &imported)
{
    const auto fail = [&name](const QString &why) {
        return fileError(
            u"The API token is imported, but still stands in %1 (%2). Take the line out by hand."_s.arg(name, why));
    };
    if (read(name) != imported)
        throw fail(u"the file has changed meanwhile"_s);
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        throw fail(file.errorString());
    file.write(EnvFile::fromBytes(imported).withoutCredentials());
    if (!file.commit())
        throw fail(file.errorString());
    note(u"The lines with QCI_TOKEN and QCI_API_URL are out of %1."_s.arg(name));
}

} // namespace

int run(CommandContext &context, const ImportOptions &options)
{
    const QByteArray bytes = read(options.file);
    const PastedCredentials found = EnvFile::fromBytes(bytes).credentials();
    if (found.apiToken.isEmpty())
        throw fileError(
            u"There is no QCI_TOKEN in %1. Import a file with a line for it, or use 'qci-auth login'."_s.arg(
                options.file));
    const Account account = context.profileAccount();
    CommandContext::requireChosen(account); // another profile's token is not this one's to replace
    // The token goes where the profile says: where nobody can tell, not to the usual place.
    if (found.url.isEmpty())
        CommandContext::requireReadable(account);
    const Profile profile =
        profileFor(account.profile, found.url.isEmpty() ? usualUrl(context, account.profile) : found.url);
    logIn(context, profile, found.apiToken, true);
    if (options.remove)
        removeLines(options.file, bytes);
    else
        note(u"The API token still stands in %1; 'qci-auth import --remove' takes it out."_s.arg(options.file));
    return ExitCode::done;
}

} // namespace QciAuth
