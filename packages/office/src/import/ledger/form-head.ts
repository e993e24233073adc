import { escapedPattern } from '../../escaped-pattern.ts'
import type { ImportFile } from '@tiaoli/engine/plan'
import type { Sheet } from '../../workbook.ts'
import { dateIn } from '../../values/read-date.ts'
import { TextForms } from '../../values/text-form.ts'

/** What the lines above a table say of all of it. */
export interface FormHead {
  /** `YYYY-MM-DD`, or `YYYY-MM` where it gives no more. */
  readonly on: string | undefined
  /** A day beside that one which is another: when it was filled in, and of when it is. */
  readonly otherDay: string | undefined
  /** Whether it is said of which quarter or year the form is, and not of which day. */
  readonly isOfPeriod: boolean
  /** Whether there is something where the day should be, and it is neither a day nor a month. */
  readonly hasOtherDay: boolean
  /** Who filled it in, as it is written. */
  readonly by: string | undefined
  readonly role: string | undefined
  readonly hasOtherRole: boolean
  readonly unit: string | undefined
  /** Whether it names a unit of amounts that the mapping does not know, or several. */
  readonly hasOtherUnit: boolean
}

const DAY_OR_MONTH = /^\d{4}-\d{2}(?:-\d{2})?$/

const PERIOD = /(?<!\d)(?:19|20)\d{2}\s*年\s*(?:度|第?[一二三四1-4]\s*季度|[上下]半年|[年月]?[底末])/
/** A day, a month or less, and what may stand behind a month. */
const DAY_BEHIND = /^\s*:?\s*(\d{4}(?:\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2}\s*日?)?月?|年)?)/

export function readFormHead(sheet: Sheet, firstRow: number, { head = {}, units = {}, dates }: ImportFile): FormHead {
  const lines = sheet.rows
    .filter(({ number }) => number < firstRow)
    .map(({ cells }) =>
      cells
        .filter(({ mergedInto }) => mergedInto === undefined)
        .map(({ text }) => text)
        .join('  ')
        .normalize('NFKC'),
    )
  const valueOf = (labels: readonly string[] = []) =>
    labels.flatMap((label) => lines.map((line) => valueAfter(label, line))).find((value) => value !== undefined)
  const days = (head.on ?? []).flatMap((label) =>
    lines.flatMap((line) => (label.includes('{}') ? dayBehind(label, line) : valueAfter(label, line)) ?? []),
  )
  const [day, by] = [days[0], valueOf(head.by)]
  const told = valueOf(head.unit)?.replace(/\)$/, '')
  const counted = told ?? lines.flatMap((line) => unitInBrackets(line, units)).join(',')
  const dayOrMonth = (text: string) => {
    const date = dateIn(text, dates)?.value
    return date !== undefined && DAY_OR_MONTH.test(date) ? date : undefined
  }
  const on = day === undefined ? undefined : dayOrMonth(day)
  const otherDay = days
    .flatMap((other) => dayOrMonth(other) ?? [])
    .find((other) => on !== undefined && !other.startsWith(on) && !on.startsWith(other))
  const role = by === undefined ? undefined : new TextForms(head.roles ?? {}).match(by)?.meaning
  const named = new Set(counted.split(/[、,;/\s]/))
  const [unit, ...others] = Object.keys(units).filter((name) => named.has(name))
  // Of 元、万元 nothing says which is that of an amount.
  const isOfSeveral = others.some((name) => units[name] !== units[unit!])
  return {
    on,
    otherDay,
    isOfPeriod: day === undefined && lines.some((line) => PERIOD.test(line)),
    hasOtherDay: day !== undefined && on === undefined,
    by,
    role,
    hasOtherRole: by !== undefined && role === undefined,
    unit: isOfSeveral ? undefined : unit,
    hasOtherUnit: isOfSeveral || (unit === undefined && isOfAmounts(counted, units)),
  }
}

/** A unit that stands alone in brackets: 党建经费使用情况（万元）. */
function unitInBrackets(line: string, units: Readonly<Record<string, number>>): string[] {
  return [...line.matchAll(/\(\s*([^()]+?)\s*\)/g)]
    .map(([, words]) => words!)
    .filter((words) => Object.hasOwn(units, words))
}

/** Whether words name a unit that is like one of those that are known: 千元 beside 元. */
export function isOfAmounts(words: string, units: Readonly<Record<string, number>>): boolean {
  return Object.keys(units).some((name) => words.includes(name))
}

/** The date that stands where {} is: 截至2019年6月30日. */
function dayBehind(label: string, line: string): string | undefined {
  const [before = ''] = label.normalize('NFKC').split('{}')
  const at = line.indexOf(before)
  return at < 0 ? undefined : DAY_BEHIND.exec(line.slice(at + before.length))?.[1]?.replaceAll(/\s/g, '')
}

/** What stands after a label and a colon, up to a gap or the next label. */
function valueAfter(label: string, line: string): string | undefined {
  const name = escapedPattern(label.normalize('NFKC'))
  const found = new RegExp(`(?<!\\p{L})${name}(?:\\([^()]*\\))?\\s*:\\s*(.*?)(?=\\s{2,}|$)`, 'isu').exec(line)
  const value = found?.[1]?.trim() ?? ''
  return value === '' || value.includes(':') ? undefined : value
}
