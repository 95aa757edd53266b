// SPDX-License-Identifier: Apache-2.0
// The least that an exchange takes with Qt: one request of a network access manager, and its answer written to the
// output. Address and token come from the variables of qci-auth, what is trusted besides from that of OpenSSL.

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QNetworkRequest request(QUrl(qEnvironmentVariable("QCI_API_URL") + QStringLiteral("auth/v1/access-tokens/")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Connection", "close");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromPath(qEnvironmentVariable("SSL_CERT_FILE")));
    request.setSslConfiguration(tls);

    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.post(request, "{\"refresh_token\":\"" + qgetenv("QCI_TOKEN") + "\"}");
    QObject::connect(reply, &QNetworkReply::finished, &app, [reply] {
        const QByteArray answer = reply->readAll();
        std::fwrite(answer.constData(), 1, static_cast<std::size_t>(answer.size()), stdout);
        QCoreApplication::exit(reply->error() == QNetworkReply::NoError && !answer.isEmpty() ? 0 : 1);
    });
    return QCoreApplication::exec();
}
