import { columnLetters } from '../cells/address.ts'
import type { TableSheet } from './table-sheet.ts'

const SHEET = '_choices'
/** Below the title and the headings. */
const FIRST_ROW = 3

/** Lists to choose from, each once, on a hidden sheet. */
export class ChoiceLists {
  readonly #lists = new Map<string, readonly string[]>()

  /** Where a list is, as `Column` names it. */
  rangeOf(list: readonly string[]): string {
    const key = JSON.stringify(list)
    this.#lists.set(key, list)
    const column = columnLetters([...this.#lists.keys()].indexOf(key) + 1)
    return `${SHEET}!$${column}$${FIRST_ROW}:$${column}$${FIRST_ROW + list.length - 1}`
  }

  sheet(): TableSheet {
    const lists = [...this.#lists.values()]
    const length = Math.max(0, ...lists.map((list) => list.length))
    return {
      name: SHEET,
      hidden: true,
      title: SHEET,
      lines: [],
      columns: lists.map((_, i) => ({ heading: String(i + 1), width: 20, keepsText: true })),
      rows: Array.from({ length }, (_, row) => lists.map((list) => list[row])),
    }
  }
}
