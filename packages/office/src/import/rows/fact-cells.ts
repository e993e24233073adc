import { ledgerPart, type ImportYears, type Plan } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { timesOfSign, wholeNumberIn } from '../../values/read-number.ts'
import { isBlankFor, readCell } from '../../values/read-cell.ts'
import { keyOf } from '../../values/words.ts'
import { besideEnd } from './beside-end.ts'
import type { FactRecords } from './fact-records.ts'
import type { RowRecords } from './row-cells.ts'
import type { RowFacts } from './row-facts.ts'
import { unitOf, type ColumnUnit } from './unit-of-column.ts'
import { whatToWrite } from './what-to-write.ts'

type Given = Plan['root']['given'][number]

/** The most years of a period; what is longer was read wrongly. */
const LONGEST = 10

function yearsIn(text: string): number | undefined {
  const years = wholeNumberIn(text, ['年'])
  return years && years <= LONGEST ? years : undefined
}

/** A fact, and the cell that is to say something of it. */
interface AskedCell {
  readonly name: string
  readonly fact: Given
  readonly cell: Pick<Cell, 'kind' | 'text' | 'value'>
  readonly column: ReadColumn
  readonly records: RowRecords
  readonly place: FilePlace
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
    const asked = { name, fact, cell, column, records, place }
    const { periodYears } = column.mapped
    if (periodYears !== undefined && name === column.mapped.fact) this.#setLength(asked, periodYears)
    else if (!this.#tellNotItsOwn(asked) && !isBlankFor(fact, cell, draft.words)) this.#read(asked)
  }

  /** How long the period is that began with the fact. */
  #setLength({ name, cell, column, records, place }: AskedCell, years: ImportYears): void {
    const record = this.#facts.target(name, column, records, place)
    if (record) this.#reading.draft.ends.addLength({ record, fact: name, said: yearsIn(cell.text), years, place })
  }

  /** Whether a number stands in a cell of several rows, or is “the same” as another: of whom it is, nobody knows. */
  #tellNotItsOwn({ name, fact, column, records, place }: AskedCell): boolean {
    if (fact.type !== 'integer' && fact.type !== 'money') return false
    const { draft } = this.#reading
    const first = this.#facts.cellOfSeveral(name, column, records)
    const own = records.row.cells.get(column.at.column)
    if (first !== undefined) draft.note('number-of-several', { ...place, cell: first })
    else if (own && draft.words.same.has(keyOf(own.text))) draft.note('same-number', place)
    else return false
    return true
  }

  #read(asked: AskedCell): void {
    const { name, fact, cell, column, records, place } = asked
    const { draft } = this.#reading
    const unit = unitOf(column, this.#reading)
    const read = readCell(fact, cell, draft.words, unit.unit)
    if ('fault' in read) {
      draft.note(read.fault, place, {
        proposal: read.proposal,
        ...(read.fault === 'not-understood' && whatToWrite(fact, cell, draft.words, unit.unit)),
      })
      const record = fact.equals && this.#facts.target(name, column, records, place)
      if (record) draft.openNumbers.add(record, fact, place)
    } else if (this.#records.isForOtherYear(name, read.value, column, records))
      draft.note('year-not-that-of-date', place)
    else if (fact.type === 'money') this.#setAmount(asked, read.value, unit)
    else {
      if (read.isSerial) draft.note('serial-date', place, { proposal: String(read.value) })
      this.#setValue(asked, read.value)
    }
  }

  /** Sets an amount, unless its sign and its heading name two units. */
  #setAmount(asked: AskedCell, value: unknown, { unit, isWritten }: ColumnUnit): void {
    const { name, cell, column, records, place } = asked
    const { draft } = this.#reading
    const { units } = draft.words
    const [ofSign, ofColumn] = [timesOfSign(cell.text, units), units[unit ?? '']]
    if (ofSign !== undefined && ofSign !== ofColumn && isWritten && value !== 0) {
      draft.note('amount-in-two-units', place)
      return
    }
    const record = this.#facts.set(name, value, column, records, place)
    if (typeof value !== 'number' || !record) return
    const isBare = /\d$/.test(keyOf(cell.text))
    draft.amounts.add({
      fact: name,
      record,
      value,
      times: isBare ? (ofSign ?? ofColumn) : undefined,
      isSure: !isBare || ofSign !== undefined,
      isWritten: !isBare || ofSign !== undefined || isWritten,
      place,
    })
  }

  /** Sets a value, or what follows from it: a beginning from an end, a number without those that are counted elsewhere. */
  #setValue({ name, column, records, place }: AskedCell, value: unknown): void {
    const { draft } = this.#reading
    const { plusYears, without, fact } = column.mapped
    const isOfColumn = name === fact
    if (isOfColumn && plusYears !== undefined && typeof value === 'string')
      this.#setEndOfYears(name, { end: value, years: plusYears }, column, records, place)
    else if (isOfColumn && without && typeof value === 'number') {
      const record = this.#facts.target(name, column, records, place)
      const text = records.row.cells.get(column.at.column)?.text ?? ''
      if (record) records.counts.push({ record, fact: name, value, without, column, text, place, row: records.row })
    } else {
      if (this.#isStillToCome(name, value, column)) {
        draft.note('still-to-come', place)
        records.settled.add(column.mapped.until!)
      }
      this.#facts.set(name, value, column, records, place)
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
