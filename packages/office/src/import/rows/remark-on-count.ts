import { ledgerPart, type ImportColumn } from '@tiaoli/engine/plan'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { personsIn } from '../../values/persons-in.ts'
import { says } from '../../values/text-form.ts'

type Without = NonNullable<ImportColumn['without']>

/** A cell in words that speaks of those whom a number may count as well, and how many it says they are. */
export interface RemarkOnCount {
  readonly at: SheetColumn
  readonly number: number | undefined
}

/** What a row says of them in a remark, or in a column that is not known and whose heading says nothing of them. */
export function remarkOnCount(
  { others = [], own = [], beside }: Without,
  row: TableRow,
  reading: SheetReading,
): RemarkOnCount | undefined {
  const found = remarksBeside(row, reading).find(
    ({ at, text }) =>
      !says([...others, ...own], [at.headings.join('／')]) &&
      says(others, [text]) &&
      !says([...own, ...beside], [text]),
  )
  return found && { at: found.at, number: personsIn(found.text) }
}

/** The cells of a row in columns of remarks and in those that are not known. */
export function remarksBeside(row: TableRow, reading: SheetReading): { at: SheetColumn; text: string }[] {
  const { head, matches } = reading.found
  return head.columns.flatMap((at) => {
    const isRemark = (matches.get(at) ?? []).every(({ remark }) => remark === true)
    const cell = isRemark ? row.cells.get(at.column) : undefined
    return cell && !reading.cells.isBlank(cell) ? [{ at, text: cell.text }] : []
  })
}

/** Leaves out the number of those whom a remark says to be others than the cell does: 0 beside 1名党员组织关系未转. */
export function contestByRemark(record: DraftRecord, without: Without, row: TableRow, reading: SheetReading): void {
  const { draft } = reading
  const part = ledgerPart(draft.plan.scopes, without.fact)
  if (part?.kind !== 'fact' || part.scope !== record.scope) return
  const value = record.valueOf(part.path)
  const place = record.placeOf(part.path)
  const remark = typeof value === 'number' && place ? remarkOnCount(without, row, reading) : undefined
  if (!remark || !place || (remark.number ?? Math.max(Number(value), 1)) === value) return
  const other = reading.place(row.number, remark.at)
  record.contest(part.path, other)
  draft.note('contradiction', place, { other })
}
