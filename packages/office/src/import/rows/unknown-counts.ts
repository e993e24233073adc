import type { ImportColumn } from '@tiaoli/engine/plan'
import type { Cell } from '../../workbook.ts'
import { readDate } from '../../values/read-date.ts'
import { wholeNumberIn } from '../../values/read-number.ts'
import { says } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

type Without = NonNullable<ImportColumn['without']>

/** What a column that the table does not know may leave of a number. */
export interface Less {
  readonly at: SheetColumn
  readonly least: number
  /** Whether its cell is a number. */
  readonly isCounted: boolean
}

/** The cells of a row in columns that are not known and may say that a number counts others as well: 流动党员数. */
export function lessByUnknown(value: number, without: Without, row: TableRow, reading: SheetReading): Less[] {
  const { head, matches } = reading.found
  return head.columns
    .filter((at) => !matches.has(at))
    .flatMap((at) => {
      const heading = [at.headings.join('／')]
      const isOwn = says(without.own ?? [], heading)
      if (says(without.beside, heading) || !(isOwn || says(without.others ?? [], heading))) return []
      const left = leftOf(value, isOwn, row.cells.get(at.column), reading)
      return left && left.least < value ? { at, ...left } : []
    })
}

/** How many a cell may leave of a number: it is the number of those who count (`isOwn`), or of others. */
function leftOf(
  value: number,
  isOwn: boolean,
  cell: Cell | undefined,
  { draft: { words }, cells }: SheetReading,
): Pick<Less, 'least' | 'isCounted'> | undefined {
  if (!cell || cells.isBlank(cell) || readDate(cell, words.dates)) return undefined
  const number = wholeNumberIn(cell.text, ['人', '名'])
  if (number !== undefined) return { least: isOwn ? number : Math.max(value - number, 0), isCounted: true }
  const key = keyOf(cell.text)
  const areAllOwn = isOwn ? words.yes.has(key) : words.none.has(key) || words.no.has(key)
  return areAllOwn ? undefined : { least: 0, isCounted: false }
}
