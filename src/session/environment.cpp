// SPDX-License-Identifier: Apache-2.0
#include "environment.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Qt trusts these by itself and loads from them what it needs; reading all of them costs about 100 ms.
bool isSystemFolder(const QString &folder)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    return path == u"/etc/ssl/certs" || path == u"/usr/lib/ssl/certs" || path == u"/etc/pki/tls/certs";
}

} // namespace

Environment::Environment(const QProcessEnvironment &variables)
    : m_variables(variables)
{
}

PastedCredentials Environment::credentials() const
{
    return {.url = m_variables.value(u"QCI_API_URL"_s).trimmed(),
        .apiToken = PastedCredentials::fromText(m_variables.value(u"QCI_TOKEN"_s)).apiToken};
}

QString Environment::profileName() const
{
    return m_variables.value(u"QCI_AUTH_PROFILE"_s);
}

QStringList Environment::caCertificateFiles() const
{
    QStringList files;
    if (const QFileInfo file(m_variables.value(u"SSL_CERT_FILE"_s)); file.isFile() && !isSystemFolder(file.path()))
        files.append(file.filePath());
    const QString folders = m_variables.value(u"SSL_CERT_DIR"_s);
    for (const QString &folder : folders.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        if (isSystemFolder(folder))
            continue;
        const QDir certificates(folder);
        for (const QString &name : certificates.entryList({u"*.pem"_s, u"*.crt"_s, u"*.0"_s}, QDir::Files))
            files.append(certificates.filePath(name));
    }
    return files;
}

QStringList Environment::bypassedProxyVariables() const
{
    QStringList names;
    for (const QString &name : {u"http_proxy"_s, u"HTTP_PROXY"_s, u"https_proxy"_s, u"HTTPS_PROXY"_s}) {
        const QString value = m_variables.value(name);
        if (value.startsWith("https://"_L1, Qt::CaseInsensitive) ||
            value.startsWith("socks5h://"_L1, Qt::CaseInsensitive))
            names.append(name);
    }
    for (const QString &name : {u"all_proxy"_s, u"ALL_PROXY"_s}) {
        if (!m_variables.value(name).isEmpty())
            names.append(name);
    }
    return names;
}

} // namespace QciAuth
