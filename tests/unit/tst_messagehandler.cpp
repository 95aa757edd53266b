// SPDX-License-Identifier: Apache-2.0
#include "messagehandler.h"
#include "testtokens.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

QStringList passedOn;

void remember(QtMsgType, const QMessageLogContext &, const QString &message)
{
    passedOn.append(message);
}

} // namespace

class TestMessageHandler : public QObject
{
    Q_OBJECT

private slots:
    void whatIsLoggedIsRedactedAndPassedOnOnce();
};

void TestMessageHandler::whatIsLoggedIsRedactedAndPassedOnOnce()
{
    const QString token = TestTokens::accessToken();
    const QtMessageHandler before = qInstallMessageHandler(remember);
    installRedactingMessageHandler();
    installRedactingMessageHandler(); // a second time changes nothing
    qWarning("token %s", qPrintable(token));
    qInfo("nothing secret");
    qInstallMessageHandler(before);
    QCOMPARE(passedOn, (QStringList{u"token [redacted]"_s, u"nothing secret"_s}));
}

QTEST_GUILESS_MAIN(TestMessageHandler)
#include "tst_messagehandler.moc"
