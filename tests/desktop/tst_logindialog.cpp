// SPDX-License-Identifier: Apache-2.0
#include "logindialog.h"

#include "authclient.h"

#include "desktopbench.h"
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "screenreader.h"
#include "testcertificate.h"
#include "testtokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpSocket>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLoginDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everythingHasItsName();
    void startsWithSuggestions();
    void tabGoesFromTopToBottom();
    void profileFillsTheFields();
    void sandboxFillsTheFields();

    void loginSucceeds_data();
    void loginSucceeds();
    void loginIsToldBeforeTheDialogCloses();
    void pastedTokenIsCleaned_data();
    void pastedTokenIsCleaned();
    void environmentLinesFillBothFields_data();
    void environmentLinesFillBothFields();
    void missingSchemeBecomesHttps();
    void advancedFieldsGoToTheProfile();
    void timeoutThatNobodyChangesStays_data();
    void timeoutThatNobodyChangesStays();
    void plainHttpComesWithAWarning();
    void heightOfAdvancedIsGivenBack();
    void heightOfTheUserStays();

    void failureIsExplainedAndNothingIsLost_data();
    void failureIsExplainedAndNothingIsLost();
    void badInputIsExplainedWithoutAskingAnybody_data();
    void badInputIsExplainedWithoutAskingAnybody();
    void refusedConnectionIsExplained();
    void unusableCertificateFileOpensAdvanced();
    void unusableCertificateFileIsSaidAtOnce_data();
    void unusableCertificateFileIsSaidAtOnce();
    void nextTryClearsTheError();
    void faultIsSaidOnce();
    void goodServiceIsStillNamedBesideAFault();
    void errorGoesWithWhatItIsAbout_data();
    void errorGoesWithWhatItIsAbout();
    void cancelledTryLeavesTheHint();

    void tokenIsKeptOnlyWhereWanted();
    void missingKeychainDisablesKeeping();
    void environmentIsOfferedOnDemandOnly();
    void emptyEnvironmentOffersNothing();
    void environmentWithoutUrlKeepsTheTypedOne();
    void environmentWithoutTokenLeavesThatToTheUser();

    void progressIsShownInPlace();
    void cancelLeavesTheDialogUsable_data();
    void cancelLeavesTheDialogUsable();
    void escapeClosesAnIdleDialog();
    void dialogMayGoDuringAnExchange();
    void hintTellsWhetherAServiceAnswers();

    void tokenIsHiddenUntilRevealed();
    void tokenIsInNoText();

private:
    void open(const Environment &environment = Environment(QProcessEnvironment()));
    void openWith(SecretStore &secrets);
    void show();
    QLineEdit &field(const QString &name) { return *findSpoken<QLineEdit>(*m_dialog, name); }
    QPushButton &button(const QString &name) { return *findSpoken<QPushButton>(*m_dialog, name); }
    QCheckBox &keepBox() { return *findSpoken<QCheckBox>(*m_dialog, u"Keep me logged in"_s); }
    QCheckBox &checkBox(const QString &objectName) { return *m_dialog->findChild<QCheckBox *>(objectName); }
    QLabel &label(const QString &objectName) { return *m_dialog->findChild<QLabel *>(objectName); }
    /// What is said to have failed, from its accessible name; empty where nothing is.
    QString error();
    void logIn() { QTest::mouseClick(&button(u"Log in"_s), Qt::LeftButton); }
    static void paste(QLineEdit &field, const QString &text);
    QString sentToken() const;

    std::unique_ptr<DesktopBench> m_bench;
    std::unique_ptr<LoginDialog> m_dialog;
    int m_loggedIn = 0;
};

void TestLoginDialog::init()
{
    m_bench = std::make_unique<DesktopBench>();
    open();
}

void TestLoginDialog::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
    QGuiApplication::clipboard()->clear();
}

void TestLoginDialog::open(const Environment &environment)
{
    m_dialog = std::make_unique<LoginDialog>(
        m_bench->secrets, m_bench->profiles, m_bench->sharing, m_bench->connector, environment);
    show();
}

void TestLoginDialog::openWith(SecretStore &secrets)
{
    m_dialog = std::make_unique<LoginDialog>(
        secrets, m_bench->profiles, m_bench->sharing, m_bench->connector, Environment(QProcessEnvironment()));
    show();
}

void TestLoginDialog::show()
{
    m_loggedIn = 0;
    connect(m_dialog.get(), &LoginDialog::loggedIn, this, [this] { ++m_loggedIn; });
    m_dialog->setProfile(m_bench->profile());
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get(), patienceMs));
}

QString TestLoginDialog::error()
{
    for (const QString &name : spokenNames<QLabel>(*m_dialog)) {
        if (name.startsWith("Error: "_L1))
            return name.sliced(7);
    }
    return {};
}

void TestLoginDialog::paste(QLineEdit &field, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    field.setFocus();
    field.selectAll();
    QTest::keySequence(&field, QKeySequence::Paste);
}

QString TestLoginDialog::sentToken() const
{
    for (const WireRequest &request : m_bench->server.requests()) {
        if (request.requestLine.startsWith("POST"))
            return QJsonDocument::fromJson(request.body).object().value("refresh_token"_L1).toString();
    }
    return {};
}

void TestLoginDialog::everythingHasItsName()
{
    for (const QString &name : {u"Profile name"_s, u"API URL"_s, u"API token"_s})
        QVERIFY2(findSpoken<QLineEdit>(*m_dialog, name), qPrintable(name));
    for (const QString &name : {u"Log in"_s, u"Cancel"_s})
        QVERIFY2(findSpoken<QPushButton>(*m_dialog, name), qPrintable(name));
    QVERIFY(findSpoken<QCheckBox>(*m_dialog, u"Keep me logged in"_s));
    QCOMPARE(error(), QString());

    checkBox(u"advancedBox"_s).setChecked(true);
    QVERIFY(findSpoken<QSpinBox>(*m_dialog, u"Timeout"_s));
    QVERIFY(findSpoken<QLineEdit>(*m_dialog, u"CA certificate file"_s));
    QVERIFY(findSpoken<QCheckBox>(*m_dialog, u"Allow plain HTTP"_s));
}

void TestLoginDialog::startsWithSuggestions()
{
    m_bench->storeLogin();
    Profile usual = m_bench->profile(u"usual"_s);
    usual.url = u"https://api.qci-prod.com/"_s;
    QVERIFY(!m_bench->profiles.save(usual));
    LoginDialog dialog(
        m_bench->secrets, m_bench->profiles, m_bench->sharing, m_bench->connector, Environment(QProcessEnvironment()));
    const auto *url = dialog.findChild<QLineEdit *>(u"urlEdit"_s);
    QCOMPARE(url->text(), u"https://api.qci-prod.com"_s);
    // In an empty field the same would look filled in.
    QCOMPARE(url->placeholderText(), u"For example https://api.qci-prod.com"_s);
    QCOMPARE(dialog.findChild<QLineEdit *>(u"profileEdit"_s)->text(), u"default"_s);
    QVERIFY(dialog.findChild<QCheckBox *>(u"keepBox"_s)->isChecked());
    QVERIFY(!dialog.findChild<QCheckBox *>(u"insecureBox"_s)->isChecked());

    QStringList suggested;
    const QAbstractItemModel *model = url->completer()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        suggested.append(model->index(row, 0).data().toString());
    QCOMPARE(suggested, QStringList({m_bench->server.urlText(), u"https://api.qci-prod.com"_s}));
}

void TestLoginDialog::tabGoesFromTopToBottom()
{
    checkBox(u"advancedBox"_s).setChecked(true);
    field(u"Profile name"_s).setFocus();
    QStringList visited;
    do {
        visited.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != &field(u"Profile name"_s) && visited.size() < 30);
    QCOMPARE(visited, QStringList({u"profileEdit"_s, u"urlEdit"_s, u"tokenEdit"_s, u"revealButton"_s, u"keepBox"_s,
                          u"advancedBox"_s, u"timeoutBox"_s, u"certificateEdit"_s, u"certificateButton"_s,
                          u"insecureBox"_s, u"logInButton"_s, u"cancelButton"_s}));
}

void TestLoginDialog::profileFillsTheFields()
{
    Profile profile = m_bench->profile(u"work"_s);
    profile.timeout = 1500ms;
    profile.caCertificateFile = u"/etc/ssl/own.pem"_s;
    profile.allowInsecureHttp = true;
    m_dialog->setProfile(profile);
    QCOMPARE(field(u"Profile name"_s).text(), u"work"_s);
    QCOMPARE(field(u"API URL"_s).text(), profile.url);
    QCOMPARE(field(u"API token"_s).text(), QString());
    QVERIFY(field(u"API token"_s).hasFocus());
    QCOMPARE(findSpoken<QSpinBox>(*m_dialog, u"Timeout"_s)->value(), 2);
    QCOMPARE(field(u"CA certificate file"_s).text(), u"/etc/ssl/own.pem"_s);
    QVERIFY(checkBox(u"insecureBox"_s).isChecked());
}

void TestLoginDialog::sandboxFillsTheFields()
{
    QVERIFY(!label(u"sandboxLabel"_s).isVisible());
    m_dialog->setSandbox(m_bench->server.urlText(), m_bench->apiToken);
    QVERIFY(label(u"sandboxLabel"_s).isVisible());
    QVERIFY(label(u"sandboxLabel"_s).text().startsWith("Sandbox"_L1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QCOMPARE(sentToken(), m_bench->apiToken);
}

void TestLoginDialog::loginSucceeds_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("mouse") << u"mouse"_s;
    QTest::newRow("return in the token field") << u"return"_s;
    QTest::newRow("space on the button") << u"space"_s;
}

void TestLoginDialog::loginSucceeds()
{
    QFETCH(const QString, by);
    QLineEdit &token = field(u"API token"_s);
    QTest::keyClicks(&field(u"Profile name"_s), u"2"_s);
    QTest::keyClicks(&token, m_bench->apiToken);
    if (by == "mouse"_L1)
        logIn();
    else if (by == "return"_L1)
        QTest::keyClick(&token, Qt::Key_Return);
    else
        QTest::keyClick(&button(u"Log in"_s), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QCOMPARE(m_bench->exchanges(), 1);
    QCOMPARE(sentToken(), m_bench->apiToken);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(token.text(), QString());

    const Profile profile = m_bench->profile(u"default2"_s);
    const auto saved = m_bench->profiles.profile(u"default2"_s);
    QVERIFY(saved);
    QCOMPARE(saved->url, profile.url);
    QCOMPARE(m_bench->secrets.secret(profile.refreshTokenKey()), m_bench->apiToken);
}

void TestLoginDialog::loginIsToldBeforeTheDialogCloses()
{
    bool isComplete = false;
    connect(m_dialog.get(), &LoginDialog::loggedIn, this,
        [&](Login &login) { isComplete = m_dialog->isVisible() && login.isKept() && login.takeClient(); });
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QVERIFY(isComplete);
}

void TestLoginDialog::pastedTokenIsCleaned_data()
{
    QTest::addColumn<QString>("form"); // %1 stands for the token
    QTest::newRow("bare") << u"%1"_s;
    QTest::newRow("bearer") << u"Bearer %1"_s;
    QTest::newRow("header") << u"Authorization: Bearer %1"_s;
    QTest::newRow("quotes") << u"\"%1\""_s;
    QTest::newRow("apostrophes") << u"'%1'"_s;
    QTest::newRow("spaces and line end") << u"  %1 \n"_s;
    QTest::newRow("assignment") << u"QCI_TOKEN=%1"_s;
    QTest::newRow("quoted assignment") << u"QCI_TOKEN=\"%1\"\n"_s;
    QTest::newRow("export") << u"export QCI_TOKEN='%1'"_s;
}

void TestLoginDialog::pastedTokenIsCleaned()
{
    QFETCH(const QString, form);
    paste(field(u"API token"_s), form.arg(m_bench->apiToken));
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QCOMPARE(sentToken(), m_bench->apiToken);
}

void TestLoginDialog::environmentLinesFillBothFields_data()
{
    QTest::addColumn<QString>("fieldName");
    QTest::addColumn<QString>("lines");
    for (const QString &name : {u"API token"_s, u"API URL"_s}) {
        const auto row = [&name](const char *what) -> QTestData & {
            return QTest::addRow("%s, in %s", what, qPrintable(name)) << name;
        };
        row("plain") << u"QCI_API_URL=%1\nQCI_TOKEN=%2\n"_s;
        row("other order") << u"QCI_TOKEN=%2\nQCI_API_URL=%1"_s;
        row("export and quotes") << u"export QCI_API_URL=\"%1\"\nexport QCI_TOKEN='%2'\n"_s;
        row("carriage returns") << u"QCI_API_URL=%1\r\nQCI_TOKEN=%2\r\n"_s;
        row("among others") << u"# mine\nDEBUG=1\nQCI_API_URL=%1\nQCI_TOKEN=%2\nPATH=/bin"_s;
    }
}

void TestLoginDialog::environmentLinesFillBothFields()
{
    QFETCH(const QString, fieldName);
    QFETCH(const QString, lines);
    field(u"API URL"_s).setText(u"https://elsewhere.invalid"_s);
    field(u"API token"_s).clear();
    paste(field(fieldName), lines.arg(m_bench->server.urlText(), m_bench->apiToken));
    QCOMPARE(field(u"API URL"_s).text(), m_bench->server.urlText());
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QCOMPARE(sentToken(), m_bench->apiToken);
}

void TestLoginDialog::missingSchemeBecomesHttps()
{
    const TestCertificate certificate(m_bench->folder.path());
    if (!certificate.isValid())
        QSKIP("The openssl program makes no certificate here");
    LoopbackServer secure(certificate.serverConfiguration());
    secure.setAnswer(exchangeAnswer(TestTokens::accessToken(), m_bench->clock.now().addSecs(3600)));
    const QString typed = u" 127.0.0.1:%1 "_s.arg(secure.url().port());
    field(u"API URL"_s).setText(typed);
    field(u"API token"_s).setText(m_bench->apiToken);
    checkBox(u"advancedBox"_s).setChecked(true);
    field(u"CA certificate file"_s).setText(certificate.file());
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    const auto saved = m_bench->profiles.profile(u"default"_s);
    QVERIFY(saved);
    QCOMPARE(saved->url, secure.urlText());
    QCOMPARE(saved->caCertificateFile, certificate.file());
}

void TestLoginDialog::advancedFieldsGoToTheProfile()
{
    const auto *timeout = m_dialog->findChild<QSpinBox *>(u"timeoutBox"_s);
    QVERIFY(!timeout->isVisible());
    checkBox(u"advancedBox"_s).click();
    QVERIFY(timeout->isVisible());
    findSpoken<QSpinBox>(*m_dialog, u"Timeout"_s)->setValue(33);
    checkBox(u"insecureBox"_s).setChecked(true);
    field(u"API token"_s).setText(m_bench->apiToken);
    // Out of sight is not undone.
    checkBox(u"advancedBox"_s).click();
    QVERIFY(!timeout->isVisible());
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    const auto saved = m_bench->profiles.profile(u"default"_s);
    QVERIFY(saved);
    QVERIFY(saved->timeout == 33s);
    QVERIFY(saved->allowInsecureHttp);
    for (const WireRequest &request : m_bench->server.requests()) {
        if (request.requestLine.startsWith("POST"))
            QCOMPARE(request.value("X-Request-Timeout-Nano"), "33000000000");
    }
}

void TestLoginDialog::timeoutThatNobodyChangesStays_data()
{
    QTest::addColumn<std::chrono::milliseconds>("timeout");
    QTest::newRow("fraction of a second") << std::chrono::milliseconds(20'500);
    QTest::newRow("an hour") << std::chrono::milliseconds(1h);
    QTest::newRow("longest") << longestTimeout;
}

void TestLoginDialog::timeoutThatNobodyChangesStays()
{
    QFETCH(const std::chrono::milliseconds, timeout);
    Profile profile = m_bench->profile();
    profile.timeout = timeout;
    m_dialog->setProfile(profile);
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    const auto saved = m_bench->profiles.profile(u"default"_s);
    QVERIFY(saved);
    QCOMPARE(saved->timeout, timeout);
}

void TestLoginDialog::plainHttpComesWithAWarning()
{
    checkBox(u"advancedBox"_s).setChecked(true);
    QVERIFY(!label(u"insecureWarning"_s).isVisible());
    checkBox(u"insecureBox"_s).click();
    QVERIFY(label(u"insecureWarning"_s).isVisible());
    QVERIFY(label(u"insecureWarning"_s).text().contains("readable to everybody"_L1));
    checkBox(u"insecureBox"_s).click();
    QVERIFY(!label(u"insecureWarning"_s).isVisible());
}

void TestLoginDialog::heightOfAdvancedIsGivenBack()
{
    QTRY_VERIFY_WITH_TIMEOUT(label(u"serviceHint"_s).text().startsWith("A QCi service"_L1), patienceMs);
    const int before = m_dialog->height();
    checkBox(u"advancedBox"_s).click();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->height() > before, patienceMs);
    const int withoutWarning = m_dialog->height();
    checkBox(u"insecureBox"_s).click();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->height() > withoutWarning, patienceMs);
    checkBox(u"insecureBox"_s).click();
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->height(), withoutWarning, patienceMs);
    checkBox(u"advancedBox"_s).click();
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->height(), before, patienceMs);
}

void TestLoginDialog::heightOfTheUserStays()
{
    const int chosen = m_dialog->height() + 500;
    m_dialog->resize(m_dialog->width(), chosen);
    for (int click = 0; click < 2; ++click) {
        checkBox(u"advancedBox"_s).click();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_dialog->height(), chosen);
    }
}

void TestLoginDialog::failureIsExplainedAndNothingIsLost_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");

    const QByteArray redirect =
        httpAnswer("307 Temporary Redirect", {{"Location", "https://elsewhere.invalid/auth"}}, {});
    QTest::newRow("unknown token") << jsonAnswer("401 Unauthorized", {{u"message"_s, u"no"_s}})
                                   << u"The service refuses the API token (401)."_s;
    QTest::newRow("bad request") << jsonAnswer("400 Bad Request", {{u"message"_s, u"no"_s}})
                                 << u"The service refuses the API token (400)."_s;
    QTest::newRow("outage") << DesktopBench::outage() << u"answers 503. Try again later"_s;
    QTest::newRow("wrong address") << DesktopBench::notFound() << u"There is no QCi service at this address"_s;
    QTest::newRow("redirect") << redirect << u"elsewhere.invalid"_s;
    QTest::newRow("web page") << httpAnswer("200 OK", {{"Content-Type", "text/html"}}, "<html>Welcome</html>")
                              << u"is not a QCi service"_s;
    QTest::newRow("empty object") << jsonAnswer("200 OK", {}) << u"gives an answer that makes no sense"_s;
    QTest::newRow("cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
                               << u"broke off before the answer was complete"_s;
    QTest::newRow("nothing") << QByteArray() << u"broke off before the answer was complete"_s;
}

void TestLoginDialog::failureIsExplainedAndNothingIsLost()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    m_bench->storeLogin();
    const QStringList callsBefore = m_bench->secrets.calls();
    m_bench->answerExchanges(answer);
    const QString wrong = TestTokens::apiToken();
    field(u"API token"_s).setText(wrong);
    keepBox().setChecked(false);
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(!error().isEmpty(), patienceMs);
    QVERIFY2(error().contains(words), qPrintable(error()));
    QCOMPARE(label(u"errorLabel"_s).text(), error());

    QVERIFY(m_dialog->isVisible());
    QVERIFY(button(u"Log in"_s).isEnabled());
    QVERIFY(!label(u"progressLabel"_s).isVisible());
    QCOMPARE(field(u"Profile name"_s).text(), u"default"_s);
    QCOMPARE(field(u"API URL"_s).text(), m_bench->server.urlText());
    QCOMPARE(field(u"API token"_s).text(), wrong);
    QVERIFY(!keepBox().isChecked());
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    // Nothing that was stored before is touched.
    QCOMPARE(m_bench->secrets.calls(), callsBefore);
    QCOMPARE(m_bench->exchanges(), 1);
    QCOMPARE(m_loggedIn, 0);
}

void TestLoginDialog::badInputIsExplainedWithoutAskingAnybody_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("focus");

    const QString good = u"http://127.0.0.1:1/"_s;
    const auto row = [](const char *name, const QString &profile, const QString &url, const QString &token,
                         const QString &words,
                         const QString &focus) { QTest::newRow(name) << profile << url << token << words << focus; };
    row("no profile name", u" "_s, good, u"token"_s, u"Give the profile a name"_s, u"Profile name"_s);
    row("long profile name", QString(300, u'x'), good, u"token"_s, u"longer than 200"_s, u"Profile name"_s);
    row("no URL", u"default"_s, QString(), u"token"_s, u"The API URL is missing."_s, u"API URL"_s);
    row("no token", u"default"_s, good, QString(), u"The API token is missing."_s, u"API token"_s);
    row("token of two words", u"default"_s, good, u"not a token"_s, u"This is not an API token"_s, u"API token"_s);
    row("accented token", u"default"_s, good, u"tökën"_s, u"This is not an API token"_s, u"API token"_s);
    row("endless token", u"default"_s, good, QString(20'000, u'x'), u"is too long"_s, u"API token"_s);
    row("other scheme", u"default"_s, u"ftp://127.0.0.1"_s, u"token"_s, u"An address with ftp:// cannot be used."_s,
        u"API URL"_s);
    row("no host", u"default"_s, u"https://"_s, u"token"_s, u"This is not a complete address."_s, u"API URL"_s);
    row("password in URL", u"default"_s, u"https://me:secret@127.0.0.1"_s, u"token"_s, u"without user name"_s,
        u"API URL"_s);
    row("query in URL", u"default"_s, good + u"?x=y"_s, u"token"_s, u"without user name or query"_s, u"API URL"_s);
    row("plain HTTP elsewhere", u"default"_s, u"http://qci.invalid"_s, u"token"_s,
        u"Plain http would send the token unprotected to qci.invalid."_s, u"API URL"_s);
}

void TestLoginDialog::badInputIsExplainedWithoutAskingAnybody()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, url);
    QFETCH(const QString, token);
    QFETCH(const QString, words);
    QFETCH(const QString, focus);
    field(u"Profile name"_s).setText(profile);
    field(u"API URL"_s).setText(url);
    field(u"API token"_s).setText(token);
    logIn();
    QTRY_VERIFY2_WITH_TIMEOUT(error().contains(words), qPrintable(error()), patienceMs);
    QCOMPARE(field(u"Profile name"_s).text(), profile);
    QCOMPARE(field(u"API URL"_s).text(), url);
    QCOMPARE(field(u"API token"_s).text(), token);
    QVERIFY(field(focus).hasFocus());
    QCOMPARE(m_bench->exchanges(), 0);
}

void TestLoginDialog::refusedConnectionIsExplained()
{
    m_bench->server.close();
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(error().startsWith("Nothing answers at 127.0.0.1, port"_L1), patienceMs);
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);
}

void TestLoginDialog::unusableCertificateFileOpensAdvanced()
{
    checkBox(u"advancedBox"_s).setChecked(true);
    field(u"CA certificate file"_s).setText(u"/nowhere/own.pem"_s);
    checkBox(u"advancedBox"_s).setChecked(false);
    field(u"API URL"_s).setText(u"https://127.0.0.1:1/"_s);
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(error().startsWith("The CA certificate file cannot be used"_L1), patienceMs);
    QVERIFY(error().contains("/nowhere/own.pem"_L1));
    QVERIFY(field(u"CA certificate file"_s).isVisible());
    QVERIFY(field(u"CA certificate file"_s).hasFocus());
}

void TestLoginDialog::unusableCertificateFileIsSaidAtOnce_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("http") << u"http://127.0.0.1:1/"_s;
    QTest::newRow("https") << u"https://127.0.0.1:1/"_s;
}

void TestLoginDialog::unusableCertificateFileIsSaidAtOnce()
{
    QFETCH(const QString, url);
    const QString fault = u"The CA certificate file cannot be used"_s;
    QFile notes(m_bench->folder.filePath(u"notes.pem"_s));
    QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("no certificate") > 0);
    notes.close();
    const TestCertificate certificate(m_bench->folder.path());
    if (!certificate.isValid())
        QSKIP("The openssl program makes no certificate here");
    field(u"API URL"_s).setText(url);
    checkBox(u"advancedBox"_s).setChecked(true);
    QLineEdit &file = field(u"CA certificate file"_s);
    file.setFocus();
    QTest::keyClicks(&file, notes.fileName());
    QCOMPARE(error(), QString()); // the typing may go on
    QTest::keyClick(&file, Qt::Key_Tab);
    QVERIFY2(error().startsWith(fault), qPrintable(error()));
    QVERIFY(!file.hasFocus());
    // Not by the service's hint, too, once that has asked.
    QTRY_VERIFY_WITH_TIMEOUT(label(u"serviceHint"_s).text() != "Asking the service…"_L1, patienceMs);
    QVERIFY2(!label(u"serviceHint"_s).text().startsWith(fault), qPrintable(label(u"serviceHint"_s).text()));

    file.setFocus();
    file.selectAll();
    QTest::keyClicks(&file, certificate.file());
    QTest::keyClick(&file, Qt::Key_Tab);
    QCOMPARE(error(), QString());
}

void TestLoginDialog::nextTryClearsTheError()
{
    logIn();
    QVERIFY(!error().isEmpty());
    field(u"API token"_s).setText(m_bench->apiToken);
    m_bench->holdExchanges();
    logIn();
    QCOMPARE(error(), QString());
}

void TestLoginDialog::faultIsSaidOnce()
{
    const QString fault = u"Nothing answers at 127.0.0.1"_s;
    const QString base = m_bench->server.urlText();
    m_bench->server.close();
    field(u"API token"_s).setText(m_bench->apiToken);
    QTest::keyClicks(&field(u"API URL"_s), u"x"_s);
    logIn(); // before the hint knows
    QTRY_VERIFY_WITH_TIMEOUT(error().startsWith(fault), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(label(u"serviceHint"_s).text(), QString(), patienceMs);
    QVERIFY(!error().isEmpty());

    // Another address: the error is not its own, and the hint speaks again.
    QTest::keyClicks(&field(u"API URL"_s), u"y"_s);
    QCOMPARE(error(), QString());
    QCOMPARE(label(u"serviceHint"_s).text(), u"Asking the service…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(label(u"serviceHint"_s).text().startsWith(fault), patienceMs);
    logIn(); // after it knows
    QTRY_VERIFY_WITH_TIMEOUT(error().startsWith(fault), patienceMs);
    QCOMPARE(label(u"serviceHint"_s).text(), QString());
    QCOMPARE(field(u"API URL"_s).text(), base + u"xy"_s);
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);
}

void TestLoginDialog::goodServiceIsStillNamedBesideAFault()
{
    const auto hint = [this] { return label(u"serviceHint"_s).text(); };
    QTRY_VERIFY_WITH_TIMEOUT(hint().startsWith("A QCi service answers here"_L1), patienceMs);
    m_bench->answerExchanges(m_bench->refusal());
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(!error().isEmpty(), patienceMs);
    QVERIFY2(hint().startsWith("A QCi service answers here"_L1), qPrintable(hint()));
}

void TestLoginDialog::errorGoesWithWhatItIsAbout_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("changed");
    QTest::addColumn<bool>("stays");
    for (const QString &changed : {u"Profile name"_s, u"API URL"_s, u"API token"_s}) {
        const auto row = [&changed](const QString &fault, bool stays) {
            QTest::addRow("%s, then %s", qPrintable(fault), qPrintable(changed)) << fault << changed << stays;
        };
        row(u"no name"_s, changed != "Profile name"_L1);
        row(u"no address"_s, changed != "API URL"_L1);
        row(u"no token"_s, changed != "API token"_L1);
        row(u"outage"_s, changed != "API URL"_L1);
        row(u"refused"_s, changed == "Profile name"_L1);
    }
}

void TestLoginDialog::errorGoesWithWhatItIsAbout()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, changed);
    QFETCH(const bool, stays);
    m_bench->answerExchanges(fault == "outage"_L1 ? DesktopBench::outage() : m_bench->refusal());
    if (fault == "no name"_L1)
        field(u"Profile name"_s).clear();
    else if (fault == "no address"_L1)
        field(u"API URL"_s).clear();
    if (fault != "no token"_L1)
        field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(!error().isEmpty(), patienceMs);
    const QString before = field(changed).text();
    field(changed).setFocus();
    QTest::keyClick(&field(changed), Qt::Key_End);
    QVERIFY(!error().isEmpty()); // nothing is changed yet
    QTest::keyClicks(&field(changed), u"x"_s);
    QCOMPARE(!error().isEmpty(), stays);
    QCOMPARE(field(changed).text(), before + u'x');
}

void TestLoginDialog::cancelledTryLeavesTheHint()
{
    const auto hint = [this] { return label(u"serviceHint"_s).text(); };
    m_bench->answerHealth(DesktopBench::outage());
    m_bench->answerExchanges(DesktopBench::outage());
    field(u"API token"_s).setText(m_bench->apiToken);
    QTest::keyClicks(&field(u"API URL"_s), u"x"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hint().contains("answers 503"_L1), patienceMs);
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(!error().isEmpty(), patienceMs);
    QCOMPARE(hint(), QString());
    m_bench->holdExchanges();
    logIn();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Log in"_s).isEnabled(), patienceMs);
    QCOMPARE(error(), QString());
    QVERIFY2(hint().contains("answers 503"_L1), qPrintable(hint()));
}

void TestLoginDialog::tokenIsKeptOnlyWhereWanted()
{
    keepBox().click();
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QVERIFY(m_bench->profiles.profile(u"default"_s));
    QCOMPARE(m_bench->secrets.secret(m_bench->profile().refreshTokenKey()), QString());
}

void TestLoginDialog::missingKeychainDisablesKeeping()
{
    MissingSecretStore none;
    openWith(none);
    QTRY_VERIFY_WITH_TIMEOUT(!keepBox().isEnabled(), patienceMs);
    QVERIFY(!keepBox().isChecked());
    QVERIFY(label(u"keepReason"_s).isVisible());
    QVERIFY(label(u"keepReason"_s).text().contains("There is no keychain on this computer"_L1));
    QCOMPARE(keepBox().accessibleDescription(), label(u"keepReason"_s).text());
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    m_dialog.reset(); // before the store
}

void TestLoginDialog::environmentIsOfferedOnDemandOnly()
{
    QProcessEnvironment variables;
    variables.insert(u"QCI_API_URL"_s, u"https://from-environment.invalid/"_s);
    variables.insert(u"QCI_TOKEN"_s, u"\"%1\""_s.arg(m_bench->apiToken));
    open(Environment(variables));
    QVERIFY(field(u"API token"_s).text().isEmpty());
    QCOMPARE(field(u"API URL"_s).text(), m_bench->server.urlText());

    const QStringList texts = allTexts(*m_dialog);
    QVERIFY(!texts.join(u'\n').contains(m_bench->apiToken));
    auto *offer = m_dialog->findChild<QPushButton *>(u"environmentButton"_s);
    QVERIFY(offer->isVisible());
    QCOMPARE(offer->text(), u"Use QCI_API_URL and QCI_TOKEN"_s);
    QVERIFY(offer->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(offer, Qt::Key_Space);
    QCOMPARE(field(u"API URL"_s).text(), u"https://from-environment.invalid/"_s);
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);
    QCOMPARE(field(u"API token"_s).echoMode(), QLineEdit::Password);
    QVERIFY(button(u"Log in"_s).hasFocus());
    QCOMPARE(m_bench->exchanges(), 0);
}

void TestLoginDialog::emptyEnvironmentOffersNothing()
{
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"environmentButton"_s)->isVisible());
}

void TestLoginDialog::environmentWithoutUrlKeepsTheTypedOne()
{
    QProcessEnvironment variables;
    variables.insert(u"QCI_TOKEN"_s, m_bench->apiToken);
    open(Environment(variables));
    button(u"Use QCI_TOKEN"_s).click();
    QCOMPARE(field(u"API URL"_s).text(), m_bench->server.urlText());
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);
    QVERIFY(button(u"Log in"_s).hasFocus());
}

void TestLoginDialog::environmentWithoutTokenLeavesThatToTheUser()
{
    QProcessEnvironment variables;
    variables.insert(u"QCI_API_URL"_s, u"https://from-environment.invalid/"_s);
    open(Environment(variables));
    QPushButton &offer = button(u"Use QCI_API_URL"_s);
    offer.click();
    QCOMPARE(field(u"API URL"_s).text(), u"https://from-environment.invalid/"_s);
    QVERIFY(field(u"API token"_s).hasFocus());
    // What was typed before stays.
    field(u"API token"_s).setText(m_bench->apiToken);
    offer.click();
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);
    QVERIFY(button(u"Log in"_s).hasFocus());
}

void TestLoginDialog::progressIsShownInPlace()
{
    m_bench->holdExchanges();
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QVERIFY(label(u"progressLabel"_s).isVisible());
    QVERIFY(!button(u"Log in"_s).isEnabled());
    QVERIFY(!field(u"API token"_s).isEnabled());
    QVERIFY(button(u"Cancel"_s).isEnabled());
    QVERIFY(button(u"Cancel"_s).hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->exchanges(), 1, patienceMs);
}

void TestLoginDialog::cancelLeavesTheDialogUsable_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("mouse") << u"mouse"_s;
    QTest::newRow("space on the button") << u"space"_s;
    QTest::newRow("escape") << u"escape"_s;
    QTest::newRow("closing the window") << u"close"_s;
}

void TestLoginDialog::cancelLeavesTheDialogUsable()
{
    QFETCH(const QString, by);
    m_bench->holdExchanges();
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->exchanges(), 1, patienceMs);
    if (by == "mouse"_L1)
        QTest::mouseClick(&button(u"Cancel"_s), Qt::LeftButton);
    else if (by == "space"_L1)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    else if (by == "escape"_L1)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    else
        m_dialog->close();
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Log in"_s).isEnabled(), patienceMs);
    QVERIFY(!label(u"progressLabel"_s).isVisible());
    QCOMPARE(error(), QString());
    QCOMPARE(field(u"API token"_s).text(), m_bench->apiToken);

    m_bench->serveTokens(1h);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_loggedIn, 1, patienceMs);
    QCOMPARE(m_bench->exchanges(), 2);
}

void TestLoginDialog::escapeClosesAnIdleDialog()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Rejected));
    QCOMPARE(m_bench->exchanges(), 0);
}

void TestLoginDialog::dialogMayGoDuringAnExchange()
{
    m_bench->holdExchanges();
    QSignalSpy closed(&m_bench->server, &LoopbackServer::connectionClosed);
    field(u"API token"_s).setText(m_bench->apiToken);
    logIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->exchanges(), 1, patienceMs);
    const qsizetype before = closed.size();
    m_dialog.reset();
    QTRY_VERIFY_WITH_TIMEOUT(closed.size() > before, patienceMs);
    QCOMPARE(m_bench->secrets.secret(m_bench->profile().refreshTokenKey()), QString());
}

void TestLoginDialog::hintTellsWhetherAServiceAnswers()
{
    const auto hint = [this] { return label(u"serviceHint"_s).text(); };
    QTRY_VERIFY2_WITH_TIMEOUT(
        hint().startsWith("A QCi service answers here: auth 1.2.3"_L1), qPrintable(hint()), patienceMs);
    m_bench->answerHealth(DesktopBench::notFound());
    QTest::keyClicks(&field(u"API URL"_s), u"elsewhere"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        hint().startsWith("There is no QCi service at this address"_L1), qPrintable(hint()), patienceMs);
    QCOMPARE(m_bench->exchanges(), 0);
}

void TestLoginDialog::tokenIsHiddenUntilRevealed()
{
    QLineEdit &token = field(u"API token"_s);
    token.setText(m_bench->apiToken);
    QCOMPARE(token.echoMode(), QLineEdit::Password);
    // By the keyboard alone: Tab leads there, and Space presses it.
    token.setFocus();
    QTest::keyClick(&token, Qt::Key_Tab);
    QPushButton &reveal = button(u"Show API token"_s);
    QVERIFY(reveal.hasFocus());
    QTest::keyClick(&reveal, Qt::Key_Space);
    QCOMPARE(token.echoMode(), QLineEdit::Normal);
    QCOMPARE(token.displayText(), m_bench->apiToken);
    QTest::keyClick(&reveal, Qt::Key_Space);
    QCOMPARE(token.echoMode(), QLineEdit::Password);
    QVERIFY(!token.displayText().contains(m_bench->apiToken));
}

void TestLoginDialog::tokenIsInNoText()
{
    m_bench->answerExchanges(m_bench->refusal());
    m_bench->answerHealth(m_bench->refusal());
    paste(field(u"API token"_s), u"QCI_API_URL=%1\nQCI_TOKEN=%2"_s.arg(m_bench->server.urlText(), m_bench->apiToken));
    QVERIFY(!allTexts(*m_dialog).join(u'\n').contains(m_bench->apiToken));
    logIn();
    QTRY_VERIFY_WITH_TIMEOUT(!error().isEmpty(), patienceMs);
    const QString all = allTexts(*m_dialog).join(u'\n');
    QVERIFY(all.contains(error()));
    QVERIFY2(!all.contains(m_bench->apiToken), qPrintable(all));
}

QTEST_MAIN(TestLoginDialog)
#include "tst_logindialog.moc"
