// SPDX-License-Identifier: Apache-2.0
#include "fuzzinput.h"
#include "fuzztargets.h"
#include "promise.h"
#include "tokenscan.h"

#include <QFile>
#include <QTemporaryDir>

namespace QciAuth {

void fuzzTokenScan(const QByteArray &input)
{
    static const QTemporaryDir folder;
    const QByteArray text = FuzzInput(input).rest();
    const QString path = folder.filePath(QStringLiteral("file"));
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size(), "there is room");
    file.close();

    const QString known = QString::fromLatin1(FuzzInput::token());
    const TokenScan::Result result = TokenScan({known}).scan(folder.path());
    promise(result.exists && result.unreadable.isEmpty() && result.tooLarge.isEmpty(), "the file can be read");
    promise(result.filesRead == (text.isEmpty() ? result.filesRead : 1), "it is read once");
    for (const TokenScan::Finding &finding : result.findings)
        promise(finding.file == path && finding.line >= 1, "what is found is in the file");
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return;
    QList<TokenScan::Finding> expected;
    const QList<int> lines = TokenFinder({known}).lines(text);
    for (const int line : lines)
        expected.append({path, line});
    promise(result.findings == expected, "a file tells what its text tells");

    // PowerShell writes the same text in another encoding.
    if (const QString decoded = QString::fromUtf8(text); decoded.toUtf8() == text && !decoded.contains(QChar::Null)) {
        QByteArray wide("\xff\xfe");
        for (const QChar c : decoded)
            wide.append(static_cast<char>(c.cell())).append(static_cast<char>(c.row()));
        promise(
            file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(wide) == wide.size(), "there is room");
        file.close();
        promise(TokenScan({known}).scan(path).findings == expected, "in UTF-16 it tells the same");
    }
}

} // namespace QciAuth
