// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMessageBox>

namespace QciAuth {

/// Tells what the program is and which version of it runs. Deletes itself when it is closed.
class AboutBox final : public QMessageBox
{
    Q_OBJECT

public:
    /// @param keychain  where tokens are kept, in words.
    AboutBox(const QString &keychain, QWidget *parent);
};

} // namespace QciAuth
