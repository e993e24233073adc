import type { ImportColumn, ImportTable, Plan } from '@tiaoli/engine/plan'
import type { Sheet } from '../../workbook.ts'
import { namesLike } from '../columns/conditions-in.ts'
import { relativeYear, withoutRelativeYears, withoutYears, yearOfHeadings } from '../columns/heading-year.ts'
import { CalledColumns } from '../columns/called-columns.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { matchColumns } from './match-columns.ts'
import { headsOf, isDataRow, type TableHead } from './table-head.ts'

/** The columns of a table in a sheet, each with those of the mapping that say what it gives. */
export interface TableFound {
  readonly table: ImportTable
  readonly head: TableHead
  readonly matches: ReadonlyMap<SheetColumn, readonly ImportColumn[]>
}

/** The first table in a sheet, and where: the headings under which most columns are known. */
export function findTable(
  sheet: Sheet,
  tables: readonly ImportTable[],
  scopes: Plan['scopes'],
): TableFound | undefined {
  const heads = headsOf(sheet).map((head) => ({
    head,
    called: new CalledColumns(head.columns.flatMap(withAndWithoutYear)),
  }))
  let best: TableFound | undefined
  for (const table of tables)
    for (const { head, called } of heads) {
      const hasColumn = (name: string) => called.named(name).size > 0
      const isThere = (name: string) => namesLike(name, table.columns ?? []).some(hasColumn)
      if (!table.has.every((names) => [names].flat().some(isThere))) continue
      const matches = matchColumns(head, table.columns ?? [], scopes)
      const found = { table, head, matches }
      const isFirst = best && isBelowRows(sheet, best.head, head)
      if (!best || (!isFirst && (isBelowRows(sheet, head, best.head) || isBetter(found, best)))) best = found
    }
  return best
}

/** Whether the headings of a table stand below rows of data of another. */
function isBelowRows({ rows }: Sheet, upper: TableHead, lower: TableHead): boolean {
  return rows.some((row) => row.number > upper.lastRow && row.number < lower.firstRow && !row.hidden && isDataRow(row))
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
