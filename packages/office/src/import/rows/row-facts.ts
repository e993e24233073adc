import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { wayDown } from '../record/way-down.ts'
import type { FactRecords } from './fact-records.ts'
import type { RowRecords } from './row-cells.ts'

/** Sets facts of the records that have them. */
export class RowFacts {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #records: FactRecords

  constructor(reading: SheetReading, scope: Scope, records: FactRecords) {
    this.#reading = reading
    this.#scope = scope
    this.#records = records
  }

  /** Sets facts, each of the record that has it. */
  setAll(
    facts: Readonly<Record<string, unknown>> | undefined,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    for (const [name, value] of Object.entries(facts ?? {})) this.set(name, value, column, records, place)
  }

  /** Sets a fact of the record that has it, which is returned. */
  set(
    name: string,
    value: unknown,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): DraftRecord | undefined {
    const target = this.#records.target(name, column, records, place)
    if (!target) return undefined
    if (!this.#namesOrganization(column)) this.tellShared(name, column, records, place)
    this.#reading.draft.set(target, name, value, place, this.#reading.head, place)
    return target
  }

  /** Whether an organization is named in a column, which is told of its cells by itself. */
  #namesOrganization({ at }: ReadColumn): boolean {
    return this.#reading.columns.some((column) => column.at === at && column.mapped.organization !== undefined)
  }

  /** What a cell says that is merged over the rows of several records, it says of each of them. */
  tellShared(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const first = this.cellOfSeveral(name, column, records)
    if (first !== undefined) this.#reading.draft.note('same-for-several', { ...place, cell: first })
  }

  /** The cell of a fact that is merged over the rows of several records, and would be of each. */
  cellOfSeveral(name: string, { at }: ReadColumn, { row }: RowRecords): string | undefined {
    const part = ledgerPart(this.#reading.draft.plan.scopes, name)!
    const naming = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.name)
    const isOwn = wayDown(this.#scope, part.scope) !== undefined
    return isOwn ? this.#reading.merged.firstOfSeveral(row.cells.get(at.column), naming?.at) : undefined
  }

  /** The record that has a fact, as seen from the row. */
  target(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): DraftRecord | undefined {
    return this.#records.target(name, column, records, place)
  }
}
