import { ledgerPart } from '@tiaoli/engine/plan'
import { relativeYear } from '../columns/heading-year.ts'
import { yearOf } from '../../values/year-of.ts'
import { dateIn, readDate } from '../../values/read-date.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

const FIRST_MONTHS = /^\d{4}-0[1-3]/

/** Of which year a row, and what a column gives in it, is. */
export class RowYears {
  readonly #reading: SheetReading
  readonly #cells: RowCells

  constructor(reading: SheetReading, cells: RowCells) {
    this.#reading = reading
    this.#cells = cells
  }

  /** The year of what a column gives, in a row. */
  yearOf({ at, mapped }: ReadColumn, row: TableRow): number | undefined {
    const { headings } = at
    const { found, day, year: meant, yearColumns } = this.#reading
    const year = mapped.year ?? found.table.year
    if (typeof year === 'number') return year
    if (typeof year === 'object') {
      const column = this.#reading.columnCalled(year.column)
      return column && this.#yearIn(column, row)
    }
    const [own, ...others] = yearColumns
    if (own) return others.length > 0 || relativeYear(headings) === 'previous' ? undefined : this.#yearIn(own, row)
    const counted = year === 'cell' ? relativeYear(headings) : year
    if (year === 'cell' && counted === undefined) return found.head.year ?? this.#yearOfCell({ at, mapped }, row)
    if (counted === undefined || counted === 'heading') return undefined
    // What the table says of all its columns is counted from the day on which it is filled in.
    const isSaid = mapped.year !== undefined || relativeYear(headings) !== undefined
    const base = isSaid ? meant : day === undefined ? undefined : yearOf(day)
    return base === undefined ? undefined : base - (counted === 'previous' ? 1 : 0)
  }

  /** “Last year” beside a column of years may be the year before that one, and what has no date of this year or the last. */
  isYearUnclear({ at: { headings }, mapped }: ReadColumn): boolean {
    const { yearColumns, found } = this.#reading
    if (typeof mapped.year === 'number') return false
    const relative = relativeYear(headings)
    if (yearColumns.length > 0) return relative === 'previous'
    return (mapped.year ?? found.table.year) === 'cell' && relative === undefined && found.head.year === undefined
  }

  /** The year of which the whole row is; that it is not known is noted. */
  yearOfRow(row: TableRow): number | undefined {
    const [first] = this.#reading.columns
    if (!first) return undefined
    const year = this.yearOf({ at: { ...first.at, headings: [] }, mapped: { headings: [] } }, row)
    if (year === undefined) this.#reading.draft.note('year-not-known', this.#reading.place(row.number, first.at))
    return year
  }

  /** Whether what is done for a year, or in the next, is of another by its date: one of the first months is for the year before. */
  isForOtherYear(column: ReadColumn, row: TableRow, name: string, date: string): boolean {
    const part = ledgerPart(this.#reading.draft.plan.scopes, name)
    if (part?.kind !== 'fact' || !part.fact.intoNextYear) return false
    const year = this.yearOf(column, row)
    if (year === undefined) return false
    return yearOf(date) === year ? FIRST_MONTHS.test(date) : yearOf(date) !== year + 1
  }

  /** The year of the date in a cell, unless it may be of what was still to be done for the year before. */
  #yearOfCell(column: ReadColumn, row: TableRow): number | undefined {
    const cell = this.#cells.cell(column, row)
    const date = cell && readDate(cell, this.#reading.draft.words.dates)?.value
    const part = ledgerPart(this.#reading.draft.plan.scopes, column.mapped.fact ?? '')
    const isLate = part?.kind === 'fact' && part.fact.intoNextYear && FIRST_MONTHS.test(date ?? '')
    return date === undefined || isLate ? undefined : yearOf(date)
  }

  #yearIn(column: ReadColumn, row: TableRow): number | undefined {
    const text = this.#cells.cell(column, row)?.text.replace(/度$/, '') ?? ''
    const date = dateIn(text, this.#reading.draft.words.dates)?.value
    return date === undefined ? undefined : yearOf(date)
  }
}
