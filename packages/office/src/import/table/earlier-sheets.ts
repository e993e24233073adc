import type { Sheet } from '../../workbook.ts'
import type { TableFound } from './find-table.ts'

const QUARTER = /(?:(?<year>(?:19|20)\d{2})\s*年?\s*)?(?:第?\s*(?<quarter>[一二三四1-4])\s*季度|q(?<q>[1-4])\b)/iu
const NUMBERS = '一二三四'

export interface QuarterName {
  /** The name without the quarter. */
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

const PERIOD = /(?:19|20)\d{2}\s*年度?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?\s*[底末]?|(?<!\d)\d{1,2}\s*月\s*[底末]?/u

/** The name of a sheet without its year, month or day. */
function withoutPeriod(name: string): string | undefined {
  const text = name.normalize('NFKC')
  return PERIOD.test(text) ? text.replace(PERIOD, '').trim() : undefined
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

/** The same of sheets named by years, months or days whose forms are of different days. */
export function earlierDays(
  sheets: readonly Quarterly[],
  dayOf: (one: Quarterly) => string | undefined,
): ReadonlyMap<Sheet, Sheet> {
  const dated = sheets.filter(hasRows).flatMap((one) => {
    const [day, rest] = [dayOf(one), withoutPeriod(one.sheet.name)]
    return day === undefined || rest === undefined ? [] : [{ ...one, day, rest }]
  })
  const earlier = new Map<Sheet, Sheet>()
  for (const { file, sheet, found, rest, day } of dated) {
    const same = dated.filter((one) => one.file === file && one.rest === rest && one.found.table === found.table)
    const latest = same.reduce((a, b) => (b.day > a.day ? b : a))
    if (latest.day > day && !latest.day.startsWith(day)) earlier.set(sheet, latest.sheet)
  }
  return earlier
}

/** Whether anything is written below the headings of a sheet. */
export function hasRows({ sheet, found }: Pick<Quarterly, 'sheet' | 'found'>): boolean {
  return sheet.rows.some(
    ({ number, cells }) => number > found.head.lastRow && cells.filter(({ kind }) => kind !== 'empty').length > 1,
  )
}
