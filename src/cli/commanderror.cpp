// SPDX-License-Identifier: Apache-2.0
#include "commanderror.h"

#include "baseurl.h"
#include "errortext.h"
#include "exitcode.h"
#include "livesecrets.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Cause = AuthError::Cause;

// Where the window's words point at its own buttons, a command line has others.
QString textFor(const AuthError &error, const QUrl &url)
{
    switch (error.cause()) {
    case Cause::MissingToken:
        return u"Not logged in: there is no API token. Run 'qci-auth login'."_s;
    case Cause::InvalidUrl:
        if (hasOtherScheme(url))
            return u"An API URL with %1:// cannot be used. Give it with https://; http:// is for services on this "
                   "computer, or with --allow-insecure-http."_s.arg(url.scheme());
        return u"The API URL is not a complete address. Give it with its https://, without user name or query."_s;
    case Cause::InsecureUrl:
        return u"Plain http would send the token unprotected to %1. Use https, or log in with --allow-insecure-http "
               "if you trust every network in between."_s.arg(url.host());
    case Cause::Certificate:
        return u"The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own "
               "certificate authority, log in with --ca-cert FILE."_s.arg(url.host(), error.message());
    case Cause::CertificateFile:
        return u"The CA certificate file cannot be used (%1). Log in again with --ca-cert and a readable PEM file."_s
            .arg(error.message());
    case Cause::Redirected:
        return u"The address has moved (%1). Tokens are not sent on; log in again with the right --url."_s.arg(
            error.message());
    case Cause::UnreadableConfiguration:
        return u"The settings of the profile cannot be read (%1). Repair or remove the file; or run 'qci-auth login' "
               "with --url, which keeps a copy of it."_s.arg(error.message());
    case Cause::SecretStoreUnavailable:
        return u"There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet or "
               "KeePassXC; without one, set QCI_API_URL and QCI_TOKEN."_s;
    case Cause::SecretStoreLocked:
        return u"The keychain is locked. Unlock it and try again; where nobody can, set QCI_API_URL and QCI_TOKEN."_s;
    default:
        return errorText(error, url);
    }
}

} // namespace

int CommandError::exitCodeOf(const AuthError &error)
{
    switch (error.kind()) {
    case AuthError::Kind::Rejected:
        return ExitCode::loginRequired;
    case AuthError::Kind::Transient:
    case AuthError::Kind::WrongAddress:
    case AuthError::Kind::Untrusted:
        return ExitCode::serviceFailing;
    case AuthError::Kind::Local:
    case AuthError::Kind::Cancelled:
        break;
    }
    switch (error.cause()) {
    case Cause::MissingToken:
        return ExitCode::loginRequired;
    case Cause::SecretStoreUnavailable:
    case Cause::SecretStoreLocked:
    case Cause::SecretStoreTimedOut:
    case Cause::SecretStoreFailed:
        return ExitCode::keychainUnusable;
    default:
        return ExitCode::error;
    }
}

CommandError CommandError::from(const AuthError &error, const QUrl &url)
{
    return {.exitCode = exitCodeOf(error), .text = commandErrorText(error, url)};
}

QString commandErrorText(const AuthError &error, const QUrl &url)
{
    return LiveSecrets::redactAll(textFor(error, url));
}

QString settingsErrorText(const AuthError &problem)
{
    return LiveSecrets::redactAll(
        u"It cannot be read which profile was chosen (%1). Name one with --profile; or repair or remove the file, "
        "or run 'qci-auth profile use NAME', which keeps a copy of it."_s.arg(problem.message()));
}

} // namespace QciAuth
