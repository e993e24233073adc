import { dayNamedIn } from '../ledger/contested-cells.ts'
import type { Doubt } from '../ledger/doubted-cells.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { clausesIn } from '../../values/clauses.ts'
import { keyOf } from '../../values/words.ts'
import { wholeNumberIn } from '../../values/read-number.ts'
import { deniesGroup } from '../columns/denies-group.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isNamedIn } from './doubtful-sentences.ts'
import { numbersCalled, saidOtherwise } from './words-on-facts.ts'
import { isHarmless } from './harmless-remark.ts'
import { personsIn } from '../../values/persons-in.ts'
import type { RowCells } from './row-cells.ts'
import { remarksIn, type Remark } from './remarks-in-row.ts'
import { says } from '../../values/text-form.ts'
import { isPlan, speaksOfChange } from '../../values/words-of-change.ts'

/** What a remark says of a column, found once: a sentence beside a table is a remark in many rows. */
class OfColumns {
  readonly #known = new WeakMap<Remark, Map<ReadColumn, boolean>>()

  of(remark: Remark, column: ReadColumn, find: () => boolean): boolean {
    const columns = this.#known.get(remark) ?? new Map<ReadColumn, boolean>()
    this.#known.set(remark, columns)
    const known = columns.get(column) ?? find()
    columns.set(column, known)
    return known
  }
}

const OTHERWISE = new OfColumns()
const SPEAKING = new OfColumns()

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
  const remarks = [...remarksIn(row, reading), ...said]
  if (remarks.length === 0) return
  const filled = columns.filter(({ at }) => !reading.cells.isBlank(row.cells.get(at.column)))
  const doubtful = [...new Set(filled.map(({ at }) => at))].map((at) => {
    const ofCell = filled.filter((column) => column.at === at)
    return { at, ofCell, place: reading.place(row.number, at), doubt: doubtOf(at, row, ofCell, reading) }
  })
  for (const remark of remarks) {
    const meant = contestByWords(remark, row, filled, reading)
    const isRead = reading.columns.some(
      ({ at, mapped }) =>
        remark.kind === 'cell' && at.column === remark.column && cells.match(mapped, remark.text) !== undefined,
    )
    if (isRead || remark.kind === 'unused' || (remark.kind !== 'sentence' && isHarmless(remark, row, reading))) continue
    const date = dayNamedIn(remark.text)
    for (const { at, ofCell, place, doubt } of doubtful) {
      const isOn = remark.kind === 'comment' && at.column === remark.column
      if (!isOn && !doubt) continue
      const isNumberOpen =
        meant === 'nothing' &&
        ofCell.some((column) => SPEAKING.of(remark, column, () => speaksOf(remark, column, reading)))
      const open = isOn ? { what: 'all' as const } : { ...doubt!, isNumberOpen }
      reading.draft.doubted.add(place, { place: remark.place, date, of: own, ...open })
    }
  }
}

/** What of a cell may be otherwise, if it may deny something. */
function doubtOf(
  at: SheetColumn,
  row: TableRow,
  ofCell: readonly ReadColumn[],
  reading: SheetReading,
): Pick<Doubt, 'what' | 'isNaming' | 'isCount'> | undefined {
  const { words, mapping } = reading.draft
  const { text } = row.cells.get(at.column)!
  // Who or what is named there is not denied; that the record has no such organization itself is, by a name alone.
  if (ofCell.some(({ mapped }) => mapped.sets) && !words.none.has(keyOf(text)))
    return ofCell.some(({ mapped }) => deniesGroup(mapped, reading.draft.plan.scopes))
      ? { what: 'denials', isNaming: true }
      : undefined
  if (says(mapping.remarks?.affirming ?? [], [text, [...at.headings, text].join('／')])) return undefined
  return {
    what: ofCell.some(({ mapped }) => mapped.unless) ? 'denials-and-days' : 'denials',
    isCount: ofCell.some(({ mapped }) => saidOtherwise(mapped, reading).length > 0),
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
  const isOfNow = !clausesIn(remark.text).every(isPlan)
  const meant = filled.filter((column) =>
    OTHERWISE.of(remark, column, () => {
      const { mapped } = column
      return isOfNow && !mapped.sets && says([...(mapped.unless ?? []), ...saidOtherwise(mapped, reading)], texts)
    }),
  )
  const number = personsIn(remark.text)
  const isThere = ({ at }: ReadColumn) => wholeNumberIn(row.cells.get(at.column)!.text, ['人', '名']) === number
  // 3名党员已转出 beside 3 is not how many there are.
  if (number !== undefined && !speaksOfChange(remark.text) && meant.some(isThere)) return 'same-number'
  for (const { at } of meant) {
    const place = reading.place(row.number, at)
    reading.draft.contested.add(place, { ...place, cell: remark.place.cell! }, remark.text)
  }
  return meant.length > 0 ? 'otherwise' : 'nothing'
}

/** A number. A remark that changes one has a number or words of change: 主任系预备党员 has neither. */
const NUMBER = /\d|[一二两三四五六七八九十]+[名人位个]|不含|不包括|另有|另计/u

/**
 * Whether a remark may change the number that a column asks for: it names it, by a heading or a word of the mapping, it
 * speaks of persons and names none of them (实为3人), or says that it is not certain.
 */
function speaksOf(remark: Remark, column: ReadColumn, reading: SheetReading): boolean {
  const text = keyOf([...remark.headings, remark.text].join('／'))
  const isUnsure = says(reading.draft.mapping.remarks?.unsure ?? [], clausesIn(remark.text))
  if (isUnsure && remark.kind !== 'name' && remark.kind !== 'known-name')
    return numbersCalled(column.mapped, reading).length > 0
  if (
    (!NUMBER.test(text) && !speaksOfChange(text)) ||
    (remark.kind !== 'sentence' && isOnOthers(remark, column, reading))
  )
    return false
  if (isNamedBy(text, column, reading)) return true
  // Under a heading that is not known, persons may be those of the heading, but for what was done.
  const mayBeOfAll = remark.kind !== 'unknown' || speaksOfChange(remark.text)
  const isOfPersons =
    mayBeOfAll && personsIn(remark.text) !== undefined && numbersCalled(column.mapped, reading).length > 0
  return isOfPersons && !reading.columns.some((other) => isNamedBy(text, other, reading))
}

function isNamedBy(text: string, column: ReadColumn, reading: SheetReading): boolean {
  return (
    isNamedIn(text, column, reading) || numbersCalled(column.mapped, reading).some((word) => text.includes(keyOf(word)))
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
