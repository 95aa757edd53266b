// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>

class QClipboard;
class QMimeData;

namespace QciAuth {

/// Puts secrets on the clipboard, marked so that clipboard managers do not keep them, and takes them off again
/// (behaviour.md, Secrets): after a time, and at the end, and only while they are still ours. Never touches the X11
/// primary selection.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    /// How long a secret stays, unless set otherwise.
    static constexpr std::chrono::milliseconds defaultStay{45'000};

    /// @param clipboard  must outlive this.
    explicit SecretClipboard(QClipboard &clipboard, QObject *parent = nullptr);

    /// @param stay  zero: until something else is copied, or the end.
    void setStay(std::chrono::milliseconds stay) { m_stay = stay; }
    /// `taken` follows, or `refused`.
    void copy(const QString &secret);
    /// Empties the clipboard now, if what it holds is ours.
    void clear();
    /// Until the clipboard is emptied; zero where nothing is to be emptied.
    std::chrono::milliseconds remaining() const;

signals:
    /// What was copied last is on the clipboard, as far as the system tells.
    void taken();
    /// What was copied last did not get there; what others had copied is still there.
    void refused();
    /// A secret was copied, or is gone: emptied, or replaced by somebody else.
    void changed();

private:
    static bool isToldLater();
    void giveUp();
    bool isOurs() const;

    QClipboard &m_clipboard;
    std::chrono::milliseconds m_stay = defaultStay;
    QTimer m_timer{this};
    QTimer m_answer{this};      ///< runs while it is not known whether the system takes what was copied
    QPointer<QMimeData> m_data; ///< the clipboard's
    QByteArray m_nonce;         ///< in a format of its own beside the secret: tells our copy from anybody else's
};

} // namespace QciAuth
