import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { ChangingFacts, Preparation } from '../plan/preparation.ts'
import { isNotGiven } from '../values/partial-date.ts'
import { Tainted, tainted, type Value } from '../values/value.ts'
import { checkDays } from './check-days.ts'
import { checkBounds, checkIds, runChecks, taint } from './checks.ts'
import { hideFutureDates } from './hide-future-dates.ts'
import { linkReference } from './link-reference.ts'
import type { LoadedLedger } from './loaded-ledger.ts'
import { narrowedUnknowns } from './narrow-unknowns.ts'

/**
 * References in one pass, then every check on the facts as given, then all taints at once, so that the order of
 * checks never matters; last, dates after `asOf` become none and bounds narrow what is unknown.
 */
export function prepareRecords(preparation: Preparation, index: LoadedLedger, session: Session): void {
  for (const reference of preparation.references) linkReference(index, reference)
  session.index = index
  const check = () => {
    const context = session.context(session.asOf, 0)
    checkIds(index, preparation.identified)
    checkBounds(index, preparation.bounds, context)
    checkDays(index, preparation.happened)
    runChecks(index, preparation.checks, context)
  }
  if (index.rawValues) index.rawValues.during(index.records, session, check)
  else check()
  taint(index)
  const context = session.context(session.asOf, 0)
  for (const changing of preparation.changing)
    for (const record of index.records.of(changing.scope)) changeFacts(changing, record, context)
  session.renew() // what the checks cached was computed from untouched facts
}

function changeFacts(
  { elapsing, fixed, following }: ChangingFacts,
  record: LedgerRecord,
  context: EvaluationContext,
): void {
  const { values } = record
  // Bounds read the facts of the record as given; only then are they replaced.
  const narrowed = narrowedUnknowns(following, record, context)
  hideFutureDates(record, elapsing, context)
  for (const { slot, value } of fixed) if (isNotGiven(values[slot]!)) narrow(values, slot, value)
  if (narrowed.length === 0) return
  record.narrowed = narrowed.map(({ fact }) => fact)
  for (const { fact, value } of narrowed) narrow(values, fact.slot, value)
}

/** What is in doubt stays so. */
function narrow(values: Value[], slot: number, value: Value): void {
  values[slot] = values[slot] instanceof Tainted ? tainted(value) : value
}
