// SPDX-License-Identifier: Apache-2.0
#include "testcertificate.h"

#include "openssl.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace QciAuth {

TestCertificate::TestCertificate(const QString &folder, const QString &host)
    : m_file(folder + u"/certificate.pem"_s)
{
    const QString keyFile = folder + u"/key.pem"_s;
    if (!runOpenssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
            u"-nodes"_s, u"-keyout"_s, keyFile, u"-out"_s, m_file, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=test"_s,
            u"-addext"_s, u"subjectAltName="_s + host}))
        return;
    QFile key(keyFile);
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(m_file);
    if (certificates.isEmpty() || !key.open(QIODevice::ReadOnly))
        return;
    m_server.setLocalCertificate(certificates.first());
    m_server.setPrivateKey(QSslKey(&key, QSsl::Ec));
}

} // namespace QciAuth
