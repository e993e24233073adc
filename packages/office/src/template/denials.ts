import type { FilePlace } from '../office-error.ts'
import type { ChangedLedger } from './changed-ledger.ts'
import type { LedgerRow } from './ledger-records.ts'

/** That there is nothing in a list, or nothing of a year at all, as the sheet of the record above says. */
export interface Denial {
  readonly row: LedgerRow
  /** The list of the record; none of a year that has nothing. */
  readonly list?: string
  readonly place: FilePlace
}

/** What sheets say that there is not, and which of it rows of other sheets contradict. */
export class Denials {
  readonly #byPlace = new Map<string, Denial>()
  readonly #contradicted = new Set<Denial>()

  add(denial: Denial): void {
    this.#byPlace.set(denial.list === undefined ? denial.row.place : `${denial.row.place}/${denial.list}`, denial)
  }

  /** What says that there is no record at a place, which is contradicted by that. */
  contradictedAt(place: string): Denial | undefined {
    for (let at = place; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
      const denial = this.#byPlace.get(at)
      if (denial) return (this.#contradicted.add(denial), denial)
    }
    return undefined
  }

  /** Leaves open what is contradicted: neither is known. */
  settle(draft: ChangedLedger): void {
    for (const { row, list } of this.#contradicted)
      if (list === undefined) draft.forgetYear(row)
      else draft.remove(draft.at(row.place) ?? row, [list])
  }
}
