import { ledgerPart } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { findRecord } from '../ledger/find-record.ts'
import { areSeveralRecords } from '../names/several-names.ts'
import { wayDown } from '../record/way-down.ts'
import type { CellWords } from './cell-words.ts'
import { looksNamed, NO_REFERENCE } from './looks-named.ts'
import type { RowCells, RowRecords } from './row-cells.ts'
import type { RowFacts } from './row-facts.ts'

/** Reads columns whose cells name records to which the row’s refers. */
export class RowReferences {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #cells: RowCells
  readonly #facts: RowFacts
  readonly #words: CellWords

  constructor(reading: SheetReading, scope: Scope, cells: RowCells, facts: RowFacts, words: CellWords) {
    this.#reading = reading
    this.#scope = scope
    this.#cells = cells
    this.#facts = facts
    this.#words = words
  }

  /** A column whose cells name a record to which the row’s refers. */
  read(column: ReadColumn, records: RowRecords): void {
    const { draft } = this.#reading
    const { row } = records
    const part = ledgerPart(draft.plan.scopes, column.mapped.record!)!
    const to = part.kind === 'fact' ? part.fact.to! : part.scope
    const place = this.#reading.place(row.number, column.at)
    const cell = this.#cells.cell(column, row)
    if (!cell) {
      this.#cells.tellSameAsNothing(column, row)
      return
    }
    if (to === this.#scope || wayDown(to, this.#scope) !== undefined) {
      if (to === this.#scope && cell.kind !== 'error') this.#words.setWords(column, cell, records, place)
      return
    }
    if (this.#reading.cells.refuseUnreadable(cell, place)) return
    const match = this.#cells.match(column.mapped, cell.text)
    if (draft.words.none.has(keyOf(cell.text)) || match?.meaning === null) return
    if (areSeveralRecords(draft.names, to, cell.text)) {
      draft.note('several-organizations', place)
      return
    }
    if (!looksNamed(column.mapped, cell.text)) {
      draft.note('not-a-name', place, { text: NO_REFERENCE })
      return
    }
    const below = draft.unnamed(to.parent!)
    const record = findRecord(draft, to, match?.filling.get('') ?? cell.text, below, place)
    if (!record) return
    records.named.set(to, record)
    const referring = part.kind === 'fact' && this.#facts.target(part.fact.name, column, records, place)
    if (referring) draft.set(referring, part.fact.name, record.valueOf(to.id!.path), place, undefined, place)
    this.#words.setWords(column, cell, records, place)
    this.#facts.setAll(column.mapped.sets, column, records, place)
  }
}
