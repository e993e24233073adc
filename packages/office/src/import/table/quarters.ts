import type { Sheet } from '../../workbook.ts'
import type { TableFound } from './table-head.ts'

const QUARTER = /(?:(?<year>(?:19|20)\d{2})\s*年?\s*)?(?:第?\s*(?<quarter>[一二三四1-4])\s*季度|q(?<q>[1-4])\b)/iu
const NUMBERS = '一二三四'

export interface QuarterName {
  /** What the name is besides the quarter. */
  readonly rest: string
  readonly order: number
}

/** The quarter in the name of a sheet: 一季度, 2026年第三季度, Q3. */
export function quarterOf(name: string): QuarterName | undefined {
  const found = QUARTER.exec(name.normalize('NFKC'))
  if (!found) return undefined
  const { year = '0', quarter, q } = found.groups ?? {}
  const number = Number(q ?? quarter) || NUMBERS.indexOf(quarter ?? '') + 1
  return { rest: name.normalize('NFKC').replace(found[0], '').trim(), order: Number(year) * NUMBERS.length + number }
}

interface Quarterly {
  readonly file: string
  readonly sheet: Sheet
  readonly found: TableFound
}

/** The sheets of a file that are the same form of an earlier quarter, each with the latest one that has rows. */
export function earlierQuarters(sheets: readonly Quarterly[]): ReadonlyMap<Sheet, Sheet> {
  const named = sheets.filter(hasRows).flatMap((one) => {
    const quarter = quarterOf(one.sheet.name)
    return quarter ? [{ ...one, ...quarter }] : []
  })
  const earlier = new Map<Sheet, Sheet>()
  for (const { file, sheet, found, rest, order } of named) {
    const same = named.filter((one) => one.file === file && one.rest === rest && one.found.table === found.table)
    const latest = same.reduce((a, b) => (b.order > a.order ? b : a))
    if (latest.order > order) earlier.set(sheet, latest.sheet)
  }
  return earlier
}

function hasRows({ sheet, found }: Quarterly): boolean {
  return sheet.rows.some(
    ({ number, cells }) => number > found.head.lastRow && cells.filter(({ kind }) => kind !== 'empty').length > 1,
  )
}
