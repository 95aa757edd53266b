// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QString>

namespace QciAuth {

/// A self-signed certificate, made at run time by the openssl program.
class TestCertificate
{
public:
    /// Makes it in that folder, for the host of that name or address (as openssl writes it); not valid where openssl
    /// does not do it.
    explicit TestCertificate(const QString &folder, const QString &host = QStringLiteral("IP:127.0.0.1"));

    bool isValid() const { return !m_server.isNull() && !m_server.localCertificate().isNull(); }
    /// The certificate, PEM.
    QString file() const { return m_file; }
    /// For a server that shows the certificate.
    const QSslConfiguration &serverConfiguration() const { return m_server; }

private:
    QString m_file;
    QSslConfiguration m_server;
};

} // namespace QciAuth
