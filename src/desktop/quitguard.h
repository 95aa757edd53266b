// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace QciAuth {

class SharedExchange;

/// Holds the end of the program back for a moment: while the keychain is to let go of a token, which must not be there
/// at the next start, and while an exchange or a login is under way, whose API token may be the only one that is worth
/// anything.
class QuitGuard final : public QObject
{
    Q_OBJECT

public:
    /// @param sharing  must outlive this.
    explicit QuitGuard(const SharedExchange &sharing, QObject *parent = nullptr);

    /// How long the end is held back at most: 5 seconds, unless something else is said before mayQuit().
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

    /// Whether the program may end now. Where not, one of the signals follows, unless it is taken back.
    bool mayQuit();
    /// The user wants the program after all. Tells whether it was about to end.
    bool takeBack();

    /// The keychain has been asked to let go of a token.
    void removalStarted();
    /// It has, or has refused: then the program stays, to say so. Tells whether it has done what was given up.
    bool removalEnded(bool isGone);
    /// Whether it has not yet.
    bool isRemoving() const { return m_removals > 0; }
    /// Whether a login is under way.
    bool isLoggingIn() const;

signals:
    /// The program may end now.
    void freed();
    /// The keychain takes too long to let go of a token. Whoever quits once more leaves it there.
    void removalGivenUp();

private:
    bool isHeld() const;
    void goOn();
    void patienceEnded();

    const SharedExchange &m_sharing;
    QTimer m_patience{this};
    int m_removals = 0;
    bool m_isQuitting = false;
    bool m_hasGivenUp = false; ///< the removals
    bool m_isForced = false;   ///< the exchange has had its time
};

} // namespace QciAuth
