import type { Text } from '@tiaoli/engine'
import { ledgerPart, type ImportColumn } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { Scope } from '../../scope.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { setReferring } from '../ledger/names-to-come.ts'
import { readDate, type DateOrder } from '../../values/read-date.ts'
import { readPeriod } from '../../values/read-period.ts'
import { keyOf } from '../../values/words.ts'
import { CellWords } from './cell-words.ts'
import { FactCells } from './fact-cells.ts'
import type { FactRecords } from './fact-records.ts'
import type { RowCells, RowRecords } from './row-cells.ts'
import { RowFacts } from './row-facts.ts'
import { RowOrganizations } from './row-organizations.ts'
import { RowPersons } from './row-persons.ts'
import { RowReferences } from './row-references.ts'

/** Sets what the cells of a row say, each of the record that has it. */
export class RowValues {
  readonly words: CellWords
  readonly references: RowReferences
  readonly #reading: SheetReading
  readonly #cells: RowCells
  readonly #facts: RowFacts
  readonly #factCells: FactCells
  readonly #persons: RowPersons
  readonly #organizations: RowOrganizations
  /** The facts that are the ends of periods. */
  readonly #ends: ReadonlySet<string | undefined>

  constructor(reading: SheetReading, scope: Scope, cells: RowCells, records: FactRecords) {
    this.#reading = reading
    this.#cells = cells
    this.#ends = new Set((reading.found.table.columns ?? []).flatMap(({ until }) => until ?? []))
    const read = new Set(reading.columns.map(({ at }) => at))
    const unread = [...reading.found.matches].flatMap(([at, mapped]) => (read.has(at) ? [] : mapped))
    const unreadEnds = new Set(unread.flatMap((one) => [one.until, this.isEnd(one) ? one.fact : undefined]))
    this.#facts = new RowFacts(reading, scope, records)
    this.#factCells = new FactCells(reading, records, this.#facts)
    this.words = new CellWords(cells, this.#facts, this.#factCells)
    this.references = new RowReferences(reading, scope, cells, this.#facts, this.words)
    this.#persons = new RowPersons(reading, cells, this.#facts, this.words, unreadEnds)
    this.#organizations = new RowOrganizations(reading, this.#facts)
  }

  /** Whether a column has the end of a period alone. */
  isEnd({ fact }: ImportColumn): boolean {
    return this.#ends.has(fact)
  }

  /** A column that gives facts of the row’s records, or is for a person to read. */
  readColumn(column: ReadColumn, records: RowRecords): void {
    const { draft } = this.#reading
    const { at, mapped } = column
    const place = this.#reading.place(records.row.number, at)
    const cell = this.#cells.cell(column, records.row)
    if (!cell) {
      this.#cells.tellSameAsNothing(column, records.row)
      return
    }
    const isOfPersons = mapped.person !== undefined || mapped.somebody !== undefined
    if (this.#reading.cells.refuseUnreadable(cell, place)) {
      if (isOfPersons) this.#persons.leaveListsOpen(column, records)
      return
    }
    if (isOfPersons) {
      this.#persons.read(column, cell, records, place)
      return
    }
    if (mapped.fact !== undefined && this.isEnd(mapped)) records.settled.add(mapped.fact)
    const match = this.#cells.matchOf(column, cell.text, records.row)
    if (mapped.remark && !match) {
      if (!draft.words.none.has(keyOf(cell.text))) draft.note('remark', place)
      return
    }
    const isOfNone = draft.words.none.has(keyOf(cell.text)) || this.#organizations.isOfSeveral(column, records)
    this.#facts.setAll(isOfNone ? undefined : mapped.sets, column, records, place)
    if (match) {
      const { filling, meaning } = match
      this.words.setFilling(filling, column, records, place)
      if (isNothing(meaning) && this.#isOfYesAlone(mapped)) draft.note('left-open', place, { text: NARROWER })
      else if (isNothing(meaning) && draft.words.none.has(keyOf(cell.text))) draft.note('none-not-possible', place)
      else if (typeof meaning === 'object' && meaning !== null) this.#facts.setAll(meaning, column, records, place)
      else if (mapped.fact !== undefined) this.#facts.set(mapped.fact, meaning, column, records, place)
      const inner = filling.get('')
      if (inner === undefined) return
      this.#readByItself(column, { kind: 'text', value: inner, text: inner }, records, place)
    } else this.#readByItself(column, cell, records, place)
  }

  /** Whether a column can say yes and not no: a room for members may be wanting, and other premises there. */
  #isOfYesAlone({ fact }: ImportColumn): boolean {
    const part = ledgerPart(this.#reading.draft.plan.scopes, fact ?? '')
    const given = part?.kind === 'attestation' ? part.value : part?.kind === 'fact' ? part.fact : undefined
    return given?.type === 'boolean'
  }

  /** What a column reads without its words. */
  #readByItself(
    column: ReadColumn,
    cell: Pick<Cell, 'kind' | 'text' | 'value'>,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const { mapped } = column
    if (this.#reading.yearColumns.some((one) => one.mapped === mapped)) return
    if (mapped.organization !== undefined)
      this.#organizations.set(mapped.organization, cell.text, column, records, place)
    else if (mapped.referredBy !== undefined)
      setReferring(this.#reading.draft, mapped.referredBy, cell.text, records.own, place)
    else if (mapped.fact !== undefined) {
      const own = this.isEnd(mapped) ? endOf(cell, this.#reading.draft.words.dates) : cell
      if (own !== cell) this.#setBeginning(mapped.fact, cell, column, records, place)
      const read = mapped.until === undefined ? own : this.#setEnd(mapped.until, own, column, records, place)
      this.#factCells.set(mapped.fact, read, column, records, place)
    } else if (!mapped.remark && !mapped.sets && !this.#isPlainNo(cell.text))
      this.#reading.draft.note('not-understood', place)
  }

  /** Sets the end of a period, if the cell has one; returns the cell with its beginning alone. */
  #setEnd(
    name: string,
    cell: Pick<Cell, 'kind' | 'text' | 'value'>,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): Pick<Cell, 'kind' | 'text' | 'value'> {
    if (cell.kind !== 'text') return cell
    const { dates } = this.#reading.draft.words
    const period = readPeriod(cell.text, dates)
    // What is not understood may say that it has ended.
    if (period?.to !== undefined || !period) records.settled.add(name)
    if (period?.to !== undefined) this.#facts.set(name, period.to, column, records, place)
    return period && !readDate(cell, dates) ? { ...cell, text: period.from } : cell
  }

  /** Sets the beginning of the period in a column of ends, where no column is read that gives it. */
  #setBeginning(
    end: string,
    { text }: Pick<Cell, 'text'>,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const begins = (this.#reading.found.table.columns ?? []).flatMap(({ until, fact }) => (until === end && fact) || [])
    const isGiven = this.#reading.columns.some(({ mapped: { fact } }) => fact !== undefined && begins.includes(fact))
    const from = readPeriod(text, this.#reading.draft.words.dates)?.from
    if (isGiven || begins[0] === undefined || from === undefined) return
    this.#factCells.set(begins[0], { kind: 'text', value: from, text: from }, column, records, place)
  }

  /** Columns to be ticked may say no in the usual words without more being meant. */
  #isPlainNo(text: string): boolean {
    const { no, none } = this.#reading.draft.words
    return no.has(keyOf(text)) || none.has(keyOf(text))
  }
}

/** Whether a word gives nothing of the fact of its column: 无 as the day of an organization that the row has. */
function isNothing(meaning: unknown): boolean {
  return typeof meaning === 'object' && meaning !== null && Object.keys(meaning).length === 0
}

/** The cell with the end alone of the period that it has. */
function endOf(
  cell: Pick<Cell, 'kind' | 'text' | 'value'>,
  order: DateOrder | undefined,
): Pick<Cell, 'kind' | 'text' | 'value'> {
  const to = cell.kind === 'text' && !readDate(cell, order) ? readPeriod(cell.text, order)?.to : undefined
  return typeof to === 'string' ? { ...cell, text: to } : cell
}

const NARROWER: Text = {
  zh: '这一列问的比要填的窄：有就算有，没有不等于没有其他的，留空待核。请核实后在填报表中写明。',
  en: 'The column asks about less than the fact: having it counts, and not having it does not say that there is no other. It is left blank; find out and write it in the form.',
}
