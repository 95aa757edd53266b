// SPDX-License-Identifier: Apache-2.0
#include "certificatefile.h"

#include "autherror.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Far more than the authorities of a whole system take.
constexpr qint64 sizeLimit = 16'777'216; // 16 MiB

} // namespace

// Not QSslCertificate::fromPath(): where there is no such file, it looks through all folders below the path's.
QList<QSslCertificate> certificatesInFile(const QString &path)
{
    QList<QSslCertificate> certificates;
    QFile file(path);
    // Others may never end, or never begin.
    // No more than there is: Qt takes memory for all that it is asked for, and whoever scrubs it touches all of it.
    if (QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly))
        certificates = QSslCertificate::fromData(file.read(std::min(file.size(), sizeLimit)), QSsl::Pem);
    if (certificates.isEmpty())
        throw AuthError(AuthError::Kind::Local, AuthError::Cause::CertificateFile,
            u"no PEM certificate can be read from "_s + path);
    return certificates;
}

} // namespace QciAuth
