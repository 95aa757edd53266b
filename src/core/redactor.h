// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace QciAuth {

/// Takes secrets out of text that is about to be shown, logged or put into an error (behaviour.md, Secrets).
///
/// Known secrets go wherever they stand, as they are or as JSON, percent or Base64 encoding would write them. What
/// merely looks like a credential (a JWT, a bearer header, a `refresh_token` member, `QCI_TOKEN=…`, 32 or more
/// hexadecimal digits in a row) goes too, so that text from elsewhere is safe without knowing its secrets.
class Redactor
{
public:
    Redactor() = default;
    explicit Redactor(const QStringList &secrets);

    void add(const QString &secret);
    /// What another one knows.
    void add(const Redactor &other);
    /// `text` with every secret replaced by `[redacted]`.
    QString redact(const QString &text) const;

private:
    struct Range
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    static void findAll(const QString &form, const QString &text, std::vector<Range> &found);
    std::vector<Range> knownSecrets(const QString &text) const;

    QStringList m_secrets;
};

} // namespace QciAuth
