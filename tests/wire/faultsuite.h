// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultbench.h"

#include <QObject>
#include <QString>

namespace QciAuth {

/// What each suite of faults does with its rows: every fault meets a session that has a token and one that has none.
class FaultSuite : public QObject
{
    Q_OBJECT

protected:
    /// Adds the rows with add().
    virtual void addRows() = 0;
    static void add(const QString &name, const FaultRow &row);
    /// A server without TLS that plays this script.
    static void add(const QString &name, const FaultScript &script, const FaultOutcome &outcome);
    /// One that answers with these bytes and closes.
    static void addAnswer(const QString &name, const QByteArray &answer, const FaultOutcome &outcome);

private slots:
    void tokenThatIsValidIsStillServed_data();
    void tokenThatIsValidIsStillServed();
    void callerWithoutATokenIsTold_data();
    void callerWithoutATokenIsTold();

private:
    static void run(FaultBench::TokenBefore before);
};

} // namespace QciAuth
