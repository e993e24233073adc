import { conflictText } from '../explain/conflict-text.ts'
import { pointerOf } from '../json/pointer.ts'
import { loadLedger } from '../ledger/load-ledger.ts'
import { recordPointer } from '../plan/ledger-record.ts'
import type { Given } from '../plan/fact.ts'
import type { Plan } from '../plan/plan.ts'
import { Session } from '../plan/session.ts'
import { timelinesUnder } from '../plan/timelines-under.ts'
import type { Text } from '../text/text.ts'
import { parseDay } from '../values/date.ts'

/** What does not agree in a ledger, before anything is asked of it. */
interface LedgerConflict {
  /** RFC 6901 pointers to what disagrees; some of it may not be in the ledger. */
  readonly pointers: readonly string[]
  /** To what else of the record the check compares. */
  readonly compared: readonly string[]
  /** Whether it is one value that cannot be, whatever the others are: below its least, or of a day still to come. */
  readonly isOfOneValue: boolean
  readonly text: Text
}

/**
 * The conflicts that an evaluation of the ledger on a day, `YYYY-MM-DD`, would tell. Throws `InputError` where the ledger
 * cannot be read.
 */
export function ledgerConflicts(plan: Plan, ledger: unknown, day: string): LedgerConflict[] {
  const profile = plan.pack.defaultProfile
  const timelines = timelinesUnder(plan, profile === undefined ? undefined : plan.profiles.get(profile))
  const session = new Session(parseDay(day) ?? NaN, timelines, plan.hoisted)
  return loadLedger(plan, ledger, session).conflicts.map((conflict) => {
    const { check, record, facts, bound } = conflict
    const at = ({ path }: Given) => `${recordPointer(record)}${pointerOf(path)}`
    return {
      pointers: facts.map(at),
      compared: askedBy(plan, check)
        .filter((fact) => fact.scope === record.scope && !facts.includes(fact))
        .map(at),
      isOfOneValue: check === 'ledger-day' || bound?.bound.kind === 'constant',
      text: conflictText(plan, session, conflict),
    }
  })
}

/** The given facts that a check reads. */
function askedBy({ constraints }: Plan, id: string): Given[] {
  return [...constraints.byFact].flatMap(([fact, rules]) =>
    rules.some(({ check }) => check?.entry.id === id) ? [fact] : [],
  )
}
