import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import type { RowRecords } from './row-cells.ts'
import type { RowYears } from './row-years.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { waitsFor } from './waits-for.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { wayDown } from '../record/way-down.ts'

/** Finds the records that have the facts of a row. */
export class FactRecords {
  readonly #reading: SheetReading
  readonly #years: RowYears

  constructor(reading: SheetReading, years: RowYears) {
    this.#reading = reading
    this.#years = years
  }

  /** The record that has a fact, as seen from the row; made where it is below. A list has none of its own. */
  target(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): DraftRecord | undefined {
    const part = ledgerPart(this.#reading.draft.plan.scopes, name)!
    const scope = part.kind === 'records' ? part.scope.parent! : part.scope
    for (let record: DraftRecord | undefined = records.own; record; record = record.parent)
      if (record.scope === scope) return record
    for (const start of [records.own, ...records.named.values()]) {
      const way = wayDown(start.scope, scope)
      if (way) return this.#below(start, way, column, records, place)
    }
    this.#reading.draft.note('waits-for-other', place, waitsFor(this.#naming(scope)))
    return undefined
  }

  /** Whether a date says that what a column gives was done for another year than that of the column. */
  isForOtherYear(name: string, date: unknown, column: ReadColumn, { row }: RowRecords): boolean {
    return typeof date === 'string' && this.#years.isForOtherYear(column, row, name, date)
  }

  /** The columns that name a record of a scope, or one that refers to it. */
  #naming(scope: Scope): SheetColumn[] {
    const { columns, draft } = this.#reading
    return columns.flatMap(({ at, mapped: { record } }) => {
      const part = record === undefined ? undefined : ledgerPart(draft.plan.scopes, record)
      const named = part?.kind === 'fact' ? part.fact.to : part?.scope
      return named === scope ? [at] : []
    })
  }

  #below(
    start: DraftRecord,
    way: readonly Scope[],
    column: ReadColumn,
    { row, made }: RowRecords,
    place: FilePlace,
  ): DraftRecord | undefined {
    let record = start
    let key = start.scope.name
    for (const scope of way) {
      const year = scope.keyed ? this.#years.yearOf(column, row) : undefined
      if (scope.keyed && year === undefined) {
        this.#reading.draft.note(this.#years.isYearUnclear(column) ? 'year-unclear' : 'year-not-known', place)
        return undefined
      }
      key += ` ${scope.name} ${String(year)}`
      const known = made.get(key) ?? eventOfYear(record, scope) ?? record.add(scope, year)
      made.set(key, known)
      record = known
    }
    return record
  }
}

/** What a column says of a year is one event, whichever rows and tables tell of it. */
function eventOfYear(record: DraftRecord, scope: Scope): DraftRecord | undefined {
  return record.scope.keyed ? record.list(scope)[0] : undefined
}
