// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QString>

namespace QciAuth {

/// A certificate authority of a test's own, made at run time by the openssl program: a root, an intermediate one below
/// it, and what they sign.
class TestAuthority
{
public:
    /// A server's certificate.
    struct Wish
    {
        QString host = QStringLiteral("IP:127.0.0.1"); ///< as openssl writes it
        QDateTime validFrom = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime validUntil = QDateTime::currentDateTimeUtc().addDays(1);
        bool byIntermediate = false;    ///< signed by the intermediate authority, not by the root
        bool showsIntermediate = false; ///< the server sends that one's certificate, too
    };

    /// Makes it in that folder, which must be empty; not valid where openssl does not do it.
    explicit TestAuthority(const QString &folder);

    bool isValid() const { return m_isValid; }
    /// The root's certificate, PEM.
    QString rootFile() const { return file(QStringLiteral("root.pem")); }
    /// For a server that shows a certificate as wished; without a certificate where openssl does not make it.
    QSslConfiguration serverConfiguration(const Wish &wish);

private:
    QString file(const QString &name) const { return m_folder + u'/' + name; }
    bool makeRequest(const QString &name, const QString &subject) const;
    bool sign(const QString &request, const QString &signer, const QString &extensions, const Wish &wish,
        const QString &certificate) const;

    QString m_folder;
    int m_issued = 0;
    bool m_isValid = false;
};

} // namespace QciAuth
