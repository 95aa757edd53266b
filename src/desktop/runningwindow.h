// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// The window that an earlier start of the program has opened, which comes to the front in place of a second one.
class RunningWindow
{
public:
    /// @param folder           the RuntimeFolder's path.
    /// @param activationToken  the window system's leave to come to the front, which it gave to this start.
    RunningWindow(const QString &folder, const QString &activationToken);

    /// What launchers put into the environment of a start. A QApplication takes it out of there.
    static QString activationTokenOfStart();

    /// Asks it to show itself, and waits for the answer, without an event loop; false where none answers.
    bool raise() const;
    /// Whether one answers, which then stays as it is: hidden, in front, or behind others.
    bool answers() const;

private:
    bool ask(bool isHidden) const;

    QString m_folder;
    QString m_activationToken;
};

} // namespace QciAuth
