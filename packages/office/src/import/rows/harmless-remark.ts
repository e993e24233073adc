import { keyOf } from '../../values/words.ts'
import { readDate } from '../../values/read-date.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { Remark } from './remarks-in-row.ts'
import { says } from '../../values/text-form.ts'

/** Between the clauses of a remark. */
const CLAUSES = /[,;。!\n、]|\.(?!\d)/u
/** Numbers, dashes and what stands in dates, and nothing else. */
const PLAIN = /^[\d\-+./:()]*$/u

/** Whether every clause of a remark is known to say nothing of what the row denies. */
export function isHarmless({ text, headings, kind }: Remark, row: TableRow, reading: SheetReading): boolean {
  const { words, mapping } = reading.draft
  const named = namesOf(row, reading)
  const forms = mapping.remarks?.harmless ?? []
  const answersHeading = kind === 'cell' && headings.length > 0
  const isPlain = (clause: string) =>
    PLAIN.test(clause) ||
    named.some((name) => name.includes(clause)) ||
    words.blank.has(clause) ||
    words.none.has(clause) ||
    (answersHeading && (words.yes.has(clause) || words.no.has(clause))) ||
    readDate({ kind: 'text', text: clause, value: clause }, words.dates) !== undefined ||
    says(forms, [clause, [...headings, clause].join('／')])
  return text.normalize('NFKC').split(CLAUSES).map(keyOf).every(isPlain)
}

/** Whom and what the row names. */
function namesOf(row: TableRow, { columns }: SheetReading): string[] {
  const isName = ({ mapped: { record, person, organization } }: SheetReading['columns'][number]) =>
    [record, person, organization].some((name) => name !== undefined)
  return columns.filter(isName).map(({ at }) => keyOf(row.cells.get(at.column)?.text ?? ''))
}
