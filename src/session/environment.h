// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pastedcredentials.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace QciAuth {

/// What the environment's variables say about credentials, certificates and proxies.
class Environment
{
public:
    explicit Environment(const QProcessEnvironment &variables = QProcessEnvironment::systemEnvironment());

    /// `QCI_API_URL` and `QCI_TOKEN`; empty where they are not set.
    PastedCredentials credentials() const;
    /// `QCI_AUTH_PROFILE`; empty where it is not set.
    QString profileName() const;
    /// `SSL_CERT_FILE` and the certificates in `SSL_CERT_DIR`, which Qt ignores by itself.
    QStringList caCertificateFiles() const;
    /// Names of the proxy variables whose kind of proxy Qt silently bypasses (behaviour.md, HTTP with Qt 6.4).
    QStringList bypassedProxyVariables() const;

private:
    QProcessEnvironment m_variables;
};

} // namespace QciAuth
