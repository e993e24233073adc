import type { ImportTable } from '@tiaoli/engine/plan'
import type { Cell } from '../../workbook.ts'
import { readDate, type DateOrder } from '../../values/read-date.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import { keyOf } from '../../values/words.ts'

type Persons = NonNullable<ImportTable['persons']>

/** The column of that heading, of those that give nothing themselves as well. */
export function columnHeaded({ columns, asides }: SheetReading, heading: string): SheetColumn | undefined {
  return [...columns, ...asides].find(({ at }) => isCalled(at, heading))?.at
}

const IDENTITY = /^(?:\d{15}|\d{17}[\dx])$/

/** Whether two rows of one name may be of one person: no column tells them apart for certain. */
export function mayBeSame({ apart = [] }: Persons, a: TableRow, b: TableRow, reading: SheetReading): boolean {
  return !apart.some((heading) => {
    const at = columnHeaded(reading, heading)
    if (!at) return false
    const [one, other] = [a.cells.get(at.column), b.cells.get(at.column)]
    return one !== undefined && other !== undefined && areDifferent(one, other, reading.draft.words.dates)
  })
}

/** A day and its month are not different, nor is what cannot be read. */
function areDifferent(one: Cell, other: Cell, order: DateOrder | undefined): boolean {
  const [a, b] = [readDate(one, order)?.value, readDate(other, order)?.value]
  if (a !== undefined && b !== undefined) return !a.startsWith(b) && !b.startsWith(a)
  const keys = [one, other].map(({ text }) => keyOf(text).replace(/^'/, ''))
  return keys.every((key) => IDENTITY.test(key)) && keys[0] !== keys[1]
}
