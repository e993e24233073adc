import type { Text } from '@tiaoli/engine'
import { dateIn, dateWithin } from '../../values/read-date.ts'
import type { FilePlace } from '../../office-error.ts'
import { keyOfPlace } from '../../same-place.ts'
import type { DraftLedger } from './draft-ledger.ts'

interface Remark {
  readonly place: FilePlace
  /** The day that it names, if it names one. */
  readonly date: string | undefined
  /** Whether it is of a whole column, and told once. */
  readonly isOfColumn?: true
  /** What is told, where more is known than that a sentence says so. */
  readonly why?: Text | undefined
}

const DATE = /^\d{4}(?:-\d{2}){0,2}$/

/** Cells that a remark says to be otherwise. What they say stays out of the ledger. */
export class ContestedCells {
  readonly #remarks = new Map<string, Remark>()

  add(place: FilePlace, remark: FilePlace, text: string): void {
    const key = keyOfPlace(place)
    if (!this.#remarks.has(key)) this.#remarks.set(key, { place: remark, date: dayNamedIn(text) })
  }

  /** The same of a cell of a column that a sentence beside the table is about. */
  leaveOpen(place: FilePlace, sentence: FilePlace, why?: Text): void {
    this.#remarks.set(keyOfPlace(place), { place: sentence, date: undefined, isOfColumn: true, why })
  }

  /** Leaves out what they gave, after all tables are read: that there is none, numbers and days, not that there is something. */
  settle(draft: DraftLedger): void {
    if (this.#remarks.size === 0) return
    draft.root.contestCells((place, values) => {
      const remark = this.#remarks.get(keyOfPlace(place))
      if (!remark || !values.every((value) => mayBeOtherwise(value, remark))) return undefined
      if (remark.isOfColumn) draft.note('left-open', remark.place, remark.why && { text: remark.why })
      else draft.note('contradiction', place, { other: remark.place })
      return remark.place
    })
  }
}

function mayBeOtherwise(value: unknown, { date }: Remark): boolean {
  return value === null || value === false || typeof value === 'number' || isOtherDay(value, date)
}

/** Whether a value is a day, and not the one that a text names. */
export function isOtherDay(value: unknown, named: string | undefined): boolean {
  if (typeof value !== 'string' || !DATE.test(value)) return false
  return named === undefined || !(named.startsWith(value) || value.startsWith(named))
}

/** The day that a text names, if it names one. */
export function dayNamedIn(text: string): string | undefined {
  return dateIn(text)?.value ?? dateWithin(text)
}
