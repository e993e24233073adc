import type { ImportTable } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import { readPerson, type PersonWords } from '../../person/read-person.ts'
import type { Cell } from '../../workbook.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import type { RosterConditions } from './roster-conditions.ts'
import { columnHeaded, mayBeSame } from './same-person.ts'

/** What in a row of a roster leaves open whether it counts, beside what is asked of it. */
export class RosterDoubts {
  readonly #reading: SheetReading
  readonly #column: ReadColumn
  readonly #conditions: RosterConditions
  readonly #persons: ImportTable['persons']
  /** The column with the names of the persons. */
  readonly #named: SheetColumn | undefined

  constructor(reading: SheetReading, column: ReadColumn, conditions: RosterConditions) {
    this.#reading = reading
    this.#column = column
    this.#conditions = conditions
    this.#persons = reading.found.table.persons
    this.#named = this.#persons && columnHeaded(reading, this.#persons.name)
  }

  /** A cell with words that leave open whether the row counts: 已转出, or a day under 转出时间. */
  inCells(row: TableRow): { place: FilePlace; other?: FilePlace } | undefined {
    const { unless = [] } = this.#persons ?? {}
    const hasWord = (text: string) => unless.some((word) => keyOf(text).includes(keyOf(word)))
    const { no, none } = this.#reading.draft.words
    const says = (cell: Cell) =>
      !this.#reading.cells.isBlank(cell) && ![no, none].some((words) => words.has(keyOf(cell.text)))
    const asked = new Set(this.#conditions.except.map(({ column }) => this.#reading.columnCalled(column)!.at.column))
    const { head, matches } = this.#reading.found
    const unknown = new Set(
      head.columns.filter((at) => !matches.has(at) && at.headings.some(hasWord)).map((at) => at.column),
    )
    const cell = [...row.cells.values()].find((one) =>
      unknown.has(one.column) ? says(one) : !asked.has(one.column) && hasWord(one.text),
    )
    return cell && { place: this.#reading.place(row.number, { ...this.#column.at, column: cell.column }) }
  }

  /** A row without a name, with those of several persons, or with one that another row of the record has, unless something tells them apart. */
  ofPerson(
    row: TableRow,
    rows: ReadonlyMap<string, readonly TableRow[]>,
  ): { place: FilePlace; other?: FilePlace } | undefined {
    const [persons, named] = [this.#persons, this.#named]
    if (!persons || !named) return undefined
    const place = this.#reading.place(row.number, named)
    const { meanings } = this.#reading.draft.names
    const name = this.nameIn(row)
    if (name === undefined || areSeveralPersons(row.cells.get(named.column)!.text, meanings.persons)) return { place }
    const twin = rows.get(name)?.find((other) => mayBeSame(persons, row, other, this.#reading))
    return twin && { place, other: this.#reading.place(twin.number, named) }
  }

  /** The name of the person of a row, as it is compared. */
  nameIn(row: TableRow): string | undefined {
    const at = this.#named
    if (!at) return undefined
    const cell = row.cells.get(at.column)
    const { none, same } = this.#reading.draft.words
    if (!cell || this.#reading.cells.isBlank(cell) || cell.kind !== 'text') return undefined
    const key = keyOf(cell.text)
    return none.has(key) || same.has(key) || !/\p{L}/u.test(key) ? undefined : key
  }
}

function areSeveralPersons(text: string, words: PersonWords): boolean {
  const who = readPerson(text, [], { words })
  return 'fault' in who && who.fault === 'several-persons'
}
