// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace QciAuth {

/// The certificates in a PEM file; one at least.
/// @throws AuthError of kind Local, CertificateFile, where it is no file, cannot be read, or has none in it.
QList<QSslCertificate> certificatesInFile(const QString &path);

} // namespace QciAuth
