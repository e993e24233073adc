import type { Policy, Report } from '@tiaoli/engine'
import { isUnknown, recordPointer, type Plan } from '@tiaoli/engine/plan'
import { Evaluation, readOptions, type LedgerRecord } from '@tiaoli/engine/runtime'

type Table = Plan['tables'][number]
type Row = Table['rows'][number]

/** A record that a row counts, or might. */
export interface CountedRecord {
  readonly scope: string
  readonly pointer: string
  /** What it adds. */
  readonly adds: number
}

/** A row of a statistics form as a ledger fills it. */
export interface FilledRow {
  readonly id: string
  /** Absent where the ledger cannot say. */
  readonly value?: number
  /** The records behind the number. */
  readonly counted: readonly CountedRecord[]
  /** The records of which it is not known whether they count, or with how much. */
  readonly open: readonly CountedRecord[]
  /** Some list of these records is not given: there may be more. */
  readonly isIncomplete: boolean
}

/** The same ledger, day and parameters as of a report, for what no finding tells. */
export function evaluationOf(policy: Policy, ledger: unknown, { receipt }: Pick<Report, 'receipt'>): Evaluation {
  const { asOf, profile, parameters } = receipt
  return new Evaluation(policy, ledger, readOptions(policy.plan, { asOf, profile, parameters }))
}

/** Counts the rows of a statistics form. What is not known counts nowhere and is told apart. */
export function fillTable(table: Table, evaluation: Evaluation): FilledRow[] {
  return table.rows.map((row) => fillRow(row, evaluation))
}

function fillRow({ entry: { id }, counted: rule }: Row, { session, asked }: Evaluation): FilledRow {
  if (!rule) return { id, counted: [], open: [], isIncomplete: false }
  const { scope, where, sum } = rule
  const context = session.context(session.asOf, 0)
  const counted: CountedRecord[] = []
  const open: CountedRecord[] = []
  for (const record of asked.of(scope)) {
    const isIn = where ? where.run(record, context) : true
    if (isIn === false) continue
    const adds = sum ? sum.run(record, context) : 1
    const isKnown = isIn === true && !isUnknown(adds)
    const number = typeof adds === 'number' ? adds : 0
    if (!isKnown) open.push(counting(record, 0))
    else if (number !== 0) counted.push(counting(record, number))
  }
  const value = counted.reduce((total, { adds }) => total + adds, 0)
  return { id, value, counted, open, isIncomplete: session.index.incomplete.has(scope) }
}

function counting(record: LedgerRecord, adds: number): CountedRecord {
  return { scope: record.scope.name, pointer: recordPointer(record), adds }
}
