// SPDX-License-Identifier: Apache-2.0
#include "testauthority.h"

#include "openssl.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// The `ca` command alone takes both ends of a certificate's validity from OpenSSL 3.0.
constexpr const char *configuration = R"([ca]
default_ca = authority
[authority]
database = FOLDER/index
new_certs_dir = FOLDER
rand_serial = yes
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
[req]
distinguished_name = name
[name]
)";

bool writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString opensslTime(const QDateTime &instant)
{
    return instant.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

TestAuthority::TestAuthority(const QString &folder)
    : m_folder(folder)
{
    const QString authority = u"basicConstraints=critical,CA:TRUE"_s;
    m_isValid =
        writeFile(file(u"ca.conf"_s), QByteArray(configuration).replace("FOLDER", folder.toUtf8())) &&
        writeFile(file(u"index"_s), {}) &&
        runOpenssl({u"req"_s, u"-config"_s, file(u"ca.conf"_s), u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
            u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, file(u"root.key"_s), u"-out"_s, rootFile(),
            u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=root of this test"_s, u"-addext"_s, authority}) &&
        makeRequest(u"intermediate"_s, u"/CN=intermediate of this test"_s) &&
        sign(u"intermediate"_s, u"root"_s, authority, {}, u"intermediate"_s) &&
        makeRequest(u"server"_s, u"/CN=server of this test"_s);
}

QSslConfiguration TestAuthority::serverConfiguration(const Wish &wish)
{
    const QString name = u"server-%1"_s.arg(++m_issued);
    QFile key(file(u"server.key"_s));
    if (!m_isValid || !key.open(QIODevice::ReadOnly) ||
        !sign(u"server"_s, wish.byIntermediate ? u"intermediate"_s : u"root"_s, u"subjectAltName="_s + wish.host, wish,
            name))
        return {};
    QList<QSslCertificate> chain = QSslCertificate::fromPath(file(name + u".pem"_s));
    if (wish.showsIntermediate)
        chain += QSslCertificate::fromPath(file(u"intermediate.pem"_s));
    QSslConfiguration server;
    server.setLocalCertificateChain(chain);
    server.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return server;
}

bool TestAuthority::makeRequest(const QString &name, const QString &subject) const
{
    return runOpenssl({u"req"_s, u"-config"_s, file(u"ca.conf"_s), u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
        u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, file(name + u".key"_s), u"-out"_s,
        file(name + u".csr"_s), u"-subj"_s, subject});
}

bool TestAuthority::sign(const QString &request, const QString &signer, const QString &extensions, const Wish &wish,
    const QString &certificate) const
{
    const QString extensionFile = file(u"extensions"_s);
    return writeFile(extensionFile, extensions.toUtf8() + '\n') &&
           runOpenssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, file(u"ca.conf"_s), u"-extfile"_s,
               extensionFile, u"-in"_s, file(request + u".csr"_s), u"-cert"_s, file(signer + u".pem"_s), u"-keyfile"_s,
               file(signer + u".key"_s), u"-startdate"_s, opensslTime(wish.validFrom), u"-enddate"_s,
               opensslTime(wish.validUntil), u"-out"_s, file(certificate + u".pem"_s)});
}

} // namespace QciAuth
