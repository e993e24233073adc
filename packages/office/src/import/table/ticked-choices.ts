import type { Cell, Sheet } from '../../workbook.ts'

const TICKED = '☑'
const EMPTY = '□'
const TICKS = /\([√✓✔✅]\)|[√✓✔✅■]/gu
const BOXES = /\(\)|☐/g
const BEFORE = /^(?:[☑□][^☑□]+){2,}$/
const BEHIND = /^(?:[^☑□]+[☑□]){2,}$/
const AROUND_WORD = /^[、,;/]+|[、,;/]+$/g

/** The word beside the only box that is ticked, of several with their words: 无 of □有☑无, 否 of 是□ 否☑. */
export function tickedChoice(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(TICKS, TICKED).replaceAll(BOXES, EMPTY)
  if (!plain.includes(EMPTY) || plain.split(TICKED).length !== 2) return undefined
  const parts = BEFORE.test(plain) ? plain.match(/[☑□][^☑□]+/g) : BEHIND.test(plain) ? plain.match(/[^☑□]+[☑□]/g) : null
  const chosen = parts?.find((part) => part.includes(TICKED))
  return chosen?.replace(TICKED, '').replaceAll(AROUND_WORD, '')
}

/** A sheet in which cells with choices say what is ticked. */
export function withTickedChoices(sheet: Sheet): Sheet {
  const choose = (cell: Cell): Cell => {
    const text = cell.kind === 'text' ? tickedChoice(cell.text) : undefined
    return text === undefined ? cell : { ...cell, kind: 'text', value: text, text }
  }
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(choose) })) }
}
