// SPDX-License-Identifier: Apache-2.0
#include "allocationcounter.h"
#include "autherror.h"
#include "certificatefile.h"
#include "testcertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestCertificateFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void allCertificatesAreRead();
    void fileWithoutCertificatesIsSaid_data();
    void fileWithoutCertificatesIsSaid();
    void takesNoMoreMemoryThanTheFile();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }

    QTemporaryDir m_folder;
    QByteArray m_certificate; ///< PEM
};

void TestCertificateFile::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const TestCertificate certificate(m_folder.path());
    QVERIFY(certificate.isValid());
    QFile file(certificate.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_certificate = file.readAll();
    QVERIFY(!m_certificate.isEmpty());
}

void TestCertificateFile::allCertificatesAreRead()
{
    QVERIFY(write(u"two.pem"_s, "What is said beside them\n" + m_certificate + m_certificate));
    const QList<QSslCertificate> certificates = certificatesInFile(path(u"two.pem"_s));
    QCOMPARE(certificates.size(), 2);
    QCOMPARE(certificates.first(), QSslCertificate(m_certificate));
}

void TestCertificateFile::fileWithoutCertificatesIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PEM") << QByteArray("certificate\n");
    QTest::newRow("cut short") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n");
}

void TestCertificateFile::fileWithoutCertificatesIsSaid()
{
    QFETCH(const QByteArray, text);
    QVERIFY(write(u"none.pem"_s, text));
    for (const QString &file : {path(u"none.pem"_s), path(u"missing.pem"_s), m_folder.path()}) {
        try {
            certificatesInFile(file);
            QFAIL("Certificates were found.");
        } catch (const AuthError &error) {
            QCOMPARE(error.cause(), AuthError::Cause::CertificateFile);
            QVERIFY2(error.message().contains(file), qPrintable(error.message()));
        }
    }
}

// The programs scrub what they free: a buffer for the largest file that is taken would be written to from end to end,
// before each request.
void TestCertificateFile::takesNoMoreMemoryThanTheFile()
{
    QVERIFY(write(u"own.pem"_s, m_certificate));
    const QString file = path(u"own.pem"_s);
    certificatesInFile(file); // loads TLS
    const AllocationCounter counter;
    QCOMPARE(certificatesInFile(file).size(), 1);
    constexpr std::size_t plenty = 65'536;
    QVERIFY2(counter.largest() > 0 && counter.largest() <= plenty, QByteArray::number(counter.largest()).constData());
}

QTEST_GUILESS_MAIN(TestCertificateFile)
#include "tst_certificatefile.moc"
