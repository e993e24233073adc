import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'
import { factsGivenBy } from './facts-given.ts'
import { headingKey } from './words.ts'

/** 2025年, 2025年度; in a heading without Chinese, and by itself, the number alone. A month is more than a year. */
const YEAR = /(?<![\d./-])((?:19|20)\d{2})年度?(?!\d{1,2}月)/g
const YEAR_ALONE = /(?<![\d./-])((?:19|20)\d{2})(?![\d./-])/g
/** What stands beside a year and says nothing more. */
const NOTHING_MORE = /^(?:情况|数据|工作情况)?$/
const BRACKETS = /[([{【〔][)\]}】〕]/g
const LAST_YEAR = /上一?年|去年|(?:last|previous|prior)year/
const THIS_YEAR = /本年|当年|今年|(?:this|current)year/

/** What columns that give the year of a row are called, where no mapping says so. */
const YEAR_COLUMN = /^(?:年度|年份|(?:所属|统计|考核|填报)年[度份]|(?:calendar|financial)?year)$/

function yearsIn(heading: string): string[] {
  const key = headingKey(heading)
  const form = /\p{Script=Han}/u.test(key) ? YEAR : YEAR_ALONE
  return [...key.matchAll(form)].map(([, year]) => year!)
}

/** The only year that the headings over a column name. */
export function yearOfHeadings(headings: readonly string[]): number | undefined {
  const [year, ...others] = new Set(headings.flatMap(yearsIn))
  return year !== undefined && others.length === 0 ? Number(year) : undefined
}

/** Headings without the year, and without those that say nothing else. */
export function withoutYears(headings: readonly string[]): string[] {
  return headings.flatMap((heading) => {
    if (yearsIn(heading).length === 0) return [heading]
    const rest = headingKey(heading).replaceAll(YEAR, '').replaceAll(YEAR_ALONE, '').replaceAll(BRACKETS, '')
    return NOTHING_MORE.test(rest) ? [] : [rest]
  })
}

/** Whether one of the headings above a column is a year and nothing else. */
export function isUnderYear(headings: readonly string[]): boolean {
  return withoutYears(headings.slice(0, -1)).length < headings.length - 1
}

/** Which year a heading means in words. */
export function relativeYear(headings: readonly string[]): 'previous' | 'current' | undefined {
  const key = headings.map(headingKey).join('/')
  if (LAST_YEAR.test(key)) return 'previous'
  return THIS_YEAR.test(key) ? 'current' : undefined
}

export function isYearColumn(headings: readonly string[]): boolean {
  return YEAR_COLUMN.test(headingKey(headings.at(-1) ?? ''))
}

/** Whether a column gives something of a year. */
export function isYearly(mapped: ImportColumn, scopes: Plan['scopes']): boolean {
  return factsGivenBy(mapped).some((name) => {
    for (let scope = ledgerPart(scopes, name)?.scope; scope; scope = scope.parent) if (scope.keyed) return true
    return false
  })
}
