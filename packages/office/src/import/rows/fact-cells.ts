import { ledgerPart, type ImportYears } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { wholeNumberIn } from '../../values/read-number.ts'
import { isBlankFor, readCell } from '../../values/read-cell.ts'
import { keyOf } from '../../values/words.ts'
import { besideEnd } from './beside-end.ts'
import type { FactRecords } from './fact-records.ts'
import type { RowRecords } from './row-cells.ts'
import type { RowFacts } from './row-facts.ts'
import { unitOf } from './unit-of-column.ts'
import { whatToWrite } from './what-to-write.ts'

/** The most years of a period; what is longer was read wrongly. */
const LONGEST = 10

function yearsIn(text: string): number | undefined {
  const years = wholeNumberIn(text, ['年'])
  return years && years <= LONGEST ? years : undefined
}

/** Reads what a cell says of a fact by its type, and sets it. */
export class FactCells {
  readonly #reading: SheetReading
  readonly #records: FactRecords
  readonly #facts: RowFacts

  constructor(reading: SheetReading, records: FactRecords, facts: RowFacts) {
    this.#reading = reading
    this.#records = records
    this.#facts = facts
  }

  /** Sets a fact as a cell says, or tells why it is not set. */
  set(
    name: string,
    cell: Pick<Cell, 'kind' | 'text' | 'value'>,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const { draft } = this.#reading
    const part = ledgerPart(draft.plan.scopes, name)
    const fact = part?.kind === 'attestation' ? part.value : part?.kind === 'fact' ? part.fact : undefined
    if (!fact) return
    const { periodYears } = column.mapped
    if (periodYears !== undefined && name === column.mapped.fact) {
      const record = this.#facts.target(name, column, records, place)
      if (record) draft.ends.addLength({ record, fact: name, said: yearsIn(cell.text), years: periodYears, place })
      return
    }
    const isNumber = fact.type === 'integer' || fact.type === 'money'
    const first = isNumber ? this.#facts.cellOfSeveral(name, column, records) : undefined
    if (first !== undefined) {
      draft.note('number-of-several', { ...place, cell: first })
      return
    }
    const own = records.row.cells.get(column.at.column)
    if (isNumber && own && draft.words.same.has(keyOf(own.text))) {
      draft.note('same-number', place)
      return
    }
    if (isBlankFor(fact, cell, draft.words)) return
    const { unit, isWritten } = unitOf(column, this.#reading)
    const read = readCell(fact, cell, draft.words, unit)
    if ('fault' in read)
      draft.note(read.fault, place, {
        proposal: read.proposal,
        ...(read.fault === 'not-understood' && whatToWrite(fact, cell, draft.words, unit)),
      })
    else {
      if (this.#records.isForOtherYear(name, read.value, column, records)) {
        draft.note('year-not-that-of-date', place)
        return
      }
      if (read.isSerial) draft.note('serial-date', place, { proposal: String(read.value) })
      const { plusYears, fact: begun } = column.mapped
      if (plusYears !== undefined && name === begun && typeof read.value === 'string') {
        this.#setEndOfYears(name, { end: read.value, years: plusYears }, column, records, place)
        return
      }
      if (this.#isStillToCome(name, read.value, column)) {
        draft.note('still-to-come', place)
        records.settled.add(column.mapped.until!)
      }
      const { without } = column.mapped
      if (without && name === begun && typeof read.value === 'number') {
        const record = this.#facts.target(name, column, records, place)
        const text = records.row.cells.get(column.at.column)?.text ?? ''
        if (record)
          records.counts.push({ record, fact: name, value: read.value, without, column, text, place, row: records.row })
        return
      }
      const record = this.#facts.set(name, read.value, column, records, place)
      if (fact.type === 'money' && typeof read.value === 'number' && record) {
        const isPlain = /\d$/.test(keyOf(cell.text))
        const times = isPlain ? draft.words.units[unit ?? ''] : undefined
        draft.amounts.add({ fact: name, record, value: read.value, times, isWritten: !isPlain || isWritten, place })
      }
    }
  }

  /** Whether a date is the beginning of a period that has not begun on the day of the form. */
  #isStillToCome(name: string, value: unknown, { mapped }: ReadColumn): boolean {
    const { day } = this.#reading
    const isBeginning = mapped.until !== undefined && mapped.fact === name && typeof value === 'string'
    return isBeginning && day !== undefined && value > day && !value.startsWith(day) && !day.startsWith(value)
  }

  /** The end of so many years that began with the fact. */
  #setEndOfYears(
    fact: string,
    { end, years }: { end: string; years: ImportYears },
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const { draft, head } = this.#reading
    const record = this.#facts.target(fact, column, records, place)
    if (!record) return
    this.#facts.tellShared(fact, column, records, place)
    const began = besideEnd(column, records.row, this.#reading)
    draft.ends.add({ record, fact, end, years, began, head, place })
  }
}
