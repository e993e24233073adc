import type { Policy, Report, Text } from '@tiaoli/engine'
import { isUnknown, recordPointer, type Plan } from '@tiaoli/engine/plan'
import { Evaluation, missingFor, readOptions, type LedgerRecord } from '@tiaoli/engine/runtime'
import { wayUp } from '../way-up.ts'

type Table = Plan['tables'][number]
type Row = Table['rows'][number]

/** A record that a row counts, or might. */
interface TableRecord {
  readonly scope: string
  readonly pointer: string
}

/** A record that a row counts, and what it adds. */
interface CountedRecord extends TableRecord {
  readonly adds: number
}

/** A record of which it is not known whether a row counts it, and what would tell. */
interface OpenRecord extends TableRecord {
  readonly lacks: readonly Text[]
}

/** A row of a statistics form as a ledger fills it. */
export interface FilledRow {
  readonly id: string
  /** Absent where the ledger cannot say. */
  readonly value?: number
  /** The records behind the number. */
  readonly counted: readonly CountedRecord[]
  /** The records of which it is not known whether they count, or with how much. */
  readonly open: readonly OpenRecord[]
  /** How many records are known not to count, or to add nothing. */
  readonly left: number
  /** Some list of these records is not given: there may be more. */
  readonly isIncomplete: boolean
  /** Its records are of a kind that is not within those asked for. */
  readonly isOutside?: true
}

/** Whether there are records for a row, and of none is it known whether it counts. */
export function isNothingKnown({ counted, open, left }: FilledRow): boolean {
  return open.length > 0 && counted.length === 0 && left === 0
}

/** The same ledger, day and parameters as of a report, for what no finding tells. */
export function evaluationOf(
  policy: Policy,
  ledger: unknown,
  { receipt }: Pick<Report, 'receipt'>,
  subjects?: readonly string[],
): Evaluation {
  const { asOf, profile, parameters } = receipt
  return new Evaluation(policy, ledger, readOptions(policy.plan, { asOf, profile, parameters, subjects }))
}

/**
 * Counts the rows of a statistics form. What is not known counts nowhere and is told apart. Where some records were asked
 * for, only they and those below them count.
 */
export function fillTable(table: Table, evaluation: Evaluation): FilledRow[] {
  const { plan, asked, settings } = evaluation
  const only = settings.subjects && new Set([...plan.scopes.values()].flatMap((scope) => asked.of(scope)))
  return table.rows.map((row) => fillRow(row, evaluation, only))
}

function fillRow(
  { entry: { id }, counted: rule }: Row,
  { session, plan }: Evaluation,
  only: ReadonlySet<LedgerRecord> | undefined,
): FilledRow {
  if (!rule) return { id, counted: [], open: [], left: 0, isIncomplete: false }
  const { scope, where, sum } = rule
  if (only && ![...only].some((record) => wayUp(scope).includes(record.scope)))
    return { id, counted: [], open: [], left: 0, isIncomplete: false, isOutside: true }
  const context = session.context(session.asOf, 0)
  const counted: CountedRecord[] = []
  const open: OpenRecord[] = []
  let left = 0
  for (const record of session.index.records.of(scope)) {
    if (only && !isOneOfOrBelow(record, only)) continue
    const isIn = where ? where.run(record, context) : true
    if (isIn === false) {
      left++
      continue
    }
    const adds = sum ? sum.run(record, context) : 1
    const isKnown = isIn === true && !isUnknown(adds)
    const number = typeof adds === 'number' ? adds : 0
    if (!isKnown) {
      const missing = missingFor(plan, { condition: where, expression: sum }, record, context)
      open.push({ ...referenceTo(record), lacks: missing.map(({ text, label }) => text ?? label) })
    } else if (number === 0) left++
    else counted.push({ ...referenceTo(record), adds: number })
  }
  const value = counted.reduce((total, { adds }) => total + adds, 0)
  return { id, value, counted, open, left, isIncomplete: session.index.incomplete.has(scope) }
}

function referenceTo(record: LedgerRecord): TableRecord {
  return { scope: record.scope.name, pointer: recordPointer(record) }
}

/** Whether a record is one of some, or below one. */
export function isOneOfOrBelow(record: LedgerRecord, some: ReadonlySet<LedgerRecord>): boolean {
  return wayUp(record).some((one) => some.has(one))
}
