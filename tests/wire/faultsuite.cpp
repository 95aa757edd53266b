// SPDX-License-Identifier: Apache-2.0
#include "faultsuite.h"

#include <QTest>

namespace QciAuth {

void FaultSuite::add(const QString &name, const FaultRow &row)
{
    QTest::newRow(qUtf8Printable(name)) << row;
}

void FaultSuite::add(const QString &name, const FaultScript &script, const FaultOutcome &outcome)
{
    add(name, FaultRow{.scripts = {script}, .outcome = outcome});
}

void FaultSuite::addAnswer(const QString &name, const QByteArray &answer, const FaultOutcome &outcome)
{
    add(name, FaultScript{.answer = answer}, outcome);
}

void FaultSuite::tokenThatIsValidIsStillServed_data()
{
    QTest::addColumn<FaultRow>("row");
    addRows();
}

void FaultSuite::tokenThatIsValidIsStillServed()
{
    run(FaultBench::TokenBefore::Valid);
}

void FaultSuite::callerWithoutATokenIsTold_data()
{
    QTest::addColumn<FaultRow>("row");
    addRows();
}

void FaultSuite::callerWithoutATokenIsTold()
{
    run(FaultBench::TokenBefore::None);
}

void FaultSuite::run(FaultBench::TokenBefore before)
{
    QFETCH(FaultRow, row);
    constexpr int enoughDoublings = 6;
    for (int i = 0; i < enoughDoublings; ++i) {
        FaultBench bench(row, before);
        const QStringList differences = bench.differences();
        if (differences.isEmpty())
            return;
        // The timeout of a row that hangs is short, for a quick suite. On a busy machine it may be too short.
        if (!bench.hadNoTime())
            QFAIL(qUtf8Printable(differences.join(u'\n')));
        row.timeout *= 2;
    }
    QFAIL("the request does not get out in time");
}

} // namespace QciAuth
