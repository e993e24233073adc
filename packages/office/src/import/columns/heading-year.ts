import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'
import { factsGivenBy } from './facts-given.ts'
import { headingKey, keyOf } from '../../values/words.ts'
import { yearOf } from '../../values/year-of.ts'

/** 2025年, 2025年度; in a heading without Chinese, and by itself, the number alone. A month is more than a year. */
const YEAR = /(?<![\d./-])((?:19|20)\d{2})\s*年度?(?!\s*\d{1,2}\s*月)/g
const YEAR_ALONE = /(?<![\d./-])((?:19|20)\d{2})(?![\d./-])/g
/** What stands beside a year and says nothing more. */
const NOTHING_MORE = /^(?:情况|数据|工作情况)?$/
const BRACKETS = /[([{【〔]\s*[)\]}】〕]/g
const LAST_YEAR = /上一?年度?|去年|\b(?:last|previous|prior) (?:financial )?year\b/i
const THIS_YEAR = /本年度?|当年|今年|\b(?:this|current) (?:financial )?year\b/i

/** What columns that give the year of a row are called, where no mapping says so. */
const YEAR_COLUMN = /^(?:年度|年份|(?:所属|统计|考核|填报)年[度份]|(?:calendar|financial)?year)$/

function yearsIn(heading: string): string[] {
  const form = /\p{Script=Han}/u.test(heading) ? YEAR : YEAR_ALONE
  return [...heading.normalize('NFKC').matchAll(form)].map(([, year]) => year!)
}

/** A year in whatever words: 2024年底, (2024.12). Not that of a document, 〔2018〕32号, nor an amount. */
const SOME_YEAR = /(?<![\d.])((?:19|20)\d{2})(?!\d|\s*[元万人名家]|\s*[)\]}】〕]\s*第?\s*\d+\s*号)/g

function someYearsIn(text: string): number[] {
  return [...text.normalize('NFKC').matchAll(SOME_YEAR)].map(([, named]) => Number(named))
}

/** Whether a heading names years, and a certain one is not among them. */
export function namesOtherYear(heading: string, year: number): boolean {
  const years = someYearsIn(heading)
  return (years.length > 0 && !years.includes(year)) || LAST_YEAR.test(heading)
}

/** Of these months something is filled in for the year before. */
const FIRST_MONTHS = /^\d{4}-0[1-3]/

/** What names a year and is no title, or tells since when something is so. */
const OF_OTHERS = /[《》〔〕。;；,，]|文件|通知|以来|至今|\bsince\b/iu

/** Whether what a title names of times may be of a document, or since when something is so. */
export function isNoTitle(title: string): boolean {
  return OF_OTHERS.test(title)
}

/** The years that a title names, none of which is that of a day nor, in the first months, the one before. */
export function otherYearsIn(title: string, day: string | undefined): number[] {
  const years = OF_OTHERS.test(title) ? [] : someYearsIn(title)
  if (day === undefined) return years
  const own = FIRST_MONTHS.test(day) ? [yearOf(day), yearOf(day) - 1] : [yearOf(day)]
  return years.some((year) => own.includes(year)) ? [] : years
}

/** The year of which titles say that a table is, also of a part of it: that of “this year” in its headings. */
export function yearMeantBy(titles: readonly string[]): number | undefined {
  return yearOfHeadings(titles.filter((title) => !OF_OTHERS.test(title) && !/截[至止]/.test(title)))
}

/** Whether it says of which year what is under it is. */
export function namesYear(heading: string): boolean {
  return namesOtherYear(heading, 0) || THIS_YEAR.test(heading)
}

const YEARS = new WeakMap<readonly string[], { readonly year: number | undefined }>()

/** The only year that the headings over a column name; found once, as every table asks for it. */
export function yearOfHeadings(headings: readonly string[]): number | undefined {
  const known = YEARS.get(headings)
  if (known) return known.year
  const [first, ...others] = new Set(headings.flatMap(yearsIn))
  const year = first !== undefined && others.length === 0 ? Number(first) : undefined
  YEARS.set(headings, { year })
  return year
}

/** All months of a year, or up to its last day: 1-12月, 截至12月31日. */
const WHOLE_YEAR =
  /(?<!\d)(?:1|一)月?份?[-—–~至到]+(?:12|十二)月份?|截[至止]到?(?:\d{4}年)?(?:(?:12|十二)月(?:31日|三十一日|[底末])?|年?[底末])/gu
const PART_OF_YEAR =
  /季度|半年|截[至止]|quarter|half.?year|[\d一二三四五六七八九十]月?份?[-—–~至到]+[\d一二三四五六七八九十]{1,2}月/u
/** A month that is no day, nor the last one, in which the whole year may be told. */
const MONTH = /(?:(?<year>\d{4})年)?(?<![\d十])(?!12月|十二月)(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\d{1,2}日)/gu

/** Whether a text says that amounts are of less than a year, or than a certain one: 1-6月, 截至9月, 上半年. */
export function isOfPartOfYear(text: string, year?: number): boolean {
  const key = keyOf(text).replaceAll(WHOLE_YEAR, '')
  const isOfYear = (named: string | undefined) => named === undefined || year === undefined || Number(named) === year
  return PART_OF_YEAR.test(key) || [...key.matchAll(MONTH)].some(({ groups }) => isOfYear(groups?.['year']))
}

/** The only year that titles name: a table of that year says no other. Or whether they name a part of one. */
export function yearOfTitles(titles: readonly string[]): number | 'part' | undefined {
  const year = yearOfHeadings(titles)
  return titles.some((title) => isOfPartOfYear(title, year)) ? 'part' : year
}

/** Headings without the year, and without those that say nothing else. */
export function withoutYears(headings: readonly string[]): string[] {
  return headings.flatMap((heading) => {
    if (yearsIn(heading).length === 0) return [heading]
    const rest = heading.normalize('NFKC').replaceAll(YEAR, '').replaceAll(YEAR_ALONE, '').replaceAll(BRACKETS, '')
    return NOTHING_MORE.test(rest.trim()) ? [] : [rest.trim()]
  })
}

/** Headings without the words for last and this year. */
export function withoutRelativeYears(headings: readonly string[]): string[] {
  return headings.map((heading) => heading.replace(LAST_YEAR, '').replace(THIS_YEAR, ''))
}

/** Whether one of the headings above a column is a year and nothing else. */
export function isUnderYear(headings: readonly string[]): boolean {
  return withoutYears(headings.slice(0, -1)).length < headings.length - 1
}

/** Which year a heading means in words. */
export function relativeYear(headings: readonly string[]): 'previous' | 'current' | undefined {
  const text = headings.join(' ').replaceAll(/\s+/g, ' ')
  if (LAST_YEAR.test(text)) return 'previous'
  return THIS_YEAR.test(text) ? 'current' : undefined
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
