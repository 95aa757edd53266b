// SPDX-License-Identifier: Apache-2.0
#include "tokentext.h"

#include "accesstokeninfo.h"

#include <QUrl>

namespace QciAuth {

namespace {

QByteArray headerLine(const AccessTokenInfo &info)
{
    return "Authorization: " + info.authorization();
}

// A builtin of the shell hands the token on: the command line of curl can be read by all users of the machine.
QByteArray curlCommand(const AccessTokenInfo &info, const QString &url)
{
    QByteArray address = QUrl(url).toEncoded();
    if (!address.endsWith('/'))
        address += '/';
    address += "optimization/v1/allocations"; // answers every account
    return "printf '%s\\n' " + ShellQuote::quoted(Shell::Posix, headerLine(info)) + " | curl --header @- " +
           ShellQuote::quoted(Shell::Posix, address);
}

QByteArray pythonText(QByteArray value)
{
    return '"' + value.replace('\\', R"(\\)").replace('"', R"(\")") + '"';
}

QByteArray pythonHeaders(const AccessTokenInfo &info, const HeaderList &otherHeaders)
{
    QByteArray text = "headers = {\n    \"Authorization\": " + pythonText(info.authorization()) + ",\n";
    for (const auto &[name, value] : otherHeaders)
        text += "    " + pythonText(name) + ": " + pythonText(value) + ",\n";
    return text + '}';
}

} // namespace

QString TokenText::of(Form form, const AccessTokenInfo &info, const QString &url, const HeaderList &otherHeaders)
{
    switch (form) {
    case Form::Header:
        return QString::fromLatin1(headerLine(info));
    case Form::Bare:
        return info.accessToken;
    case Form::Curl:
        return QString::fromLatin1(curlCommand(info, url));
    case Form::PythonHeaders:
        return QString::fromLatin1(pythonHeaders(info, otherHeaders));
    case Form::Environment:
        return QString::fromUtf8(ShellQuote::assignments(Shell::Posix, variables(info, url)).chopped(1));
    }
    Q_UNREACHABLE();
}

ShellQuote::Variables TokenText::variables(const AccessTokenInfo &info, const QString &url)
{
    return {{"QCI_API_URL", url.toUtf8()}, {"QCI_ACCESS_TOKEN", info.accessToken.toLatin1()}};
}

} // namespace QciAuth
