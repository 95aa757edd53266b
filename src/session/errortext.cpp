// SPDX-License-Identifier: Apache-2.0
#include "errortext.h"

#include "baseurl.h"
#include "configurationfile.h"
#include "livesecrets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Cause = AuthError::Cause;

class ErrorText
{
public:
    explicit ErrorText(TextLanguage language)
        : m_language(language)
    {
    }

    QString forStatus(const AuthError &error, const QString &host) const
    {
        const int status = error.httpStatus();
        switch (error.kind()) {
        case AuthError::Kind::Rejected:
            return tr("The service refuses the API token (%1). Check that it is complete and still valid, or get a new "
                      "one from QCi.")
                .arg(status);
        case AuthError::Kind::WrongAddress:
            return tr("There is no QCi service at this address: %1 answers %2. Check the API URL.")
                .arg(host)
                .arg(status);
        default:
            return tr("The service at %1 answers %2. Try again later; if that goes on, ask QCi's support.")
                .arg(host)
                .arg(status);
        }
    }

    QString forInvalid(const QUrl &url) const
    {
        if (hasOtherScheme(url))
            return tr("An address with %1:// cannot be used. Enter the API URL with https://; http:// is for services "
                      "on this computer, or where plain HTTP is allowed under Advanced.")
                .arg(url.scheme());
        return tr("This is not a complete address. Enter the API URL with its https://, without user name or query.");
    }

    // An attacker on the way can break TLS as well: only what never leaves this computer is told to do without.
    QString forHandshake(const QUrl &url) const
    {
        const QString text =
            isLoopback(url)
                ? tr("%1 answers at port %2, but makes no secure connection (TLS): perhaps http:// is meant. Check the "
                     "API URL and its port.")
                : tr("%1 answers at port %2, but makes no secure connection (TLS): perhaps that port is for plain "
                     "HTTP. "
                     "Check the API URL and its port, or try again later.");
        return text.arg(url.host(), QString::number(portOf(url)));
    }

    static int portOf(const QUrl &url) { return url.port(url.scheme() == "http"_L1 ? 80 : 443); }

    QString full(const AuthError &error, const QUrl &url) const
    {
        const QString host = url.host();
        switch (error.cause()) {
        case Cause::MissingUrl:
            return tr("The API URL is missing. Enter the address of the QCi service.");
        case Cause::InvalidUrl:
            return forInvalid(url);
        case Cause::InsecureUrl:
            return tr(
                "Plain http would send the token unprotected to %1. Use https, or allow plain HTTP under Advanced "
                "if you trust every network in between.")
                .arg(host);
        case Cause::MissingToken:
            return tr("The API token is missing. Paste the token that you got from QCi.");
        case Cause::InvalidToken:
            return tr("This is not an API token: it has spaces or other characters that no token has, or is too long. "
                      "Paste the token alone.");
        case Cause::CertificateFile:
            return tr("The CA certificate file cannot be used (%1). Choose a readable PEM file.").arg(error.message());
        case Cause::HostNotFound:
            return tr("The host %1 was not found. Check the API URL and your network connection.").arg(host);
        case Cause::ConnectionRefused:
            return tr("Nothing answers at %1, port %2: the connection was refused. Check the API URL and its port, or "
                      "try again later.")
                .arg(host)
                .arg(portOf(url));
        case Cause::ConnectionLost:
            return tr("The connection to %1 broke off before the answer was complete. Try again.").arg(host);
        case Cause::TimedOut:
            return tr("%1 did not answer in time. Check your network connection, or try again later.").arg(host);
        case Cause::NetworkDown:
            return tr("%1 cannot be reached. Check your network connection.").arg(host);
        case Cause::ProxyFailed:
            return tr("The proxy on the way to %1 failed. Check the proxy settings of your system.").arg(host);
        case Cause::Certificate:
            return tr(
                "The identity of %1 cannot be verified (%2). Check the API URL; if your organization uses its own "
                "certificate authority, choose its CA certificate file under Advanced.")
                .arg(host, error.message());
        case Cause::Handshake:
            return forHandshake(url);
        case Cause::Redirected:
            return tr("The address has moved (%1). Tokens are not sent on; enter the right API URL.")
                .arg(error.message());
        case Cause::HttpStatus:
            return forStatus(error, host);
        case Cause::NotQciService:
            return tr("What answers at %1 is not a QCi service. Check the API URL; on a guest network, sign in to the "
                      "network first.")
                .arg(host);
        case Cause::MalformedAnswer:
        case Cause::TooLarge:
            return tr(
                "The service at %1 gives an answer that makes no sense (%2). Check the API URL, or try again later.")
                .arg(host, error.message());
        case Cause::SecretStoreUnavailable:
            return tr(
                "There is no keychain. Start one that offers the Secret Service, such as GNOME Keyring, KDE Wallet "
                "or KeePassXC, and log in again.");
        case Cause::SecretStoreLocked:
            return tr("The keychain is locked. Unlock it and try again.");
        case Cause::SecretStoreTimedOut:
            return tr("The keychain does not answer. Check whether it shows a prompt, or restart it.");
        case Cause::SecretStoreFailed:
            return tr("The keychain could not do it (%1). Check that it is set up and unlocked.").arg(error.message());
        case Cause::Configuration:
            return tr("The settings cannot be saved (%1). Check the permissions of the file and the room on the disk.")
                .arg(file(error));
        case Cause::UnreadableConfiguration:
            return tr("The settings cannot be read (%1). Repair or remove the file and try again, or log in again: "
                      "that keeps a copy of it. What is in the keychain stays there until then.")
                .arg(file(error));
        case Cause::Cancelled:
            return tr("Cancelled.");
        }
        return error.message();
    }

    QString brief(const AuthError &error) const
    {
        switch (error.cause()) {
        case Cause::HostNotFound:
            return tr("host not found");
        case Cause::ConnectionRefused:
            return tr("connection refused");
        case Cause::ConnectionLost:
            return tr("connection lost");
        case Cause::TimedOut:
            return tr("no answer in time");
        case Cause::NetworkDown:
            return tr("no network");
        case Cause::ProxyFailed:
            return tr("proxy failed");
        case Cause::Certificate:
            return tr("certificate not trusted");
        case Cause::CertificateFile:
            return tr("CA certificate file not usable");
        case Cause::Handshake:
            return tr("no secure connection");
        case Cause::Redirected:
            return tr("address has moved");
        case Cause::HttpStatus:
            return error.kind() == AuthError::Kind::Rejected ? tr("API token refused (%1)").arg(error.httpStatus())
                                                             : tr("service answers %1").arg(error.httpStatus());
        case Cause::NotQciService:
            return tr("not a QCi service");
        case Cause::MalformedAnswer:
        case Cause::TooLarge:
            return tr("answer makes no sense");
        case Cause::SecretStoreUnavailable:
            return tr("no keychain");
        case Cause::SecretStoreLocked:
            return tr("keychain locked");
        case Cause::SecretStoreTimedOut:
            return tr("keychain does not answer");
        case Cause::SecretStoreFailed:
            return tr("keychain failed");
        case Cause::InvalidUrl:
        case Cause::MissingUrl:
            return tr("not an address");
        case Cause::InsecureUrl:
            return tr("plain http not allowed");
        case Cause::MissingToken:
            return tr("not logged in");
        case Cause::InvalidToken:
            return tr("not an API token");
        case Cause::Configuration:
            return tr("settings not saved");
        case Cause::UnreadableConfiguration:
            return tr("settings not readable");
        case Cause::Cancelled:
            return tr("cancelled");
        }
        return error.message();
    }

private:
    QString file(const AuthError &error) const
    {
        return m_language == TextLanguage::English ? error.message() : ConfigurationFile::translated(error);
    }

    QString tr(const char *text) const
    {
        return m_language == TextLanguage::English ? QString::fromUtf8(text)
                                                   : QCoreApplication::translate("QciAuth::ErrorText", text);
    }

    TextLanguage m_language;
};

} // namespace

QString errorText(const AuthError &error, const QUrl &url, TextLanguage language)
{
    return LiveSecrets::redactAll(ErrorText(language).full(error, url));
}

QString shortErrorText(const AuthError &error, TextLanguage language)
{
    return LiveSecrets::redactAll(ErrorText(language).brief(error));
}

} // namespace QciAuth
