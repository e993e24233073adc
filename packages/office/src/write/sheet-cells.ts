import { addressOf } from '../cells/address.ts'
import { isChineseText } from './font-names.ts'
import { NumberFormats } from './number-formats.ts'
import { MAIN } from './spreadsheet-names.ts'
import type { CellValue } from './table-sheet.ts'
import { inXml } from './xml.ts'

/** Excel holds no longer text in a cell. */
const CELL_LIMIT = 32_767

/** Texts of cells, and formats of their numbers, each written once. */
export class SharedTexts {
  readonly formats = new NumberFormats()
  readonly #places = new Map<string, number>()

  placeOf(text: string): number {
    const place = this.#places.get(text) ?? this.#places.size
    this.#places.set(text, place)
    return place
  }

  isChinese(): boolean {
    return [...this.#places.keys()].some(isChineseText)
  }

  xml(): string {
    const items = [...this.#places.keys()].map((text) => `<si><t xml:space="preserve">${inXml(text)}</t></si>`)
    return `<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}

export function cell(column: number, at: number, value: CellValue, look: number, texts: SharedTexts): string {
  const place = addressOf({ row: at, column: column + 1 })
  if (value === undefined || value === '') return `<c r="${place}" s="${look}"/>`
  if (typeof value === 'number') return `<c r="${place}" s="${look}"><v>${value}</v></c>`
  if (typeof value === 'object') return `<c r="${place}" s="${look}"><v>${value.value}</v></c>`
  const text = value.length > CELL_LIMIT ? `${value.slice(0, CELL_LIMIT - 1)}…` : value
  // Excel reads _x0041_ as a sign by its number.
  return `<c r="${place}" s="${look}" t="s"><v>${texts.placeOf(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</v></c>`
}
