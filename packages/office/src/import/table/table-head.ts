import { addressOf, cellPosition } from '../../cells/address.ts'
import { Memory } from '../../remembered.ts'
import { dateAlone } from '../../values/date-alone.ts'
import type { Cell, Row, Sheet } from '../../workbook.ts'
import { yearOfTitles } from '../columns/heading-year.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { isTotal } from './no-name.ts'
import { hasLabel } from '../../values/words.ts'
import { lastColumnOf } from './last-column.ts'

/** The rows of headings of a table. */
export interface TableHead {
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly SheetColumn[]
  /** The year that the title of the table or the name of the sheet says it is of. */
  readonly year?: number | undefined
  /** Whether it says that the table is of a part of a year. */
  readonly isOfPart?: boolean
}

/** How far down a table may begin, and how many rows its headings may have. */
const BEGINS_BY = 15
const ROWS = 4

/** All rows of a sheet that may be the headings of a table, as it is seen. Merged cells are in them as a whole. */
export function headsOf({ name, rows: all, merges, centred }: Sheet): TableHead[] {
  const rows = all.filter(({ hidden }) => !hidden)
  const rowsOf = merges.map((range) => range.split(':').map((address) => rowIn(address)))
  const numbers = new Set(all.map(({ number }) => number))
  const ends = new Map(centred.map((range) => spanOf(range)))
  const filled = lastRowsFilled(all)
  return rows.slice(0, BEGINS_BY).flatMap((_, first) => {
    const heads: TableHead[] = []
    const year = yearOfTitles([name, ...titlesIn(rows.slice(0, first))])
    for (let count = 1; count <= ROWS && first + count <= rows.length; count++) {
      const some = rows.slice(first, first + count)
      if (count > 1 && isEndOfHeadings(some.at(-2)!, some, numbers)) break
      const [from, to] = [some[0]!.number, some.at(-1)!.number]
      const isCut = rowsOf.some(([top = 0, end = 0]) => top <= to && end >= from && (top < from || end > to))
      if (!isCut && (count === 1 || (isHeadingRow(some[0]!) && !isTitleBelow(some.at(-1)!, some[0]!))))
        heads.push({ ...headOf(some, ends, filled), ...(year === 'part' ? { isOfPart: true } : { year }) })
    }
    return heads
  })
}

/** Whether no headings may follow a row: it has data, is a title or a total, or there is an empty row below it. */
function isEndOfHeadings(row: Row, block: readonly Row[], numbers: ReadonlySet<number>): boolean {
  return (
    isDataRow(row) ||
    row.cells.some((cell) => cell.mergedInto === undefined && isTotal(cell.text)) ||
    (block.at(-1)!.number > row.number + 1 && !numbers.has(row.number + 1)) ||
    (row !== block[0] && isTitleBelow(row, block[0]!))
  )
}

/** Whether a row has a number beside words, which is no year and none of a series of headings: 1, 2, 3. */
export function isDataRow({ cells }: Row): boolean {
  const texts = cells.flatMap(({ kind, text, mergedInto }) =>
    kind === 'empty' || mergedInto !== undefined ? [] : [text.trim()],
  )
  const numbers = texts.filter((text) => NUMBER.test(text) && !YEAR.test(text)).map(Number)
  const isSeries = numbers.length > 2 && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1)
  return numbers.length > 0 && !isSeries && texts.some((text) => /\p{L}/u.test(text))
}

const NUMBER = /^\d+(?:\.\d+)?$/
const YEAR = /^(?:19|20)\d\d$/

function rowIn(address: string): number {
  return Number(/\d+$/.exec(address)?.[0])
}

/** A title is one text, and the lines above a table have a day or a label with what it says. */
function isHeadingRow({ cells }: Row): boolean {
  const texts = new Set(cells.flatMap(({ kind, text }) => (kind === 'empty' ? [] : [text.trim()])))
  return texts.size > 1 && ![...texts].some(hasLabel) && !cells.some(isDay)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function isDay(cell: Cell): boolean {
  return DAY.test(dateAlone(cell) ?? '')
}

/** The texts that stand alone in a row, but for labels with what they say. */
function titlesIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }) => {
    const texts = new Set(cells.flatMap(({ kind, text }) => (kind === 'empty' ? [] : [text.trim()])))
    const [title, ...others] = [...texts].filter((text) => !hasLabel(text))
    return title !== undefined && others.length === 0 ? [title] : []
  })
}

/** Whether a row below the first of some headings has one text, at the beginning: a title of the rows below it. */
function isTitleBelow({ cells }: Row, first: Row): boolean {
  const filled = cells.filter(({ kind }) => kind !== 'empty')
  const begin = first.cells.find(({ kind }) => kind !== 'empty')
  return (
    filled.length > 0 &&
    filled.every(({ column, mergedInto }) => column === begin?.column || mergedInto === filled[0]!.place.address) &&
    filled[0]!.column === begin?.column
  )
}

/** The first cell of a range, and its last column. */
function spanOf(range: string): [string, number] {
  const [first = '', last = ''] = range.split(':')
  return [first, cellPosition(last)?.column ?? 0]
}

/** The last row in which something stands in each column. */
function lastRowsFilled(rows: readonly Row[]): ReadonlyMap<number, number> {
  const filled = rows.flatMap(({ number, cells }) =>
    cells.flatMap(({ kind, text, column }) =>
      kind === 'empty' || text.trim() === '' ? [] : [[column, number] as const],
    ),
  )
  return new Map(filled)
}

/** The same column of several parts of a sheet: what is found of it once is known of all. */
const COLUMNS = new Memory<SheetColumn>()

function headOf(
  rows: readonly Row[],
  ends: ReadonlyMap<string, number>,
  filled: ReadonlyMap<number, number>,
): TableHead {
  const width = lastColumnOf(rows)
  const upper = rows.slice(0, -1).map((row) => filledToTheRight(row, width, ends))
  const lines = [...upper, cellsByColumn(rows.at(-1)!)]
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))].sort((a, b) => a - b)
  return {
    firstRow: rows[0]!.number,
    lastRow: rows.at(-1)!.number,
    columns: columns.map((column) => {
      const headings: string[] = []
      let row = rows[0]!.number
      for (const [i, line] of lines.entries()) {
        const text = line.get(column)?.text.trim() ?? ''
        if (text === '' || headings.at(-1) === text) continue
        headings.push(text)
        row = rows[i]!.number
      }
      const isEmpty = (filled.get(column) ?? 0) <= rows.at(-1)!.number
      const key = [column, row, isEmpty, ...headings].join('\n')
      return COLUMNS.of(key, () => ({ column, headings, address: addressOf({ row, column }), isEmpty }))
    }),
  }
}

function cellsByColumn({ cells }: Row): Map<number, Cell> {
  return new Map(cells.filter(({ kind }) => kind !== 'empty').map((cell) => [cell.column, cell]))
}

/**
 * A heading over several columns that are not merged, as in a table of text, stands in the first of them. One that is
 * centred over some is over these and no others.
 */
function filledToTheRight(row: Row, width: number, ends: ReadonlyMap<string, number>): Map<number, Cell> {
  const cells = cellsByColumn(row)
  for (let column = 2; column <= width; column++) {
    const left = cells.get(column - 1)
    if (!left || cells.has(column) || left.mergedInto !== undefined) continue
    if (column <= (ends.get(left.place.address) ?? width)) cells.set(column, left)
  }
  return cells
}
