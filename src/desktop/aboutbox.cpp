// SPDX-License-Identifier: Apache-2.0
#include "aboutbox.h"

#include "versiontext.h"

#include <QAbstractButton>

namespace QciAuth {

namespace {

constexpr int iconSize = 48;

} // namespace

AboutBox::AboutBox(const QString &keychain, QWidget *parent)
    : QMessageBox(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About QCi Auth"));
    setIconPixmap(windowIcon().pixmap(iconSize));
    setText(tr("QCi Auth %1").arg(releaseText()));
    setInformativeText(tr("Exchanges a QCi API token for bearer headers, and keeps it in the keychain.\n\nQt %1 · "
                          "%2\nLicensed under the Apache License 2.0")
                           .arg(QLatin1StringView(qVersion()), keychain));
    setStandardButtons(QMessageBox::Ok);
    button(QMessageBox::Ok)->setIcon(QIcon()); // no other button of the program has one of the style's
}

} // namespace QciAuth
