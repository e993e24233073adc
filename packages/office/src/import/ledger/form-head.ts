import { escapedPattern } from '../../escaped-pattern.ts'
import type { ImportFile } from '@tiaoli/engine/plan'
import type { Cell, Sheet } from '../../workbook.ts'
import { dateAlone } from '../../values/date-alone.ts'
import { namedUnit, oneUnit } from '../../values/named-unit.ts'
import { dateIn, mayHaveLostZero, type DateOrder } from '../../values/read-date.ts'
import { TextForms } from '../../values/text-form.ts'
import { inBrackets, keyOf, withoutBrackets } from '../../values/words.ts'

/** What the lines above a table say of all of it. */
export interface FormHead {
  /** `YYYY-MM-DD`, or `YYYY-MM` where it gives no more. */
  readonly on: string | undefined
  /** A day beside that one which is another: when it was filled in, and of when it is. */
  readonly otherDay: string | undefined
  /** Whether it names a quarter, a year or days, and not of which day the form is. */
  readonly namesOtherTime: boolean
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

/** What stands between the cells of a line. */
const GAP = '  '

const SOME_DAY = /(?<!\d)(?:19|20)\d{2}\s*([-./年])\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?!\d)/
const PERIOD = /(?<!\d)(?:19|20)\d{2}\s*年(?!\s*\d{1,2}\s*月)/
const LABELLED = /^(?:金额|单位)/
/** A short word alone may be a unit that is not known: 千元. */
const AS_UNIT = /^(?:单位|金额)?[:：]?\p{L}{0,4}元$/u
/** A day, a month or less, and what may stand behind a month. */
const DAY_BEHIND = /^\s*:?\s*(\d{4}(?:\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,2}\s*日?)?月?|年)?)/

export function readFormHead(
  sheet: Sheet,
  firstRow: number,
  { head = {}, units = {}, dates, skip = {} }: ImportFile,
): FormHead {
  const above = sheet.rows
    .filter(({ number }) => number < firstRow)
    .map(({ cells }) => cells.filter(({ kind, mergedInto }) => kind !== 'empty' && mergedInto === undefined))
  const lines = above.map(lineOf)
  const valueOf = (labels: readonly string[] = []) =>
    labels.flatMap((label) => lines.map((line) => valueAfter(label, line))).find((value) => value !== undefined)
  const daysIn = (some: readonly string[]) =>
    (head.on ?? []).flatMap((label) =>
      some.flatMap((line) => (label.includes('{}') ? dayBehind(label, line) : valueAfter(label, line)) ?? []),
    )
  const daysAbove = daysIn(lines)
  const by = valueOf(head.by)
  const below = linesBelow(sheet, firstRow, head, skip)
  const ofAbove = daysAbove.length > 0 ? [] : datesAlone(above.flat(), dates)
  const isAbove = daysAbove.length > 0 || ofAbove.length > 0
  const days = isAbove ? daysAbove : daysIn(below.map(lineOf))
  const alone = isAbove || days.length > 0 ? ofAbove : datesAlone(below.flat(), dates)
  const day = days[0] ?? (alone.length === 1 ? alone[0] : undefined)
  const told = (head.unit ?? []).flatMap((label) => lines.flatMap((line) => valueAfter(label, line) ?? []))
  const unit = oneUnit(
    [
      ...told.map((words) => namedUnit(words.replace(/\)$/, ''), units)),
      ...above.flat().flatMap(({ text }) => unitsIn(text, units)),
    ],
    units,
  )
  const dayOrMonth = (text: string) => {
    const date = dateIn(text, dates)?.value
    return date !== undefined && DAY_OR_MONTH.test(date) ? date : undefined
  }
  const on = day === undefined ? undefined : dayOrMonth(day)
  const otherDay = days
    .flatMap((other) => dayOrMonth(other) ?? [])
    .find((other) => on !== undefined && !other.startsWith(on) && !on.startsWith(other))
  const roles = new TextForms(head.roles ?? {})
  // What stands behind it in brackets is no part of its name: （盖章）.
  const role = by === undefined ? undefined : (roles.match(by) ?? roles.match(withoutBrackets(by)))?.meaning
  return {
    on,
    otherDay,
    namesOtherTime: day === undefined && lines.some((line) => PERIOD.test(line) || SOME_DAY.test(line)),
    hasOtherDay: day !== undefined && on === undefined,
    by,
    role,
    hasOtherRole: by !== undefined && role === undefined,
    unit: unit ?? undefined,
    // Of 元、万元 nothing says which is that of an amount.
    hasOtherUnit: unit === null,
  }
}

function lineOf(cells: readonly Cell[]): string {
  return (
    cells
      // Of 2026.1 as a number only the year is certain.
      .map((cell) => (mayHaveLostZero(cell) ? cell.text.split('.')[0]! : cell.text))
      .join(GAP)
      .normalize('NFKC')
  )
}

/** The lines at the end of a sheet that begin with a label or say who signs, which have the day where none stands above. */
function linesBelow(
  { rows }: Sheet,
  firstRow: number,
  { on = [] }: NonNullable<ImportFile['head']>,
  { rows: noRows = [] }: NonNullable<ImportFile['skip']>,
): Cell[][] {
  const beginnings = [...on.filter((label) => !label.includes('{}')), ...noRows].map(keyOf)
  const lines: Cell[][] = []
  for (const { number, cells } of [...rows].reverse()) {
    const filled = cells.filter(({ kind, mergedInto }) => kind !== 'empty' && mergedInto === undefined)
    const [first] = filled
    if (first === undefined) continue
    const key = keyOf(first.text)
    if (number <= firstRow || !beginnings.some((word) => key.startsWith(word))) break
    lines.unshift(filled)
  }
  return lines
}

/** The days and months that stand by themselves, or in brackets behind a title. */
function datesAlone(cells: readonly Cell[], order: DateOrder | undefined): string[] {
  const dates = cells.flatMap((cell) => {
    const text = /[（(][^（）()]*[)）]\s*$/.exec(cell.text)?.[0]
    return dateAlone(cell, order) ?? (text === undefined ? [] : (dateAlone({ kind: 'text', value: text, text }) ?? []))
  })
  return [...new Set(dates.filter((date) => DAY_OR_MONTH.test(date)))]
}

/** The units that stand alone in a cell, behind their label, or in brackets: 单位元, 党建经费使用情况（万元）. */
function unitsIn(text: string, units: Readonly<Record<string, number>>): (string | null | undefined)[] {
  const alone = text.split(/\s+/).filter((part, _, { length }) => length === 1 || LABELLED.test(part))
  return [...alone, ...inBrackets(text)].map((words) => {
    const unit = namedUnit(words, units)
    return unit === null && !AS_UNIT.test(words) ? undefined : unit
  })
}

/** The date that stands where {} is: 截至2019年6月30日. */
function dayBehind(label: string, line: string): string | undefined {
  const [before = ''] = label.normalize('NFKC').split('{}')
  const at = line.indexOf(before)
  return at < 0 ? undefined : DAY_BEHIND.exec(line.slice(at + before.length))?.[1]?.replaceAll(/\s/g, '')
}

/** What stands after a label and a colon, or in the next cell, up to a gap or the next label. */
function valueAfter(label: string, line: string): string | undefined {
  const name = escapedPattern(label.normalize('NFKC'))
  const found = new RegExp(`(?<!\\p{L})${name}(?:\\([^()]*\\))?(?:\\s*:\\s*|\\s{2,})(.*?)(?=\\s{2,}|$)`, 'isu').exec(
    line,
  )
  const value = found?.[1]?.trim() ?? ''
  return value === '' || value.includes(':') ? undefined : value
}
