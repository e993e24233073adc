import { dayNamedIn } from '../ledger/contested-cells.ts'
import type { Doubt } from '../ledger/doubted-cells.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { keyOf } from '../../values/words.ts'
import { wholeNumberIn } from '../../values/read-number.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isNamedIn } from './doubtful-sentences.ts'
import { isHarmless } from './harmless-remark.ts'
import { personsIn } from './remark-on-count.ts'
import type { RowCells } from './row-cells.ts'
import { remarksIn, type Remark } from './remarks-in-row.ts'
import { says } from '../../values/text-form.ts'
import { speaksOfChange } from '../../values/words-of-change.ts'

/**
 * Leaves open what cells of a row say where a remark says that it is otherwise (未建 beside 2026年9月批复成立支部), and what
 * they deny where it is not known to say nothing of that; `said` are sentences beside the table that are on the row.
 */
export function contestByRemarks(
  row: TableRow,
  columns: readonly ReadColumn[],
  own: DraftRecord,
  reading: SheetReading,
  cells: RowCells,
  said: readonly Remark[],
): void {
  const filled = columns.filter(({ at }) => !reading.cells.isBlank(row.cells.get(at.column)))
  for (const remark of [...remarksIn(row, reading), ...said]) {
    const meant = contestByWords(remark, row, filled, reading)
    if (meant === 'same-number') continue
    const isRead = reading.columns.some(
      ({ at, mapped }) =>
        remark.kind === 'cell' && at.column === remark.column && cells.match(mapped, remark.text) !== undefined,
    )
    if (isRead || remark.kind === 'unused' || isHarmless(remark, row, reading)) continue
    const date = dayNamedIn(remark.text)
    for (const at of new Set(filled.map((column) => column.at))) {
      const isOn = remark.kind === 'comment' && at.column === remark.column
      const doubt = isOn
        ? { what: 'all' as const }
        : doubtOf(at, row, filled, reading, meant === 'nothing' ? remark : undefined)
      if (doubt)
        reading.draft.doubted.add(reading.place(row.number, at), { place: remark.place, date, of: own, ...doubt })
    }
  }
}

/** What of a cell may be otherwise, if it may deny something, or is a number of which the remark speaks. */
function doubtOf(
  at: SheetColumn,
  row: TableRow,
  filled: readonly ReadColumn[],
  reading: SheetReading,
  onNumbers: Remark | undefined,
): Pick<Doubt, 'what' | 'isCount' | 'isNumberOpen'> | undefined {
  const { words, mapping } = reading.draft
  const { text } = row.cells.get(at.column)!
  const all = filled.filter((column) => column.at === at)
  // Who or what is named there is not denied, whatever else that says.
  if (all.some(({ mapped }) => mapped.sets) && !words.none.has(keyOf(text))) return undefined
  if (says(mapping.remarks?.affirming ?? [], [text, [...at.headings, text].join('／')])) return undefined
  return {
    what: all.some(({ mapped }) => mapped.unless) ? 'denials-and-days' : 'denials',
    isCount: all.some(({ mapped }) => wordsOnFacts(mapped, reading).length > 0),
    isNumberOpen: onNumbers !== undefined && all.some((column) => speaksOf(onNumbers, column, reading)),
  }
}

/** What is written on the cell that names a row or behind the name, but for what says nothing of it. */
export function commentOnName(row: TableRow, naming: ReadColumn, reading: SheetReading): Remark | undefined {
  return remarksIn(row, reading).find(
    (remark) =>
      (remark.kind === 'comment' || remark.kind === 'name') &&
      remark.column === naming.at.column &&
      !isHarmless(remark, row, reading),
  )
}

/** Leaves open the cells that words of a remark are about. One that repeats the number of a cell says nothing else. */
function contestByWords(
  remark: Remark,
  row: TableRow,
  filled: readonly ReadColumn[],
  reading: SheetReading,
): 'same-number' | 'otherwise' | 'nothing' {
  // 否 under 是否完成换届 does not say 完成换届.
  const isDenied = reading.draft.words.no.has(keyOf(remark.text))
  const texts = isDenied ? [remark.text] : [remark.text, [...remark.headings, remark.text].join('／')]
  const meant = filled.filter(
    ({ mapped }) => !mapped.sets && says([...(mapped.unless ?? []), ...wordsOnFacts(mapped, reading)], texts),
  )
  const number = personsIn(remark.text)
  const isThere = ({ at }: ReadColumn) => wholeNumberIn(row.cells.get(at.column)!.text, ['人', '名']) === number
  if (number !== undefined && meant.some(isThere)) return 'same-number'
  for (const { at } of meant) {
    const place = reading.place(row.number, at)
    reading.draft.contested.add(place, { ...place, cell: remark.place.cell! }, remark.text)
  }
  return meant.length > 0 ? 'otherwise' : 'nothing'
}

/** A number. A remark that changes one has a number or words of change: 主任系预备党员 has neither. */
const NUMBER = /\d|[一二两三四五六七八九十]+[名人位个]/u

/** Whether a remark may change the number that a column asks for, which it names by a heading or a word of the mapping. */
function speaksOf(remark: Remark, column: ReadColumn, reading: SheetReading): boolean {
  const text = keyOf([...remark.headings, remark.text].join('／'))
  if ((!NUMBER.test(text) && !speaksOfChange(text)) || isOnOthers(remark, column, reading)) return false
  const given = factsGivenBy(column.mapped)
  const entries = (reading.draft.mapping.remarks?.on ?? []).filter(({ facts }) => facts.some((f) => given.includes(f)))
  return (
    isNamedIn(text, column, reading) ||
    entries.some(({ named = [] }) => named.some((word) => text.includes(keyOf(word))))
  )
}

/** Whether a remark is on those whom a number may count as well: what it says of them is read, with the number. */
function isOnOthers({ text, headings }: Remark, { mapped }: ReadColumn, { columns }: SheetReading): boolean {
  const given = factsGivenBy(mapped)
  return columns.some(({ mapped: { fact, without } }) => {
    if (!without || !given.some((one) => one === without.fact || one === fact)) return false
    const { others = [], own = [], inside, beside } = without
    return says([...others, ...own, ...inside, ...beside], [text, headings.join('／')])
  })
}

/** The forms of remarks that say that facts are otherwise that a column gives. */
function wordsOnFacts(mapped: ReadColumn['mapped'], { draft }: SheetReading): string[] {
  const given = factsGivenBy(mapped)
  const ofFacts = (draft.mapping.remarks?.on ?? []).filter(({ facts }) => facts.some((fact) => given.includes(fact)))
  return ofFacts.flatMap(({ by = [] }) => by)
}
