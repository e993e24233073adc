import type { FilePlace } from '../../office-error.ts'
import { dateIn, readDate } from '../../values/read-date.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { waitsFor } from './waits-for.ts'
import { keyOf } from '../../values/words.ts'

interface Given {
  readonly column: ReadColumn
  readonly place: FilePlace
  /** Undefined where it is not understood, or yet to come. */
  readonly date: string | undefined
  readonly isAhead: boolean
}

/**
 * The columns of a row that are not to be read, for others give a later date of the same fact (`latest`): an election
 * after an appointment begins a new term. Where one of the dates is not understood, it is not known which is the latest.
 */
export function overtakenIn(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): ReadonlySet<ReadColumn> {
  const overtaken = new Set<ReadColumn>()
  const asked = read.filter(({ mapped }) => mapped.latest)
  for (const fact of new Set(asked.map(({ mapped }) => mapped.fact))) {
    const given = asked
      .filter(({ mapped }) => mapped.fact === fact)
      .flatMap((column) => {
        const one = givenIn(row, column, reading, cells)
        if (one === 'none') overtaken.add(column)
        return typeof one === 'object' ? [one] : []
      })
    const latest = given
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1)
    const open = given.filter(({ date }) => date === undefined).map(({ column }) => column.at)
    const isUnknown = open.length > 0
    const unknown = waitsFor(open)
    // An end says nothing of a period that may have begun since.
    for (const column of isUnknown ? read.filter(({ mapped }) => mapped.plusYears && mapped.fact === fact) : []) {
      if (!cells.cell(column, row) || open.includes(column.at)) continue
      reading.draft.note('waits-for-other', reading.place(row.number, column.at), unknown)
      overtaken.add(column)
    }
    for (const { column, date, place, isAhead } of given) {
      if (isAhead) {
        overtaken.add(column)
        reading.draft.note('impossible', place)
      }
      if (date === undefined || latest === undefined) continue
      if (isUnknown) reading.draft.note('waits-for-other', place, unknown)
      if (isUnknown || !mayBeSame(date, latest)) overtaken.add(column)
    }
  }
  return overtaken
}

/** The date that a column gives in a row: `none` where its words say that there is none. */
function givenIn(
  row: TableRow,
  column: ReadColumn,
  reading: SheetReading,
  cells: RowCells,
): Given | 'none' | undefined {
  const cell = cells.cell(column, row)
  if (!cell) return undefined
  const { dates, none } = reading.draft.words
  const isNone = none.has(keyOf(cell.text))
  const match = cells.match(column.mapped, cell.text)
  const own = match?.filling.get('')
  if (isNone || (typeof match?.meaning === 'object' && own === undefined)) return 'none'
  const date = (own === undefined ? readDate(cell, dates) : dateIn(own, dates))?.value
  const { day } = reading
  const isAhead = date !== undefined && day !== undefined && date > day && !mayBeSame(date, day)
  return { column, place: reading.place(row.number, column.at), date: isAhead ? undefined : date, isAhead }
}

/** A month and a day in it do not differ. */
function mayBeSame(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}
