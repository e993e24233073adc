import type { ImportColumn, Plan } from '@tiaoli/engine/plan'
import { conditionsIn } from '../columns/conditions-in.ts'
import { isYearColumn, isYearly, yearOfHeadings } from '../columns/heading-year.ts'
import { askedByName } from '../columns/asked-by-name.ts'
import { namingOf } from '../columns/naming-column.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import { withoutYear } from '../columns/without-year.ts'
import type { TableHead } from './table-head.ts'

/** What a table says of the columns of a sheet. A heading that names a year says of which year the column is. */
export function matchColumns(
  { columns, year: yearOfTable }: Pick<TableHead, 'columns' | 'year'>,
  wanted: readonly ImportColumn[],
  scopes: Plan['scopes'],
): Map<SheetColumn, ImportColumn[]> {
  const matches = new Map<SheetColumn, ImportColumn[]>()
  const conditionOf = conditionsIn({ columns }, wanted)
  const isAble = (one: ImportColumn) => one.when === undefined || conditionOf(one) !== undefined
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
    const own = byYear.get(one) ?? new Map<number, ImportColumn>()
    byYear.set(one, own)
    const ofIt = own.get(year) ?? { ...one, year }
    own.set(year, ofIt)
    return ofIt
  }
  const asked = askedByName(wanted)
  const wholeOf = namingOf(columns, wanted)
  for (const column of columns) {
    const whole = wholeOf(column)
    const year = yearOfHeadings(column.headings)
    const plain = year === undefined ? whole : withoutYear(whole)
    const able = asked.of(whole, plain)
    if (able.length === 0) continue
    const found = able.filter(isAble).flatMap((one) => {
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

/** What is read of a column of a known year is not refused for want of the year, nor is the year asked of its cells. */
function preferred(found: ImportColumn[]): ImportColumn[] {
  const isOfHeading = ({ year, unused }: ImportColumn) =>
    unused === undefined && (typeof year === 'number' || year === 'heading')
  return found.some(isOfHeading) ? found.filter(({ unused, year }) => unused === undefined && year !== 'cell') : found
}
