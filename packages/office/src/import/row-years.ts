import { relativeYear } from './heading-year.ts'
import { dateIn } from './read-date.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn, SheetReading, TableRow } from './sheet-reading.ts'

/** Of which year a row, and what a column gives in it, is. */
export class RowYears {
  readonly #reading: SheetReading
  readonly #cells: RowCells

  constructor(reading: SheetReading, cells: RowCells) {
    this.#reading = reading
    this.#cells = cells
  }

  /** The year of what a column gives, in a row. */
  yearOf({ at: { headings }, mapped }: ReadColumn, row: TableRow): number | undefined {
    const { found, day, yearColumns } = this.#reading
    const year = mapped.year ?? found.table.year
    if (typeof year === 'number') return year
    if (typeof year === 'object') {
      const column = this.#reading.columnCalled(year.column)
      return column && this.#yearIn(column, row)
    }
    const [own, ...others] = yearColumns
    if (own) return others.length > 0 || relativeYear(headings) === 'previous' ? undefined : this.#yearIn(own, row)
    if (year === undefined || year === 'heading' || day === undefined) return undefined
    return Number(day.slice(0, 4)) - (year === 'previous' ? 1 : 0)
  }

  /** “Last year” beside a column of years may be the year before that one. */
  isOfTwoYears({ at: { headings }, mapped }: ReadColumn): boolean {
    const { yearColumns } = this.#reading
    return typeof mapped.year !== 'number' && yearColumns.length > 0 && relativeYear(headings) === 'previous'
  }

  /** The year of which the whole row is; that it is not known is noted. */
  yearOfRow(row: TableRow): number | undefined {
    const [first] = this.#reading.columns
    if (!first) return undefined
    const year = this.yearOf({ at: { ...first.at, headings: [] }, mapped: { headings: [] } }, row)
    if (year === undefined) this.#reading.draft.note('year-not-known', this.#reading.place(row.number, first.at))
    return year
  }

  #yearIn(column: ReadColumn, row: TableRow): number | undefined {
    const date = dateIn(this.#cells.cell(column, row)?.text.replace(/度$/, '') ?? '')?.value
    return date === undefined ? undefined : Number(date.slice(0, 4))
  }
}
