import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { Filling } from '../../values/text-form.ts'
import type { FactCells } from './fact-cells.ts'
import type { RowCells, RowRecords } from './row-cells.ts'
import type { RowFacts } from './row-facts.ts'

/** Sets what the words of a column mean, and what stands in their holes. */
export class CellWords {
  readonly #cells: RowCells
  readonly #facts: RowFacts
  readonly #factCells: FactCells

  constructor(cells: RowCells, facts: RowFacts, factCells: FactCells) {
    this.#cells = cells
    this.#facts = facts
    this.#factCells = factCells
  }

  /** Sets what the words of a column say of a cell. */
  setWords(column: ReadColumn, cell: Cell, records: RowRecords, place: FilePlace): void {
    const match = this.#cells.match(column.mapped, cell.text)
    if (!match) return
    this.setFilling(match.filling, column, records, place)
    if (typeof match.meaning === 'object') this.#facts.setAll(match.meaning ?? {}, column, records, place)
  }

  /** Sets the facts that stand in the holes of words. */
  setFilling(filling: Filling, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    for (const [name, text] of filling)
      if (name !== '') {
        records.settled.add(name)
        this.#factCells.set(name, { kind: 'text', value: text, text }, column, records, place)
      }
  }
}
