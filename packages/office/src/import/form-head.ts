import type { ImportFile } from '@tiaoli/engine/plan'
import type { Sheet } from '../workbook.ts'
import { dateIn } from './read-date.ts'
import { TextForms } from './text-form.ts'

/** What the lines above a table say of all of it. */
export interface FormHead {
  /** `YYYY-MM-DD`, or `YYYY-MM` where it gives no more. */
  readonly on: string | undefined
  /** Whether there is something where the day should be, and it is neither a day nor a month. */
  readonly hasOtherDay: boolean
  /** Who filled it in, as it is written. */
  readonly by: string | undefined
  readonly role: string | undefined
  readonly hasOtherRole: boolean
  readonly unit: string | undefined
  /** Whether it names a unit of amounts that the mapping does not know. */
  readonly hasOtherUnit: boolean
}

const DAY_OR_MONTH = /^\d{4}-\d{2}(?:-\d{2})?$/

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
  const [day, by, counted] = [valueOf(head.on), valueOf(head.by), valueOf(head.unit)]
  const date = day === undefined ? undefined : dateIn(day, dates)?.value
  const on = date !== undefined && DAY_OR_MONTH.test(date) ? date : undefined
  const role = by === undefined ? undefined : new TextForms(head.roles ?? {}).match(by)?.meaning
  const unit = Object.keys(units)
    .sort((a, b) => b.length - a.length)
    .find((name) => counted?.split(/[、,;/\s]/).includes(name))
  return {
    on,
    hasOtherDay: day !== undefined && on === undefined,
    by,
    role,
    hasOtherRole: by !== undefined && role === undefined,
    unit,
    hasOtherUnit: unit === undefined && counted !== undefined && isOfAmounts(counted, units),
  }
}

/** Whether words name a unit that is like one of those that are known: 千元 beside 元. */
export function isOfAmounts(words: string, units: Readonly<Record<string, number>>): boolean {
  return Object.keys(units).some((name) => words.includes(name))
}

/** What stands after a label and a colon, up to a gap or the next label. */
function valueAfter(label: string, line: string): string | undefined {
  const name = label.normalize('NFKC').replaceAll(/[\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  const found = new RegExp(`(?<!\\p{L})${name}(?:\\([^()]*\\))?\\s*:\\s*(.*?)(?=\\s{2,}|$)`, 'isu').exec(line)
  const value = found?.[1]?.trim() ?? ''
  return value === '' || value.includes(':') ? undefined : value
}
