import type { Text } from '@tiaoli/engine'
import type { FilePlace } from '../../office-error.ts'
import { says } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'
import { yearOf } from '../../values/year-of.ts'
import { otherYearsIn } from '../columns/heading-year.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { titlesOf } from '../table/titles-of-table.ts'
import { consistsOf } from '../table/words-in-title.ts'
import { speaksOf } from '../table/words-of-ends.ts'

/** What a roster still counts, and why no more. */
export interface RosterOfSome {
  readonly counts?: readonly string[] | undefined
  readonly why: Text
  readonly place: FilePlace
}

/**
 * What a roster still counts of which a title, or the name of its sheet, does not say that all are in it: that some alone
 * are, as lawyers, or what is not understood. Of another year than the ledger nothing is counted.
 */
export function rosterOfSome(reading: SheetReading, records: readonly DraftRecord[]): RosterOfSome | undefined {
  const { draft, file, sheet, found, head } = reading
  const only = found.table.persons?.only
  const { whole } = draft.mapping.lists ?? {}
  const titles = titlesOf(file, sheet, found.head.firstRow, draft.mapping)
  if (whole) {
    const isOf = (text: string, words: readonly string[] = []) =>
      consistsOf(text, [...whole.words, ...words, ...namesIn(text, reading, records)])
    const isSaid = (text: string) =>
      draft.words.isNoRow(text) || says(draft.mapping.remarks?.instructions ?? [], [keyOf(text)])
    const other = titles.find(({ text }) => !isOf(text, only?.titled) && !isSaid(text))
    if (other) return { why: whole.why, place: other.place }
    const later = titles.find(({ text }) => draft.on !== undefined && otherYearsIn(text, draft.on).length > 0)
    if (later) return { why: OTHER_YEAR, place: later.place }
    if (head.on !== undefined && draft.on !== undefined && yearOf(head.on) !== yearOf(draft.on))
      return { why: OTHER_YEAR, place: { file, sheet: sheet.name } }
  }
  const one = only && titles.find(({ text }) => speaksOf(only.titled, text))
  return one && { ...only, place: one.place }
}

/** Names of records in a title: those that it has as a whole, and a sheet that is called by a part of one. */
function namesIn(text: string, { draft }: SheetReading, records: readonly DraftRecord[]): string[] {
  const { names, plan } = draft
  const named = [...plan.scopes.values()].flatMap((scope) => names.namesIn(scope, text))
  const key = keyOf(text)
  const isPart = records.some((record) => {
    const { scope, name = '' } = record
    const stem = names.meanings.looksOf(scope)?.stemOf(name) ?? name
    return names.isEndOf(record, text) || (key.length > 1 && keyOf(stem).includes(key))
  })
  return isPart ? [...named, text] : named
}

const OTHER_YEAR: Text = {
  zh: '这张名册是另一年的，与台账的日期不是同一年，没有据此计人数。请附台账日期时的名册；写错了的，请改正标题或日期。',
  en: 'This roster is of another year than the ledger, so nobody is counted by it. Give the one of the day of the ledger, or correct the title or the day.',
}
