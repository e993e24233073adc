import type { ImportColumn, ImportTable, Plan } from '@tiaoli/engine/plan'
import { addressOf, cellPosition } from '../../cells/address.ts'
import { dateAlone } from '../../values/date-alone.ts'
import type { Cell, Row, Sheet } from '../../workbook.ts'
import { conditionsIn, namesLike } from '../columns/conditions-in.ts'
import {
  isYearColumn,
  isYearly,
  relativeYear,
  withoutRelativeYears,
  withoutYears,
  yearOfHeadings,
  yearOfTitles,
} from '../columns/heading-year.ts'
import { withNaming } from '../columns/naming-column.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import { keyOf, withoutBrackets } from '../../values/words.ts'

/** The rows of headings of a table. */
export interface TableHead {
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly SheetColumn[]
  /** The year that the title of the table or the name of the sheet says it is of. */
  readonly year?: number | undefined
}

/** How far down a table may begin, and how many rows its headings may have. */
const BEGINS_BY = 15
const ROWS = 4

/** All rows of a sheet that may be the headings of a table, as it is seen. Merged cells are in them as a whole. */
export function headsOf({ name, rows: all, merges, centred }: Sheet): TableHead[] {
  const rows = all.filter(({ hidden }) => !hidden)
  const rowsOf = merges.map((range) => range.split(':').map((address) => rowIn(address)))
  const ends = new Map(centred.map((range) => spanOf(range)))
  const filled = lastRowsFilled(all)
  return rows.slice(0, BEGINS_BY).flatMap((_, first) => {
    const heads: TableHead[] = []
    const year = yearOfTitles([name, ...titlesIn(rows.slice(0, first))])
    for (let count = 1; count <= ROWS && first + count <= rows.length; count++) {
      const some = rows.slice(first, first + count)
      const [from, to] = [some[0]!.number, some.at(-1)!.number]
      const isCut = rowsOf.some(([top = 0, end = 0]) => top <= to && end >= from && (top < from || end > to))
      if (!isCut && (count === 1 || (isHeadingRow(some[0]!) && !isTitleBelow(some.at(-1)!, some[0]!))))
        heads.push({ ...headOf(some, ends, filled), year })
    }
    return heads
  })
}

function rowIn(address: string): number {
  return Number(/\d+$/.exec(address)?.[0])
}

/** A title is one text, and the lines above a table have a day or say something after a colon. */
function isHeadingRow({ cells }: Row): boolean {
  const texts = new Set(cells.flatMap(({ kind, text }) => (kind === 'empty' ? [] : [text.trim()])))
  return texts.size > 1 && ![...texts].some((text) => /[:：]/.test(text)) && !cells.some(isDay)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function isDay(cell: Cell): boolean {
  return DAY.test(dateAlone(cell) ?? '')
}

/** The texts that stand alone in a row, but for what is said after a colon that is not in brackets: 单位：元. */
function titlesIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }) => {
    const texts = new Set(cells.flatMap(({ kind, text }) => (kind === 'empty' ? [] : [text.trim()])))
    const [title, ...others] = [...texts].filter((text) => !withoutBrackets(keyOf(text)).includes(':'))
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

function headOf(
  rows: readonly Row[],
  ends: ReadonlyMap<string, number>,
  filled: ReadonlyMap<number, number>,
): TableHead {
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)))
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
      return { column, headings, address: addressOf({ row, column }), isEmpty }
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

/** The columns of a table in a sheet, each with those of the mapping that say what it gives. */
export interface TableFound {
  readonly table: ImportTable
  readonly head: TableHead
  readonly matches: ReadonlyMap<SheetColumn, readonly ImportColumn[]>
}

/** The table in a sheet, and where: the headings under which most columns are known. */
export function findTable(
  sheet: Sheet,
  tables: readonly ImportTable[],
  scopes: Plan['scopes'],
): TableFound | undefined {
  const heads = headsOf(sheet).map((head) => ({ head, called: head.columns.flatMap(withAndWithoutYear) }))
  let best: TableFound | undefined
  for (const table of tables)
    for (const { head, called } of heads) {
      const hasColumn = (name: string) => called.some((column) => isCalled(column, name))
      const isThere = (name: string) => namesLike(name, table.columns ?? []).some(hasColumn)
      if (!table.has.every((names) => [names].flat().some(isThere))) continue
      const matches = matchColumns(head, table.columns ?? [], scopes)
      if (!best || isBetter({ table, head, matches }, best)) best = { table, head, matches }
    }
  return best
}

function isBetter(found: TableFound, best: TableFound): boolean {
  const difference =
    columnsGiving(found) - columnsGiving(best) ||
    columnsKnown(found) - columnsKnown(best) ||
    found.table.has.length - best.table.has.length
  if (difference !== 0) return difference > 0
  return found.table === best.table && isNearer(found.head, best.head)
}

/** Of heads with as many known columns the better one ends sooner, and has all headings above. */
export function isNearer(head: TableHead, other: TableHead): boolean {
  return head.lastRow < other.lastRow || (head.lastRow === other.lastRow && head.firstRow < other.firstRow)
}

/** How many columns of a sheet a table knows. Those of which two are about the same are not known. */
export function columnsKnown(found: Pick<TableFound, 'matches'>): number {
  return known(found).length
}

/** How many of them it reads. */
function columnsGiving(found: Pick<TableFound, 'matches'>): number {
  return known(found).filter((all) => all.some(({ unused }) => unused === undefined)).length
}

function known({ matches }: Pick<TableFound, 'matches'>): (readonly ImportColumn[])[] {
  const uses = new Map<ImportColumn, number>()
  for (const column of [...matches.values()].flat()) uses.set(column, (uses.get(column) ?? 0) + 1)
  return [...matches.values()].filter((all) => all.every((one) => one.unused || uses.get(one) === 1))
}

/** A column, also as it is called whatever year its headings name. */
function withAndWithoutYear(column: SheetColumn): SheetColumn[] {
  const { headings } = column
  if (yearOfHeadings(headings) !== undefined) return [column, { ...column, headings: withoutYears(headings) }]
  return relativeYear(headings) === undefined
    ? [column]
    : [column, { ...column, headings: withoutRelativeYears(headings) }]
}

/** What a table says of the columns of a sheet. A heading that names a year says of which year the column is. */
export function matchColumns(
  { columns, year: yearOfTable }: Pick<TableHead, 'columns' | 'year'>,
  wanted: readonly ImportColumn[],
  scopes: Plan['scopes'],
): Map<SheetColumn, ImportColumn[]> {
  const matches = new Map<SheetColumn, ImportColumn[]>()
  const conditionOf = conditionsIn({ columns }, wanted)
  const able = wanted.filter((one) => one.when === undefined || conditionOf(one) !== undefined)
  // Of a name that several columns have, only the headings above say which is meant.
  const shared = new Set(wanted.flatMap(({ headings, under }) => (under === undefined ? [] : headings)))
  const isMeant = (column: SheetColumn, { headings, under }: ImportColumn) => {
    const names =
      under === undefined && column.headings.length > 1 ? headings.filter((one) => !shared.has(one)) : headings
    return names.some((name) => isCalled(column, name, under))
  }
  const hasYears = columns.some(({ headings }) => isYearColumn(headings))
  const byYear = new Map<ImportColumn, Map<number, ImportColumn>>()
  const ofYear = (one: ImportColumn, year: number) => {
    const years = byYear.get(one) ?? new Map<number, ImportColumn>()
    byYear.set(one, years)
    const own = years.get(year) ?? { ...one, year }
    years.set(year, own)
    return own
  }
  for (const column of columns) {
    const year = yearOfHeadings(column.headings)
    const whole = withNaming(column, columns, wanted)
    const plain = year === undefined ? whole : { ...whole, headings: withoutYears(whole.headings) }
    const found = able.flatMap((one) => {
      if (one.year === 'heading' && year === undefined && !hasYears)
        return yearOfTable !== undefined && isMeant(whole, one) ? [ofYear(one, yearOfTable)] : []
      if (year === undefined || typeof one.year === 'number' || !isYearly(one, scopes))
        return isMeant(whole, one) ? [one] : []
      return isMeant(whole, one) || isMeant(plain, one) ? [ofYear(one, year)] : []
    })
    const exact = found.filter(({ under }) => under !== undefined)
    const chosen = preferred(exact.length > 0 ? exact : found)
    if (chosen.length > 0) matches.set(column, chosen)
  }
  return matches
}

/** What is read of a column of a known year is not refused for want of the year. */
function preferred(found: ImportColumn[]): ImportColumn[] {
  const isOfHeading = ({ year, unused }: ImportColumn) =>
    unused === undefined && (typeof year === 'number' || year === 'heading')
  return found.some(isOfHeading) ? found.filter(({ unused }) => unused === undefined) : found
}
