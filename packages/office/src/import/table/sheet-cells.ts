import { whyUnreadable } from '../../values/why-unreadable.ts'
import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import { keyOf } from '../../values/words.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import { isNoName } from './no-name.ts'
import type { TableRows } from './table-rows.ts'

/** Tells which cells of a table can be read, and notes those that cannot. */
export class SheetCells {
  readonly #draft: DraftLedger
  readonly #rows: TableRows

  constructor(draft: DraftLedger, rows: TableRows) {
    this.#draft = draft
    this.#rows = rows
  }

  /** Whether a cell says nothing. */
  isBlank(cell: Cell | undefined): boolean {
    if (!cell || cell.kind === 'empty') return true
    const key = keyOf(cell.text)
    return cell.kind !== 'error' && (key === '' || this.#draft.words.blank.has(key))
  }

  /** Refuses a cell that cannot be read whatever it is about, with a note. */
  refuseUnreadable(cell: Cell, place: FilePlace): boolean {
    const code = whyUnreadable(cell)
    if (code) this.#draft.note(code, place)
    return code !== undefined
  }

  /** Refuses a date, a sentence or a heading in place of a name, with a note. */
  refuseNoName(cell: Cell, place: FilePlace): boolean {
    const { names } = this.#draft
    const text = names.meanings.notesOf(cell.text).name
    const mayBeName =
      names.meanings.isSaid(text) || (!isNoName({ kind: cell.kind, text }) && !this.#rows.isHeading(text))
    if (!mayBeName) this.#draft.note('not-a-name', place)
    return !mayBeName
  }

  /** The cell that names a row, with a note where it does not: such a row is not read. */
  readName(cell: Cell | undefined, place: FilePlace): Cell | undefined {
    if (cell && whyUnreadable(cell) === 'cell-struck') {
      this.#draft.note('row-struck', place)
      return undefined
    }
    const isRead =
      !this.isBlank(cell) &&
      cell !== undefined &&
      !this.refuseUnreadable(cell, place) &&
      !this.#draft.words.none.has(keyOf(cell.text))
    if (!isRead) this.#draft.note('row-without-name', place)
    return isRead && !this.refuseNoName(cell, place) ? cell : undefined
  }
}
