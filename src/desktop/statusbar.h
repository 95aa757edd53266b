// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

#include <chrono>

namespace QciAuth {

class ElidedLabel;

/// The window's status bar: says where tokens are kept, when the clipboard is cleared, and for a moment what was done.
/// Messages stand where its first part stands, take the place of the others where they need it, and are shortened where
/// they are longer than that; Qt's own writes them at its edge and over its other parts.
class StatusBar final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    /// Says for a moment what was done.
    void say(const QString &text);
    /// @param name  empty where there is none.
    void showKeychain(const QString &name);
    /// What it says of the keychain.
    QString keychainText() const;
    /// @param remaining  until the clipboard is cleared; zero where it need not be.
    void showClipboard(std::chrono::milliseconds remaining);
    /// Where a message is written.
    QRect room() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect wholeRoom() const;
    void makeRoom();

    ElidedLabel *m_keychain;
    ElidedLabel *m_clipboard;
};

} // namespace QciAuth
