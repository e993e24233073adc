import { keyOf } from '../../values/words.ts'
import { readDate } from '../../values/read-date.ts'
import { says } from '../../values/text-form.ts'
import { isPlan } from '../../values/words-of-change.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { Remark } from './remarks-in-row.ts'

/** Between the clauses of a remark. */
const CLAUSES = /[,;。!\n、]|\.(?!\d)/u
/** Numbers, dashes and what stands in dates, and nothing else. */
const PLAIN = /^[\d\-+./:()]*$/u

/** Whether every clause of a remark is known to say nothing of what the row denies. */
export function isHarmless(remark: Remark, row: TableRow, reading: SheetReading): boolean {
  const { mapping } = reading.draft
  const forms = mapping.remarks?.harmless ?? []
  if (remark.kind === 'known-name') return !says(mapping.remarks?.unsure ?? [], [remark.text])
  const named = namesOf(row, reading)
  const saysNothing = remark.kind === 'unknown' ? isNoAnswer : isPlain
  const isKnown = (clause: string) =>
    named.some((name) => name.includes(clause)) ||
    isPlan(clause) ||
    saysNothing(clause, remark, reading) ||
    says(forms, [clause, ...underHeading(clause, remark, reading)])
  return remark.text.normalize('NFKC').split(CLAUSES).map(keyOf).every(isKnown)
}

/** Whether a clause beside what is asked for is a number, a day, or a sign, which say nothing by themselves. */
function isPlain(clause: string, { headings, kind }: Remark, { draft: { words } }: SheetReading): boolean {
  const answersHeading = kind === 'cell' && headings.length > 0
  return (
    PLAIN.test(clause) ||
    words.blank.has(clause) ||
    words.none.has(clause) ||
    (answersHeading && (words.yes.has(clause) || words.no.has(clause))) ||
    readDate({ kind: 'text', text: clause, value: clause }, words.dates) !== undefined
  )
}

/**
 * Whether a cell says nothing whatever its heading means, which nobody knows: √ under 已整改 says that it was put right, and
 * so may a day.
 */
function isNoAnswer(clause: string, { headings }: Remark, { draft: { words, mapping } }: SheetReading): boolean {
  if (clause === '' || words.blank.has(clause)) return true
  const isAsked = says(mapping.remarks?.asking ?? [], [headings.join('／')])
  const isDay = readDate({ kind: 'text', text: clause, value: clause }, words.dates) !== undefined
  return PLAIN.test(clause) && !isDay && !isAsked
}

/** A clause with its heading. For a word that denies or affirms, the mapping may have another that does. */
function underHeading(clause: string, { headings }: Remark, { draft: { words } }: SheetReading): string[] {
  const same = [words.yes, words.no].filter((all) => all.has(clause)).flatMap((all) => [...all])
  return [...new Set([clause, ...same])].map((one) => [...headings, one].join('／'))
}

/** Whom and what the row names. */
function namesOf(row: TableRow, { columns, draft }: SheetReading): string[] {
  const isName = ({ mapped: { record, person, organization } }: SheetReading['columns'][number]) =>
    [record, person, organization].some((name) => name !== undefined)
  return columns.filter(isName).map(({ at }) => {
    const { name } = draft.names.meanings.notesOf(row.cells.get(at.column)?.text ?? '')
    return keyOf(name)
  })
}
