import type { Scope } from '../../scope.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { says } from '../../values/text-form.ts'

/** Tells which names in a column are of units of another place, of which the ledger has no record. */
export class UnitsElsewhere {
  readonly #reading: SheetReading
  /** The names to which somebody comes who is not known to come from one of them, by column. */
  readonly #arrivals = new Map<ReadColumn, ReadonlySet<string>>()

  constructor(reading: SheetReading) {
    this.#reading = reading
  }

  /** Whether a name says so itself (广东…), or only those come to it who leave a unit to which others come. */
  has(scope: Scope, column: ReadColumn, name: string, row: TableRow): boolean {
    const { elsewhere } = column.mapped
    const { is, not = [] } = elsewhere ?? { is: [] }
    if (says(is, [name]) && !says(not, [name])) return true
    const from = column.mapped.from === undefined ? undefined : this.#reading.columnCalled(column.mapped.from)
    if (!from) return false
    const arrivals = this.#arrivals.get(column) ?? this.#arrivalsIn(scope, column, from)
    this.#arrivals.set(column, arrivals)
    return (
      !arrivals.has(this.#reading.draft.names.meanings.canonicalOf(name)) &&
      this.#isOwn(scope, this.#named(scope, from, row.cells), arrivals)
    )
  }

  /** Where members come to from units that are no such names themselves. */
  #arrivalsIn(scope: Scope, column: ReadColumn, from: ReadColumn): ReadonlySet<string> {
    const { sheet, found } = this.#reading
    const moves = sheet.rows
      .filter(({ number }) => number > found.head.lastRow)
      .map(({ cells }) => new Map(cells.map((cell) => [cell.column, cell])))
      .map((cells) => [this.#named(scope, from, cells), this.#named(scope, column, cells)] as const)
    const names = new Set(moves.flatMap(([, to]) => to ?? []))
    return new Set(moves.flatMap(([of, to]) => (to !== undefined && !this.#isOwn(scope, of, names) ? [to] : [])))
  }

  #isOwn(scope: Scope, name: string | undefined, among: ReadonlySet<string>): boolean {
    if (name === undefined) return false
    return among.has(name) || this.#reading.draft.names.find(scope, name).length > 0
  }

  #named(scope: Scope, { at }: ReadColumn, cells: TableRow['cells']): string | undefined {
    const text = cells.get(at.column)?.text
    if (text === undefined || text.trim() === '') return undefined
    const { meanings } = this.#reading.draft.names
    return meanings.canonicalOf(meanings.nameOf(scope, text))
  }
}
