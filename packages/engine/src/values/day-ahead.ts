import type { Unknown, Value } from './value.ts'

/** A date later than `asOf`, as the ledger gives it. To conditions it is null; in words it is what it is. */
export class DayAhead {
  readonly given: number | Unknown

  constructor(given: number | Unknown) {
    this.given = given
  }
}

/** What is seen of a fact by those who put it in words. */
export type Seen = Value | DayAhead

/** The value that conditions see. */
export function valueIn(seen: Seen): Value {
  return seen instanceof DayAhead ? null : seen
}
