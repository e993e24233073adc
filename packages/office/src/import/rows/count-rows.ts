import { addTo, type ImportTable } from '@tiaoli/engine/plan'
import { addressOf } from '../../cells/address.ts'
import type { FilePlace } from '../../office-error.ts'
import { isSameCell } from '../../same-place.ts'
import type { Cell } from '../../workbook.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { findRecord, recordsOfShort } from '../ledger/find-record.ts'
import { countsOpenByNotes } from './notes-of-table.ts'
import { RosterConditions } from './roster-conditions.ts'
import { rosterOfSome } from './roster-of-some.ts'
import { RosterDoubts } from './roster-doubts.ts'
import { SaidOfRows } from './said-of-rows.ts'
import { areSeveralRecords } from '../names/several-names.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { TextForms } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'

/** How many rows of a record count for each fact; `undefined` where that of one is not known. */
interface Counted {
  readonly numbers: (number | undefined)[]
  readonly rows: TableRow[]
  /** The same by the name of the person. */
  readonly named: Map<string, TableRow[]>
}

/** Counts the rows of a roster. Of the persons in it nothing is kept but how many they are. */
export function countRows(reading: SheetReading): void {
  const column = reading.columns.find(({ mapped }) => mapped.record !== undefined)
  const scope = column && reading.draft.plan.scopes.get(column.mapped.record!)
  if (column && scope) new Roster(reading, column, scope).count()
}

/** A number that a row in doubt may change is not in the ledger. */
class Roster {
  readonly #reading: SheetReading
  readonly #column: ReadColumn
  readonly #scope: Scope
  readonly #counts: NonNullable<ImportTable['counts']>
  readonly #conditions: RosterConditions
  readonly #doubts: RosterDoubts
  readonly #said: SaidOfRows
  readonly #forms: TextForms<unknown>
  /** The records that other tables have. */
  readonly #register: ReadonlySet<DraftRecord>
  readonly #counted = new Map<DraftRecord, Counted>()
  /** Where sentences and titles stand that leave open whether rows count, by their cells. */
  readonly #open = new Map<string, FilePlace>()
  /** Rows that may belong to any of the records. */
  readonly #ofAny: TableRow[] = []

  constructor(reading: SheetReading, column: ReadColumn, scope: Scope) {
    this.#reading = reading
    this.#column = column
    this.#scope = scope
    this.#register = new Set(reading.draft.rowsOfNames.keys())
    this.#counts = reading.found.table.counts ?? []
    this.#conditions = new RosterConditions(reading)
    this.#doubts = new RosterDoubts(reading, column, this.#conditions)
    this.#said = new SaidOfRows(reading)
    this.#forms = new TextForms<unknown>(column.mapped.words ?? {})
  }

  count(): void {
    const { draft } = this.#reading
    let above: Cell | undefined
    for (const row of this.#reading.rows()) {
      const own = row.cells.get(this.#column.at.column)
      const named = own && draft.words.same.has(keyOf(own.text)) ? above : own
      const cell = this.#saysNone(named) ? (this.#otherwise(row) ?? named) : named
      above = named
      this.#read(row, cell)
    }
    for (const row of this.#hiddenRows()) this.#read(row, row.cells.get(this.#column.at.column), true)
    this.#doubtAll(this.#ofAny)
    // Of a record to which rows may belong, and none certainly does, no number is known.
    const certain = [...this.#counted].filter(([, { rows }]) => rows.length > 0)
    const open = countsOpenByNotes(this.#reading)
    const some = rosterOfSome(
      this.#reading,
      certain.map(([record]) => record),
    )
    const told = [...open.values(), ...this.#open.values()].filter((place) => !some || !isSameCell(place, some.place))
    if (certain.length > 0) {
      for (const place of told) draft.note('left-open', place)
      if (some) draft.note('left-open', some.place, { text: some.why })
    }
    const isOpen = (fact: string) => open.has(fact) || (some && some.counts?.includes(fact) !== true)
    for (const [record, { numbers, rows }] of certain)
      for (const [i, { fact }] of this.#counts.entries()) {
        const place = this.#rangeOf(rows)
        if (numbers[i] !== undefined && !isOpen(fact)) draft.set(record, fact, numbers[i], place, undefined, place)
      }
  }

  #saysNone(cell: Cell | undefined): boolean {
    return !cell || this.#reading.cells.isBlank(cell) || this.#reading.draft.words.none.has(keyOf(cell.text))
  }

  /** The cell of the column that names the record where its own does not. */
  #otherwise(row: TableRow): Cell | undefined {
    const { otherwise } = this.#column.mapped
    const at = otherwise === undefined ? undefined : this.#reading.columnCalled(otherwise)?.at
    const cell = at && row.cells.get(at.column)
    return this.#saysNone(cell) ? undefined : cell
  }

  /** A row that is hidden is not read, and may count if it names somebody. */
  #hiddenRows(): TableRow[] {
    const { sheet, found, draft } = this.#reading
    return sheet.rows
      .filter(({ hidden, number }) => hidden && number > found.head.lastRow)
      .filter(({ cells }) => !cells.slice(0, 2).some(({ text }) => draft.words.isNoRow(text)))
      .map(({ number, cells }) => ({ number, cells: new Map(cells.map((cell) => [cell.column, cell])) }))
      .filter((row) => this.#doubts.nameIn(row) !== undefined)
  }

  #read(row: TableRow, cell: Cell | undefined, isHidden = false): void {
    const { draft } = this.#reading
    const place = this.#reading.place(row.number, this.#column.at)
    const words = cell && this.#forms.match(cell.text)
    if (words?.meaning === null) {
      if (!isHidden) draft.note('row-not-counted', place)
      return
    }
    if (isHidden) {
      const known = cell ? draft.names.find(this.#scope, cell.text) : []
      this.#doubtAmong(known, row)
      return
    }
    const naming = this.#reading.cells.readName(cell, place)
    if (!naming) {
      this.#doubtAmong([], row)
      return
    }
    const name = words?.filling.get('') ?? naming.text
    if (areSeveralRecords(draft.names, this.#scope, name)) {
      draft.note('row-of-several', place)
      this.#doubtAmong([], row)
      return
    }
    const short = recordsOfShort(draft, this.#scope, name, this.#register, place)
    const record = short.length === 0 ? findRecord(draft, this.#scope, name, undefined, place) : short[0]
    if (short.length > 1) this.#doubtAmong(short, row)
    else if (record) this.#add(record, row)
    else this.#doubtAmong(this.#likely(name), row)
    this.#tellRemarks(row)
  }

  /** The records of which one may be meant by a name that is not found. */
  #likely(name: string): DraftRecord[] {
    const { names } = this.#reading.draft
    const found = names.find(this.#scope, name)
    const similar = found.length === 0 ? names.similar(this.#scope, name) : undefined
    return similar === undefined ? found : names.find(this.#scope, similar)
  }

  #add(record: DraftRecord, row: TableRow): void {
    const counted = this.#countedOf(record)
    const [said] = this.#said.of(row)
    const doubt = said ?? this.#doubts.inCells(row) ?? this.#doubts.ofPerson(row, counted.named)
    this.#keep(row, counted)
    for (const [i, number] of counted.numbers.entries()) {
      const isMet = this.#conditions.isMet(row, i)
      counted.numbers[i] =
        number === undefined || isMet === undefined || (doubt && isMet) ? undefined : number + (isMet ? 1 : 0)
    }
    if (!doubt || this.#counts.every((_, i) => this.#conditions.isMet(row, i) === false)) {
      this.#conditions.tellUnclear(row)
      this.#conditions.tellExcepted(row)
    } else if (said) this.#open.set(said.place.cell!, said.place)
    else if (doubt)
      this.#reading.draft.note('not-counted', doubt.place, { other: 'other' in doubt ? doubt.other : undefined })
  }

  #keep(row: TableRow, { rows, named }: Counted): void {
    rows.push(row)
    const name = this.#doubts.nameIn(row)
    if (name !== undefined) addTo(named, name, row)
  }

  #countedOf(record: DraftRecord): Counted {
    const known = this.#counted.get(record) ?? { numbers: this.#counts.map(() => 0), rows: [], named: new Map() }
    this.#counted.set(record, known)
    return known
  }

  /** Leaves open what a row may change of these records, or of all where none is likely. */
  #doubtAmong(records: readonly DraftRecord[], row: TableRow): void {
    if (records.length === 0) this.#ofAny.push(row)
    for (const record of records) this.#doubt(this.#countedOf(record), row)
  }

  /** Leaves open what rows may change of all records, and tells once of which that is. */
  #doubtAll(all: readonly TableRow[]): void {
    const rows = all.filter((row) => this.#counts.some((_, i) => this.#conditions.isMet(row, i) !== false))
    for (const row of rows) for (const counted of this.#counted.values()) this.#doubt(counted, row)
    const names = [...this.#counted].flatMap(([{ name }, { rows: own }]) =>
      name !== undefined && own.length > 0 ? name : [],
    )
    const [first] = rows
    if (!first || names.length === 0) return
    const numbers = rows.map(({ number }) => String(number))
    const [rowsInChinese, namesInChinese] = [numbers, names].map((list) => firstFew(list, '、', '等'))
    const [rowsInEnglish, namesInEnglish] = [numbers, names].map((list) => firstFew(list, ', ', ' and more'))
    this.#reading.draft.note('not-counted', this.#reading.place(first.number, this.#column.at), {
      text: {
        zh: `有${rows.length}行（第${rowsInChinese}行）没有写明属于哪个单位，可能属于其中任何一个，所以${names.length}个单位的相关人数都没有填入台账：${namesInChinese}。请补上后重新导入。`,
        en: `Rows that do not say to whom they belong: ${rows.length} (${rowsInEnglish}). The numbers that they may change are not in the ledger, of ${names.length} in all: ${namesInEnglish}. Write it and import again.`,
      },
    })
  }

  #doubt({ numbers }: Counted, row: TableRow): void {
    for (const i of numbers.keys()) if (this.#conditions.isMet(row, i) !== false) numbers[i] = undefined
  }

  #tellRemarks(row: TableRow): void {
    for (const { at, mapped } of this.#reading.columns)
      if (mapped.remark && !this.#reading.cells.isBlank(row.cells.get(at.column)))
        this.#reading.draft.note('remark', this.#reading.place(row.number, at))
  }

  #rangeOf(rows: readonly TableRow[]): FilePlace {
    const [first, last] = [rows[0]!, rows.at(-1)!].map(({ number: row }) =>
      addressOf({ row, column: this.#column.at.column }),
    )
    const { file, sheet } = this.#reading
    return { file, sheet: sheet.name, cell: first === last ? first! : `${first}:${last}` }
  }
}

/** So many are named where there may be very many. */
const NAMED = 5

function firstFew(names: readonly string[], between: string, more: string): string {
  return names.slice(0, NAMED).join(between) + (names.length > NAMED ? more : '')
}
