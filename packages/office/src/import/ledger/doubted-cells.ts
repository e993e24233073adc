import type { Text } from '@tiaoli/engine'
import type { FilePlace } from '../../office-error.ts'
import { keyOfPlace } from '../../same-place.ts'
import { wayUp } from '../../way-up.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import { isOtherDay } from './contested-cells.ts'
import type { DraftLedger } from './draft-ledger.ts'

/** What of a cell a text that is not understood leaves open. */
export interface Doubt {
  /** Where the text stands. */
  readonly place: FilePlace
  readonly what: 'denials' | 'denials-and-days' | 'all'
  /** Whether the cell names who or what there is: that is so, and only what it denies beside that is open. */
  readonly isNaming?: boolean
  /** Whether it is a number that only certain words leave open. */
  readonly isCount?: boolean
  /** Whether the text speaks of the number, and may change it. */
  readonly isNumberOpen?: boolean
  /** The day that it names: it does not say that a cell with that day is otherwise. */
  readonly date?: string | undefined
  /** The record of the row of which it speaks, if it speaks of one: a title above rows says something of each. */
  readonly of?: DraftRecord
  /** What is known of the text beside that it leaves something open. */
  readonly why?: Text | undefined
}

/** More cells are counted, and not listed. */
const LISTED = 8

/** Cells of which a text in words may say that it is otherwise. What they deny stays out of the ledger. */
export class DoubtedCells {
  readonly #doubts = new Map<string, Doubt[]>()
  readonly #ofRecords = new Map<DraftRecord, Doubt>()

  add(place: FilePlace, doubt: Doubt): void {
    const key = keyOfPlace(place)
    const list = this.#doubts.get(key) ?? []
    this.#doubts.set(key, list)
    list.push(doubt)
  }

  /** The same of all that cells say of a record, wherever they are, and of its numbers where the text is of persons. */
  addOf(record: DraftRecord, place: FilePlace, isNumberOpen: boolean): void {
    if (!this.#ofRecords.has(record))
      this.#ofRecords.set(record, { place, what: 'denials-and-days', isNaming: true, isNumberOpen })
  }

  /** Leaves out what they deny, after all tables are read, and tells each text once with the cells that it leaves open. */
  settle(draft: DraftLedger): void {
    if (this.#doubts.size === 0 && this.#ofRecords.size === 0) return
    const told = new Map<
      string,
      { readonly place: FilePlace; readonly why?: Text | undefined; readonly cells: Set<string> }
    >()
    draft.root.contestCells((place, values, record, value) => {
      const ofRecord = wayUp(record).flatMap((one) => this.#ofRecords.get(one) ?? [])
      const doubts = [...(this.#doubts.get(keyOfPlace(place)) ?? []), ...ofRecord].filter(
        (doubt) => isAbout(doubt, record) && (doubt.isNaming ? [value] : values).every((one) => isOpen(one, doubt)),
      )
      for (const { place: text, why } of doubts) {
        const one = told.get(keyOfPlace(text)) ?? { place: text, why, cells: new Set<string>() }
        told.set(keyOfPlace(text), one)
        if (place.cell !== undefined)
          one.cells.add(isSameSheet(place, text) ? place.cell : `${place.sheet}!${place.cell}`)
      }
      return doubts[0]?.place
    })
    for (const { place, why, cells } of told.values())
      draft.note('remark-not-understood', place, { text: textOf([...cells], why) })
  }
}

function isSameSheet(one: FilePlace, other: FilePlace): boolean {
  return one.sheet === other.sheet && one.file === other.file
}

/** Whether a text may speak of a record: it does not where the record is, or is below, another row’s. */
function isAbout({ of }: Doubt, record: DraftRecord): boolean {
  const ofRow = of && wayUp(record).find(({ scope }) => scope === of.scope)
  return ofRow === undefined || ofRow === of
}

function isOpen(value: unknown, { what, date, isCount = false, isNumberOpen = false }: Doubt): boolean {
  if (what === 'all' || value === null || value === false || value === 'none') return true
  if (typeof value === 'number' && isNumberOpen) return true
  if (value === 0) return !isCount
  return what === 'denials-and-days' && isOtherDay(value, date)
}

const NOT_UNDERSTOOD: Text = {
  zh: '这里的文字程序读不懂，可能说的是另一种情况',
  en: 'The program does not understand what is written here, which may say otherwise',
}

function textOf(cells: readonly string[], why: Text = NOT_UNDERSTOOD): Text {
  const listed = cells.slice(0, LISTED).join('、')
  const isMore = cells.length > LISTED
  const zh = isMore ? `${listed}等${String(cells.length)}格` : listed
  const rest = isMore ? ` and ${String(cells.length - LISTED)} more` : ''
  return {
    zh: `${why.zh}，所以${zh}所写的没有填入台账，留空待核。请阅读，并填写或改正这些单元格。`,
    en: `${why.en}, so what ${cells.slice(0, LISTED).join(', ')}${rest} say is not in the ledger, but left open. Read it, and fill in or correct these cells.`,
  }
}
