import type { Text } from '@tiaoli/engine'
import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { yearOf } from '../../values/year-of.ts'

/** Of `YYYY-MM`. */
const MONTH_LENGTH = 7

/** Says what the head of a form does not say, or says otherwise than the ledger. */
export function tellHead({ draft, head, columns }: SheetReading, place: FilePlace): void {
  const { on, isDayGiven } = draft
  // Who gives another day in the same year changes no year that is counted from it.
  const differs = (one: string, other: string) => (isDayGiven ? yearOf(one) !== yearOf(other) : one !== other)
  if (head.on !== undefined && on !== undefined && differs(head.on, on))
    draft.note('head-day-differs', place, { text: daysText(head.on, on) })
  else if (!isDayGiven && (head.hasOtherDay || (head.namesOtherTime && on === undefined))) draft.note('head-day', place)
  else if (!isDayGiven && head.on?.length === MONTH_LENGTH) draft.note('head-month', place)
  if (head.on !== undefined && head.otherDay !== undefined)
    draft.note('head-day-differs', place, { text: twoDaysText(head.on, head.otherDay) })
  if (head.hasOtherRole && columns.some(({ mapped }) => attests(mapped, draft.plan))) draft.note('head-role', place)
}

function daysText(own: string, taken: string): Text {
  return {
    zh: `表头的填报日期是${dayZh(own)}，台账的日期按${dayZh(taken)}。这张表的“上年度”“本年度”按它自己的日期算。请核对；台账要用别的日期，请在导入时写明。`,
    en: `The form is of ${own}, and the day of the ledger is taken to be ${taken}. Its years are counted from its own day. Check it; if the ledger is of another day, give that day when you import.`,
  }
}

/** Whether a column gives something of which it matters in what capacity somebody filled in the form. */
function attests(mapped: ImportColumn, { scopes }: Plan): boolean {
  return factsGivenBy(mapped).some((fact) => ledgerPart(scopes, fact)?.kind === 'attestation')
}

function twoDaysText(taken: string, other: string): Text {
  return {
    zh: `表头有两个日期：${dayZh(taken)}和${dayZh(other)}。表中情况按${dayZh(taken)}算。请核对。`,
    en: `The head of the form has two days, ${taken} and ${other}; what is in the form is taken to be of ${taken}. Check it.`,
  }
}

/** 2025年12月31日, or 2025年12月. */
function dayZh(day: string): string {
  const units = ['年', '月', '日']
  return day
    .split('-')
    .map((part, i) => `${String(Number(part))}${units[i]!}`)
    .join('')
}
