import type { Scope } from '../../scope.ts'
import { findRecord } from '../ledger/find-record.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import { bareTitle } from '../table/bare-title.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { recordsOf, type RowCells } from './row-cells.ts'
import type { RowSections } from './row-sections.ts'
import type { CellWords } from './cell-words.ts'
import type { RowYears } from './row-years.ts'
import { refuseSeveral } from './refuse-several.ts'
import { UnitsElsewhere } from './units-elsewhere.ts'
import { wayUp } from '../../way-up.ts'

/** The record around that of a row, and whether anything names it. */
export interface RowAround {
  readonly record: DraftRecord
  readonly isNamed: boolean
}

/** Tells what the record of a row belongs to, by the columns and titles that name it. */
export class RowSurroundings {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #cells: RowCells
  readonly #sections: RowSections
  readonly #years: RowYears
  readonly #words: CellWords
  /** The scope of the row and those around it of which other tables have named records. */
  readonly #elsewhere: ReadonlySet<Scope>
  readonly #unitsElsewhere: UnitsElsewhere

  constructor(
    reading: SheetReading,
    scope: Scope,
    cells: RowCells,
    sections: RowSections,
    years: RowYears,
    words: CellWords,
  ) {
    this.#reading = reading
    this.#scope = scope
    this.#cells = cells
    this.#sections = sections
    this.#years = years
    this.#words = words
    this.#unitsElsewhere = new UnitsElsewhere(reading)
    this.#elsewhere = new Set(wayUp(scope).filter((one) => reading.draft.names.has(one)))
  }

  /** The record around that of the row, by the columns that name it, if they do; undefined where a name is not found. */
  around(row: TableRow): RowAround | undefined {
    const { draft, columns } = this.#reading
    const way = wayUp(this.#scope).slice(1).reverse()
    let record = draft.root
    let isNamed = true
    for (const scope of way.slice(1)) {
      if (scope.keyed) {
        const [first] = columns
        if (!isNamed && first) draft.note('row-without-name', this.#reading.place(row.number, first.at))
        const year = isNamed ? this.#years.yearOfRow(row) : undefined
        if (year === undefined) return undefined
        record = record.add(scope, year)
        continue
      }
      const { column, cell, place } = this.#sections.naming(scope, row)
      const isNone = cell && draft.words.none.has(keyOf(cell.text))
      if (!column || !cell || !place || isNone || this.#reading.cells.refuseUnreadable(cell, place)) {
        isNamed = false
        continue
      }
      if (this.#reading.cells.refuseNoName(cell, place) || refuseSeveral(draft, scope, cell, place)) return undefined
      const shown = (this.#hasName(row) ? this.#ofWholeCell(scope, column, cell.text) : undefined) ?? cell.text
      const match = this.#cells.match(column.mapped, shown)
      if (match?.meaning === null) {
        draft.note('row-not-read', place)
        return undefined
      }
      const written = match?.filling.get('') ?? shown
      const { meanings } = draft.names
      const looks = meanings.looksOf(scope)
      const name =
        looks?.wholeName(written) ?? looks?.wholeName(bareTitle(written, meanings.endingsBut([scope]))) ?? written
      const found = findRecord(draft, scope, name, isNamed ? record : undefined, place, {
        code: 'row-of-unknown',
        isKnown:
          this.#unitsElsewhere.has(scope, column, name, row) ||
          (column.mapped.known === true && this.#elsewhere.has(scope)),
      })
      if (!found) {
        // What stands below a table, as who signs, is nothing that the rows after it belong to.
        if (!this.#hasName(row) && !draft.names.mayName(scope, name)) {
          this.#cells.ignore(cell)
          this.#sections.forgetAround()
        }
        return undefined
      }
      record = found
      isNamed = true
      // The words of a column are of whole names: 信丰 is 信丰县.
      const known = [shown, name, draft.names.meanings.meant(name)]
      const text = known.find((one) => this.#cells.match(column.mapped, one)) ?? name
      this.#words.setWords(column, { ...cell, text }, recordsOf(row, record), place)
    }
    return { record: isNamed ? record : draft.root, isNamed }
  }

  /** What the whole of a cell stands for, unless all of its column may say no more than where everything is: 赣州市. */
  #ofWholeCell(scope: Scope, { at }: ReadColumn, text: string): string | undefined {
    const { draft, sheet, found } = this.#reading
    const { names } = draft
    const meant = names.meanings.ofCell(text)
    if (meant === undefined) return undefined
    const others = sheet.rows
      .filter(({ number }) => number > found.head.lastRow)
      .flatMap(({ cells }) => cells.filter(({ column }) => column === at.column))
    const isClear = others.some(
      (cell) => names.meanings.ofCell(cell.text) === undefined && names.mayName(scope, cell.text),
    )
    return isClear ? meant : undefined
  }

  #hasName(row: TableRow): boolean {
    const column = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.name)
    return column !== undefined && !this.#reading.cells.isBlank(row.cells.get(column.at.column))
  }
}
