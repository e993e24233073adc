import { InputError, type Text } from '@tiaoli/engine'
import { addMonths, formatDay, isObject, ledgerConflicts, parseDay, pathOf, type Plan } from '@tiaoli/engine/plan'
import { yearOf } from './values/year-of.ts'

/** What does not agree, or cannot be, in a ledger that cells were read into. */
export interface LedgerFault {
  readonly kind: 'impossible' | 'conflict' | 'year-ahead'
  /** Pointers to the values. */
  readonly pointers: readonly string[]
  /** To the values that these do not agree with, where it is known which are wrong. */
  readonly compared?: readonly string[]
  readonly text?: Text
}

/** `YYYY-MM-DD`, or the last day of `YYYY-MM`. */
function lastDayOf(day: string): string {
  return day.length === 7 ? formatDay(addMonths(parseDay(`${day}-01`)!, 1) - 1) : day
}

/** Later than what any ledger tells. */
export const LATEST = '9999-12-31'

/**
 * What of a ledger is impossible whatever else is so, such as a count below its least or a day after that of the ledger.
 * `day` is that of the ledger, `YYYY-MM-DD` or `YYYY-MM`. Nothing where the ledger cannot be read at all.
 */
export function impossibleIn(plan: Plan, ledger: unknown, day: string | undefined): LedgerFault[] {
  return conflictsOf(plan, ledger, day)
    .filter(({ isOfOneValue }) => isOfOneValue)
    .map(({ pointers, text }) => ({ kind: 'impossible', pointers, text }))
}

/** What of a ledger somebody has to look at: entries that contradict each other, and years that have not begun. */
export function doubtfulIn(
  plan: Plan,
  ledger: unknown,
  day: string | undefined,
  given: Iterable<string>,
): LedgerFault[] {
  const conflicts = conflictsOf(plan, ledger, day).filter(({ isOfOneValue }) => !isOfOneValue)
  return [
    ...conflicts.map(({ pointers, compared, text }): LedgerFault => ({ kind: 'conflict', pointers, compared, text })),
    ...yearsAhead(plan, given, day).map((pointer): LedgerFault => ({ kind: 'year-ahead', pointers: [pointer] })),
  ]
}

function conflictsOf(plan: Plan, ledger: unknown, day: string | undefined) {
  const last = day === undefined ? undefined : lastDayOf(day)
  const dated = isObject(ledger) && last !== undefined ? { ...ledger, on: last } : ledger
  try {
    return ledgerConflicts(plan, dated, last ?? LATEST)
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

/** Those of some values that are in the record of a year after that of the ledger. */
function yearsAhead(plan: Plan, pointers: Iterable<string>, day: string | undefined): string[] {
  if (day === undefined) return []
  const lists = new Set([...plan.scopes.values()].flatMap(({ keyed, list }) => (keyed ? [list] : [])))
  const last = yearOf(day)
  return [...pointers].filter((pointer) =>
    pathOf(pointer).some((step, i, path) => i > 0 && lists.has(path[i - 1]!) && Number(step) > last),
  )
}
