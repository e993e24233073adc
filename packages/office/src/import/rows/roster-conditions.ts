import type { ImportCondition, ImportTable } from '@tiaoli/engine/plan'
import { isExceptFor } from '../columns/conditions.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { meetsCondition } from './meets-condition.ts'

/** Tells of the rows of a roster for which facts they count. */
export class RosterConditions {
  readonly #reading: SheetReading
  readonly #counts: NonNullable<ImportTable['counts']>
  /** It is asked for each record to which a row may belong. */
  readonly #met = new WeakMap<TableRow, readonly (boolean | undefined)[]>()
  /** What says of rows that they do not count, in columns that the sheet has. */
  readonly except: readonly ImportCondition[]

  constructor(reading: SheetReading) {
    const { counts = [], except = [] } = reading.found.table
    this.#reading = reading
    this.#counts = counts
    this.except = except.filter((one) => reading.columnCalled(one.column) !== undefined)
  }

  /** Whether a row counts for a fact; undefined where a cell does not say it. */
  isMet(row: TableRow, count: number): boolean | undefined {
    let met = this.#met.get(row)
    if (!met) this.#met.set(row, (met = this.#counts.map((_, i) => this.#meets(row, i))))
    return met[count]
  }

  #meets(row: TableRow, count: number): boolean | undefined {
    const { where = [] } = this.#counts[count]!
    const met = new Set([
      ...where.map((condition) => meetsCondition(condition, row, this.#reading)),
      ...this.#exceptFor(count).map((condition) => negated(this.isExcepted(condition, row))),
    ])
    return met.has(false) ? false : met.has(undefined) ? undefined : true
  }

  /** What keeps rows from counting for a fact. */
  #exceptFor(count: number): readonly ImportCondition[] {
    return isExceptFor(this.#counts[count]!.where ?? [], this.except) ? this.except : []
  }

  /** Whether a row says that it does not count. “/” does not say it of a person, nor that it does. */
  isExcepted(condition: ImportCondition, row: TableRow): boolean | undefined {
    const { none, no } = this.#reading.draft.words
    const cell = row.cells.get(this.#reading.columnCalled(condition.column)!.at.column)
    const key = cell && keyOf(cell.text)
    const met = meetsCondition(condition, row, this.#reading)
    return met === false && key !== undefined && none.has(key) && !no.has(key) ? undefined : met
  }

  /** The first cell that leaves open whether the row counts; a column that is not in the sheet is asked of no row. */
  tellUnclear(row: TableRow): void {
    for (const [i, { where = [] }] of this.#counts.entries()) {
      if (this.isMet(row, i) !== undefined) continue
      const unclear = [
        ...where.filter((condition) => meetsCondition(condition, row, this.#reading) === undefined),
        ...this.#exceptFor(i).filter((condition) => this.isExcepted(condition, row) === undefined),
      ]
      const [at] = unclear.flatMap(({ column }) => this.#reading.columnCalled(column)?.at ?? [])
      if (!at) continue
      this.#reading.draft.note('not-counted', this.#reading.place(row.number, at))
      return
    }
  }

  /** The column by which a row does not count, where nothing else is said of it. */
  tellExcepted(row: TableRow): void {
    const by = this.except.find((condition) => this.isExcepted(condition, row) === true)
    if (by)
      this.#reading.draft.note(
        'row-not-counted',
        this.#reading.place(row.number, this.#reading.columnCalled(by.column)!.at),
      )
  }
}

function negated(said: boolean | undefined): boolean | undefined {
  return said === undefined ? undefined : !said
}
