import type { Text } from '@tiaoli/engine'
import { completeText, ledgerPart, parameterNamed, type ImportColumn } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { RowRecords } from './row-cells.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { contestByRemark, remarkOnCount, remarksBeside } from './remark-on-count.ts'
import { says } from '../../values/text-form.ts'
import { lessByUnknown, type Less } from './unknown-counts.ts'
import { keyOf } from '../../values/words.ts'

type Without = NonNullable<ImportColumn['without']>

/** A number in which a form may count what the fact does not (`without`). */
export interface OverlappingCount {
  readonly record: DraftRecord
  readonly fact: string
  readonly value: number
  readonly without: Without
  readonly column: ReadColumn
  readonly text: string
  readonly place: FilePlace
  readonly row: TableRow
}

/**
 * Sets numbers of a row when what they may count as well is known. Where the form does not say which it is, the number is
 * taken as it stands and told, unless with one it reaches a number that the policy asks for and with the other it does not.
 */
export function setCounts({ row, own, counts }: RowRecords, reading: SheetReading): void {
  // A remark says of the others what it says, whether the number that may count them can be read or not.
  const ofOwn = reading.columns.flatMap(({ mapped: { without } }) => (without ? [{ record: own, without }] : []))
  for (const { record, without } of [...ofOwn, ...counts]) contestByRemark(record, without, row, reading)
  const values = counts.map((count) => ({ ...count, value: valueOf(count, reading) }))
  // What one of them says that it counts, the others may count too.
  const open = values.filter((count) => count.value === undefined && saysInside(count))
  for (const { value, ...count } of values) {
    if (value === undefined) continue
    const other = open.find((one) => one.record === count.record && one.without.fact === count.without.fact)
    if (other && saidOf(count, reading) !== 'beside') tellOpen(count, other.place, reading)
    else if (!isOpenByUnknown({ ...count, value }, reading))
      reading.draft.set(count.record, count.fact, value, count.place, reading.head, count.place)
  }
}

function tellOpen(
  { without, place }: Pick<OverlappingCount, 'without' | 'place'>,
  other: FilePlace,
  reading: SheetReading,
) {
  const part = ledgerPart(reading.draft.plan.scopes, without.fact)
  if (part?.kind === 'fact')
    reading.draft.note('counts-others', place, { other, text: openText(completeText(part.fact.label)) })
}

function valueOf(count: OverlappingCount, reading: SheetReading): number | undefined {
  const { record, value, without, place } = count
  const { draft } = reading
  const part = ledgerPart(draft.plan.scopes, without.fact)
  if (part?.kind !== 'fact') return value
  const others = record.valueOf(part.path)
  const unread = others === undefined ? unreadOthers(count, reading) : undefined
  const isAmong = others === undefined && saysInside(count)
  if ((unread || isAmong) && saidOf(count, reading) !== 'beside') {
    const isSure = !isAmong && reaches(value, without, reading) === reaches(0, without, reading)
    if (!isSure) draft.note('counts-others', place, { other: unread, text: openText(completeText(part.fact.label)) })
    return isSure ? value : undefined
  }
  if (typeof others !== 'number' || others === 0) return value
  const said = saidOf(count, reading)
  if (said === 'beside') return value
  const other = record.placeOf(part.path)
  const rest = value - others
  if (said === 'inside') {
    if (rest < 0) draft.note('contradiction', place, { other })
    else if (without.rest) return rest
    else draft.note('counts-others', place, { other, text: openText(completeText(part.fact.label)) })
    return undefined
  }
  const label = completeText(part.fact.label)
  const isOpen = reaches(value, without, reading) !== reaches(Math.max(rest, 0), without, reading)
  draft.note('counts-others', place, { other, text: isOpen ? openText(label) : takenText(label) })
  return isOpen ? undefined : value
}

/** Whether a column that is not known may say that fewer are counted, where that decides; told where there are numbers. */
function isOpenByUnknown(count: OverlappingCount, reading: SheetReading): boolean {
  const { value, without, column, text, place, row } = count
  if (says(without.beside, [text, ...column.at.headings])) return false
  const part = ledgerPart(reading.draft.plan.scopes, without.fact)
  const label = part?.kind === 'fact' ? completeText(part.fact.label) : { zh: '', en: '' }
  const less = [...lessByUnknown(value, without, row, reading), ...lessByRemark(count, reading)]
  for (const { at, least, isCounted } of less) {
    const isOpen = reaches(value, without, reading) !== reaches(least, without, reading)
    if (!isOpen && !isCounted) continue
    const other = reading.place(row.number, at)
    reading.draft.note('counts-others', place, { other, text: isOpen ? openText(label) : takenText(label) })
    if (isOpen) return true
  }
  return false
}

/** What a remark may leave of a number, where no column says how many the others are. */
function lessByRemark({ record, value, without, row }: OverlappingCount, reading: SheetReading): Less[] {
  const part = ledgerPart(reading.draft.plan.scopes, without.fact)
  const isSaid = part?.kind === 'fact' && Number(record.valueOf(part.path)) > 0
  const remark = isSaid ? undefined : remarkOnCount(without, row, reading)
  return remark ? [{ at: remark.at, least: Math.max(value - (remark.number ?? value), 0), isCounted: true }] : []
}

/** The cell of the row that should say how many the others are, and is not understood. */
function unreadOthers({ without, row }: OverlappingCount, reading: SheetReading): FilePlace | undefined {
  const { none } = reading.draft.words
  const column = reading.columns.find(({ mapped }) => mapped.fact === without.fact)
  const cell = column && row.cells.get(column.at.column)
  const isSaid = cell !== undefined && !reading.cells.isBlank(cell) && !none.has(keyOf(cell.text))
  return isSaid ? reading.place(row.number, column!.at) : undefined
}

/** Whether a number itself says that it counts the others, and not that of the others: 党员总数（含未转入）. */
function saysInside({ without, column, text }: Pick<OverlappingCount, 'without' | 'column' | 'text'>): boolean {
  return says(without.inside, [text, column.at.headings.join('／')])
}

/**
 * Whether a form says that a number counts the others (其中：未转入) or does not (另有未转入): in the cell, in the headings of
 * either, or in a remark of the row.
 */
function saidOf(
  { without, column, text, row }: Pick<OverlappingCount, 'without' | 'column' | 'text' | 'row'>,
  reading: SheetReading,
): 'beside' | 'inside' | undefined {
  const headings = [column, ...reading.columns.filter(({ mapped }) => mapped.fact === without.fact)]
  const remarks = remarksBeside(row, reading)
  const texts = [text, ...headings.map(({ at }) => at.headings.join('／')), ...remarks.map((remark) => remark.text)]
  if (says(without.beside, texts)) return 'beside'
  return says(without.inside, texts) ? 'inside' : undefined
}

/** How many of the numbers that the policy asks for a number reaches. */
function reaches(value: number, { least }: Without, { draft }: SheetReading): number {
  const asked = least.flatMap((name) => draft.plan.parameters.get(parameterNamed(name)!)?.timeline ?? [])
  return asked.filter((entry) => typeof entry.value === 'number' && value >= entry.value).length
}

function openText({ zh, en }: Text): Text {
  return {
    zh: `没有写明这个数是否包含“${zh}”；字段表规定不含，而含与不含会影响是否达到规定的人数，未填入台账。请减去后填写，并在表头写明，如“另有…”“其中：…”。`,
    en: `It is not said whether this counts “${en}”. The catalogue does not, and it decides whether there are as many as the policy asks for: it is not in the ledger. Write the number without them, and say so in the headings.`,
  }
}

function takenText({ zh, en }: Text): Text {
  return {
    zh: `没有写明这个数是否包含“${zh}”；字段表规定不含，已按不含填入台账。包含的，请减去后填写，或在表头写明，如“另有…”“其中：…”。`,
    en: `It is not said whether this counts “${en}”. The catalogue does not, and it is in the ledger as if it did not. If it does, write the number without them, or say so in the headings.`,
  }
}
