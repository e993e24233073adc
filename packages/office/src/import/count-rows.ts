import { addressOf } from '../cells/address.ts'
import type { FilePlace } from '../office-error.ts'
import type { Cell } from '../workbook.ts'
import type { DraftRecord } from './draft-record.ts'
import { findRecord } from './find-record.ts'
import { meetsCondition } from './meets-condition.ts'
import type { SheetReading, TableRow } from './sheet-reading.ts'
import { TextForms } from './text-form.ts'
import { keyOf } from './words.ts'

/** How many rows of a record count for each fact; `undefined` where that of one is not known. */
interface Counted {
  readonly numbers: (number | undefined)[]
  readonly rows: number[]
}

/** Counts the rows of a roster. Of the persons in it nothing is kept but how many they are. */
export function countRows(reading: SheetReading): void {
  const { draft, found } = reading
  const { counts = [] } = found.table
  const column = reading.columns.find(({ mapped }) => mapped.record !== undefined)
  const scope = column && draft.plan.scopes.get(column.mapped.record!)
  if (!column || !scope) return
  const forms = new TextForms(column.mapped.words ?? {})
  const counted = new Map<DraftRecord, Counted>()
  let above: Cell | undefined
  for (const row of reading.rows()) {
    const place = reading.place(row.number, column.at)
    let cell = row.cells.get(column.at.column)
    if (cell && draft.words.same.has(keyOf(cell.text))) cell = above
    else above = cell
    if (!reading.isName(cell, place)) continue
    if (forms.match(cell.text)?.meaning === null) {
      draft.note('row-not-counted', place)
      continue
    }
    const record = findRecord(draft, scope, cell.text, undefined, place)
    if (record) add(record, row)
    for (const { at, mapped } of reading.columns)
      if (mapped.remark && !reading.isBlank(row.cells.get(at.column)))
        draft.note('remark', reading.place(row.number, at))
  }
  for (const [record, { numbers, rows }] of counted)
    for (const [i, { fact }] of counts.entries()) {
      const number = numbers[i]
      const place = rangeOf(rows)
      if (number !== undefined) draft.set(record, fact, number, place, undefined, place)
    }

  function add(record: DraftRecord, row: TableRow): void {
    const before = counted.get(record) ?? { numbers: counts.map(() => 0), rows: [] }
    counted.set(record, before)
    before.rows.push(row.number)
    let isNoted = false
    for (const [i, { where = [] }] of counts.entries()) {
      const met = where.map((condition) => {
        const named = reading.columnCalled(condition.column)
        return named && meetsCondition(condition, row.cells.get(named.at.column), reading)
      })
      const isMet = met.includes(false) ? false : met.includes(undefined) ? undefined : true
      const number = before.numbers[i]
      before.numbers[i] = number === undefined || isMet === undefined ? undefined : number + (isMet ? 1 : 0)
      if (isMet === undefined && !isNoted) {
        const unclear = where[met.indexOf(undefined)]!
        draft.note('not-counted', reading.place(row.number, reading.columnCalled(unclear.column)?.at ?? column!.at))
        isNoted = true
      }
    }
  }

  function rangeOf(rows: readonly number[]): FilePlace {
    const [first, last] = [rows[0]!, rows.at(-1)!].map((row) => addressOf({ row, column: column!.at.column }))
    return { file: reading.file, sheet: reading.sheet.name, cell: first === last ? first! : `${first}:${last}` }
  }
}
