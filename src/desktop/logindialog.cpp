// SPDX-License-Identifier: Apache-2.0
#include "logindialog.h"

#include "certificatefile.h"
#include "dialogheight.h"
#include "environment.h"
#include "errortext.h"
#include "icons.h"
#include "login.h"
#include "profilestore.h"
#include "secretstore.h"
#include "servicemonitor.h"
#include "ui_logindialog.h"

#include <QCompleter>
#include <QFileDialog>
#include <QPointer>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Cause = AuthError::Cause;

constexpr float placeholderOpacity = 0.65F;
constexpr auto defaultUrl = "https://api.qci-prod.com"_L1;

// Whether it may be looked up before anybody has asked for that: a token that went into the wrong field must not be.
bool looksLikeAnAddress(const QString &text)
{
    if (text.contains("://"_L1) || text.startsWith("localhost"_L1))
        return true;
    constexpr qsizetype longestLabel = 63;
    const QStringList labels = text.section(u'/', 0, 0).split(u'.');
    return labels.size() > 1 &&
           std::all_of(labels.begin(), labels.end(), [](const QString &label) { return label.size() <= longestLabel; });
}

} // namespace

LoginDialog::LoginDialog(SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing,
    const Connector &connector, const Environment &environment, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LoginDialog>())
    , m_secrets(secrets)
    , m_profiles(profiles)
    , m_height(new DialogHeight(*this))
    , m_monitor(std::make_unique<ServiceMonitor>(connector))
    , m_login(std::make_unique<Login>(secrets, profiles, sharing, connector))
{
    m_ui->setupUi(this);
    setMinimumWidth(std::min(scaledToFont(minimumWidth(), font()), screen()->availableSize().width()));
    m_ui->logInButton->setStyleSheet(primaryButtonStyle(palette()));
    setUpFields();
    setUpProblems();
    setUpKeychain();
    setUpEnvironment(environment);
    setBusy(false);

    connect(m_ui->logInButton, &QPushButton::clicked, this, &LoginDialog::logIn);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &LoginDialog::reject);
    connect(m_login.get(), &Login::accepted, this,
        [this] { m_ui->progressLabel->setText(tr("Waiting for the keychain. If it shows a prompt, answer it.")); });
    connect(m_login.get(), &Login::succeeded, this, &LoginDialog::succeed);
    connect(m_login.get(), &Login::failed, this, &LoginDialog::showError);
}

LoginDialog::~LoginDialog()
{
    // A field that loses the keyboard because it is deleted says that it was edited, to a dialog that is gone.
    disconnect(m_ui->certificateEdit, nullptr, this, nullptr);
}

void LoginDialog::setUpFields()
{
    m_ui->sandboxLabel->hide();
    // Some platform themes leave this at its default, which cannot be read on a dark field.
    QPalette readable = palette();
    QColor placeholder = readable.color(QPalette::Text);
    placeholder.setAlphaF(placeholderOpacity);
    readable.setColor(QPalette::PlaceholderText, placeholder);
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->setPalette(readable);
    setTextTone(*m_ui->insecureWarning, Tone::Warning);
    m_ui->urlEdit->setText(defaultUrl);
    m_ui->profileEdit->setText(u"default"_s);
    m_ui->timeoutBox->setMaximum(static_cast<int>(std::chrono::floor<std::chrono::seconds>(longestTimeout).count()));
    connect(m_ui->timeoutBox, &QSpinBox::valueChanged, this,
        [this](int seconds) { m_timeout = std::chrono::seconds(seconds); });

    QStringList suggestions = m_profiles.urls();
    for (const QString &spelling : {QString(defaultUrl), defaultUrl + u'/'}) // the latter is what profiles keep
        suggestions.removeAll(spelling);
    suggestions.append(defaultUrl);
    auto *completer = new QCompleter(suggestions, this);
    completer->setFilterMode(Qt::MatchContains);
    m_ui->urlEdit->setCompleter(completer);

    // Not an action inside the field, which the keyboard would not reach.
    m_ui->revealButton->setIcon(icon(u"reveal"_s));
    connect(m_ui->revealButton, &QPushButton::toggled, this, [this](bool shown) {
        m_ui->tokenEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_ui->revealButton->setIcon(icon(shown ? u"conceal"_s : u"reveal"_s));
    });

    m_ui->serviceHint->setMonitor(*m_monitor);
    for (QLineEdit *field : {m_ui->urlEdit, m_ui->tokenEdit})
        connect(field, &QLineEdit::textChanged, this, [this, field] { readPaste(*field); });
    connect(m_ui->urlEdit, &QLineEdit::textChanged, this, &LoginDialog::askService);
    connect(m_ui->certificateEdit, &QLineEdit::textChanged, this, &LoginDialog::askService);
    connect(m_ui->insecureBox, &QCheckBox::toggled, this, &LoginDialog::askService);
    askService();

    showAdvanced();
    connect(m_ui->advancedBox, &QCheckBox::toggled, this, &LoginDialog::showAdvanced);
    connect(m_ui->insecureBox, &QCheckBox::toggled, this, &LoginDialog::showAdvanced);
    connect(m_ui->certificateEdit, &QLineEdit::editingFinished, this, &LoginDialog::checkCertificate);
    connect(m_ui->certificateButton, &QPushButton::clicked, this, [this] {
        auto *dialog =
            new QFileDialog(this, tr("CA certificate"), QString(), tr("PEM files (*.pem *.crt);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
            m_ui->certificateEdit->setText(file);
            checkCertificate();
        });
        dialog->open();
    });
}

// A problem is said once, and no longer than it is one.
void LoginDialog::setUpProblems()
{
    ProblemLabel *problem = m_ui->errorLabel;
    for (QLineEdit *field : {m_ui->profileEdit, m_ui->urlEdit, m_ui->tokenEdit, m_ui->certificateEdit})
        connect(field, &QLineEdit::textChanged, problem, [problem, field] { problem->fieldChanged(*field); });
    connect(m_ui->timeoutBox, &QSpinBox::valueChanged, problem,
        [problem, box = m_ui->timeoutBox] { problem->fieldChanged(*box); });
    connect(m_ui->insecureBox, &QCheckBox::toggled, problem,
        [problem, box = m_ui->insecureBox] { problem->fieldChanged(*box); });
    connect(problem, &ProblemLabel::withdrawn, m_ui->serviceHint, [this] { m_ui->serviceHint->setQuiet(false); });
}

void LoginDialog::setUpKeychain()
{
    m_ui->keepReason->hide();
    m_secrets.name().then([this, guard = QPointer(this)](const QString &name) {
        if (!guard || !name.isEmpty())
            return;
        m_ui->keepBox->setChecked(false);
        m_ui->keepBox->setEnabled(false);
        m_ui->keepReason->setText(
            tr("There is no keychain on this computer to keep the token in. Start one that offers "
               "the Secret Service, such as GNOME Keyring, to stay logged in."));
        m_ui->keepReason->show();
        m_ui->keepBox->setAccessibleDescription(m_ui->keepReason->text());
    });
}

void LoginDialog::setUpEnvironment(const Environment &environment)
{
    const PastedCredentials offered = environment.credentials();
    const bool hasUrl = !offered.url.isEmpty();
    const bool hasToken = !offered.apiToken.isEmpty();
    m_ui->environmentButton->setVisible(hasUrl || hasToken);
    if (offered.isComplete())
        m_ui->environmentButton->setText(tr("Use QCI_API_URL and QCI_TOKEN"));
    else
        m_ui->environmentButton->setText(hasUrl ? tr("Use QCI_API_URL") : tr("Use QCI_TOKEN"));
    connect(m_ui->environmentButton, &QPushButton::clicked, this, [this, offered, hasUrl, hasToken] {
        if (hasUrl)
            m_ui->urlEdit->setText(offered.url);
        if (hasToken)
            m_ui->tokenEdit->setText(offered.apiToken);
        const bool isMissing = m_ui->tokenEdit->text().isEmpty();
        (isMissing ? static_cast<QWidget *>(m_ui->tokenEdit) : m_ui->logInButton)->setFocus();
    });
}

void LoginDialog::setProfile(const Profile &profile)
{
    m_ui->profileEdit->setText(profile.name);
    if (!profile.url.isEmpty())
        m_ui->urlEdit->setText(profile.url);
    m_ui->timeoutBox->setValue(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(profile.timeout).count()));
    m_timeout = profile.timeout; // the box has no fractions of a second
    m_ui->certificateEdit->setText(profile.caCertificateFile);
    m_ui->insecureBox->setChecked(profile.allowInsecureHttp);
    m_ui->advancedBox->setChecked(!profile.caCertificateFile.isEmpty() || profile.allowInsecureHttp);
    m_ui->tokenEdit->setFocus();
}

void LoginDialog::setSandbox(const QString &url, const QString &apiToken)
{
    m_ui->sandboxLabel->show();
    m_ui->profileEdit->setText(u"sandbox"_s);
    m_ui->urlEdit->setText(url);
    m_ui->tokenEdit->setText(apiToken);
    // The service ends with the window; its token would only be left behind.
    m_ui->keepBox->setChecked(false);
    m_ui->logInButton->setFocus();
}

void LoginDialog::showAdvanced()
{
    const bool shown = m_ui->advancedBox->isChecked();
    QFormLayout *form = m_ui->fieldsLayout;
    form->setRowVisible(m_ui->timeoutBox, shown);
    form->setRowVisible(m_ui->certificateLayout, shown);
    form->setRowVisible(m_ui->insecureBox, shown);
    form->setRowVisible(m_ui->insecureWarning, shown && m_ui->insecureBox->isChecked());
    m_height->fit();
}

// Lines of a .env file, pasted into either field, fill both; anything else stays as it is typed until it is used.
void LoginDialog::readPaste(const QLineEdit &field)
{
    const PastedCredentials pasted = PastedCredentials::fromText(field.text());
    if (pasted.url.isEmpty()) {
        // A token has no business in an address, which is looked up in the network.
        if (&field == m_ui->urlEdit && field.text().contains("QCI_TOKEN="_L1)) {
            m_ui->tokenEdit->setText(pasted.apiToken);
            m_ui->urlEdit->setText(defaultUrl);
        }
        return;
    }
    if (&field == m_ui->tokenEdit || !pasted.apiToken.isEmpty())
        m_ui->tokenEdit->setText(pasted.apiToken);
    m_ui->urlEdit->setText(pasted.url);
}

Profile LoginDialog::typedProfile() const
{
    Profile profile;
    profile.name = m_ui->profileEdit->text().trimmed();
    profile.url = m_ui->urlEdit->text().trimmed();
    if (!profile.url.isEmpty() && !profile.url.contains("://"_L1))
        profile.url.prepend("https://"_L1);
    profile.timeout = m_timeout;
    profile.caCertificateFile = m_ui->certificateEdit->text().trimmed();
    profile.allowInsecureHttp = m_ui->insecureBox->isChecked();
    return profile;
}

// Once it is chosen or typed, and not only where the address needs it.
void LoginDialog::checkCertificate()
{
    const Profile profile = typedProfile();
    if (m_busy || profile.caCertificateFile.isEmpty())
        return;
    try {
        certificatesInFile(profile.caCertificateFile);
    } catch (const AuthError &error) {
        sayProblem(errorText(error, QUrl(profile.url)), {m_ui->certificateEdit});
    }
}

void LoginDialog::askService()
{
    Profile profile = typedProfile();
    if (!looksLikeAnAddress(m_ui->urlEdit->text().trimmed()))
        profile.url.clear();
    m_ui->serviceHint->setProfile(profile);
}

void LoginDialog::logIn()
{
    if (m_busy)
        return;
    m_ui->errorLabel->hide(); // and the hint stays as it is until it is known whether that helped
    const Profile profile = typedProfile();
    const QString apiToken = PastedCredentials::fromText(m_ui->tokenEdit->text()).apiToken;
    if (const QString problem = ProfileStore::nameProblem(profile.name); !problem.isEmpty())
        return showProblem(problem, {m_ui->profileEdit});
    // An empty value would be taken from the environment, which nobody has asked for here.
    if (profile.url.isEmpty())
        return showError(AuthError(AuthError::Kind::Local, Cause::MissingUrl, {}));
    if (apiToken.isEmpty())
        return showError(AuthError(AuthError::Kind::Local, Cause::MissingToken, {}));
    setBusy(true);
    m_login->start(profile, apiToken, m_ui->keepBox->isChecked() ? Login::Keep::ApiToken : Login::Keep::Nothing);
}

void LoginDialog::succeed()
{
    m_ui->tokenEdit->clear();
    emit loggedIn(*m_login);
    accept();
}

void LoginDialog::reject()
{
    if (m_busy)
        m_login->cancel();
    else
        QDialog::reject();
}

void LoginDialog::showError(const AuthError &error)
{
    setBusy(false);
    if (error.kind() == AuthError::Kind::Cancelled)
        return m_ui->errorLabel->withdraw();
    const QString text = errorText(error, QUrl(typedProfile().url));
    switch (error.cause()) {
    case Cause::MissingToken:
    case Cause::InvalidToken:
        return showProblem(text, {m_ui->tokenEdit});
    case Cause::CertificateFile:
        m_ui->advancedBox->setChecked(true);
        return showProblem(text, {m_ui->certificateEdit});
    default:
        if (error.kind() == AuthError::Kind::Rejected)
            return showProblem(text, {m_ui->tokenEdit, m_ui->urlEdit});
        showProblem(text, {m_ui->urlEdit, m_ui->certificateEdit, m_ui->insecureBox, m_ui->timeoutBox});
    }
}

void LoginDialog::showProblem(const QString &text, const QList<QWidget *> &about)
{
    sayProblem(text, about);
    about.first()->setFocus();
}

void LoginDialog::sayProblem(const QString &text, const QList<QWidget *> &about)
{
    m_ui->errorLabel->say(text, QList<const QWidget *>(about.begin(), about.end()));
    // It would say the same of the service.
    m_ui->serviceHint->setQuiet(about.contains(m_ui->urlEdit) || about.contains(m_ui->certificateEdit));
}

void LoginDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_ui->progressLabel->setText(tr("Logging in…"));
    m_ui->fields->setEnabled(!busy);
    m_ui->logInButton->setEnabled(!busy);
    m_ui->progressLabel->setVisible(busy);
    if (busy)
        m_ui->cancelButton->setFocus();
}

} // namespace QciAuth
