import type { Text } from '@tiaoli/engine'
import { ledgerPart, type ImportColumn } from '@tiaoli/engine/plan'
import { absenceOf, absentRecords } from './absent-records.ts'
import { agreedColumns } from './agreed-columns.ts'
import { cellsOfRecord } from './cells-of-record.ts'
import { filledThoughNone } from './filled-though-none.ts'
import { FactRecords } from './fact-records.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { setCounts } from './overlapping-counts.ts'
import { meetsCondition } from './meets-condition.ts'
import { leaveListsOpen } from './lists-of-table.ts'
import { doubtByHeadings } from './doubtful-headings.ts'
import { doubtBySentences } from './doubtful-sentences.ts'
import { doubtBySigns } from './meanings-of-signs.ts'
import { leaveOpenByNotes } from './notes-of-table.ts'
import { leaveOpenByTitles } from './narrowing-titles.ts'
import { recordsOf, RowCells, type RowRecords } from './row-cells.ts'
import { commentOnName, contestByRemarks } from './remarks-on-cells.ts'
import { isReadBy, presentIn } from './row-contradictions.ts'
import { waitsFor } from './waits-for.ts'
import type { FilePlace } from '../../office-error.ts'
import { RowNames } from './row-names.ts'
import { RowSections } from './row-sections.ts'
import { RowSurroundings } from './row-surroundings.ts'
import { withGroupsOfTotals } from './groups-of-totals.ts'
import { stillReadIn } from './older-row.ts'
import { isOfSeveralPersons } from './row-of-several.ts'
import { RowValues } from './row-values.ts'
import { RowYears } from './row-years.ts'
import { SaidOfRows } from './said-of-rows.ts'
import { UnreadTitles } from './unread-titles.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { speaksOf } from '../table/words-of-ends.ts'
import { keyOf } from '../../values/words.ts'

/** Reads the rows of a table, each as a record of its scope. */
export function importRows(reading: SheetReading): void {
  const { draft, found } = reading
  const unread = reading.unreadNames(draft.plan.scopes.get(found.table.row!)!)
  if (unread) {
    draft.note('names-not-read', { file: reading.file, sheet: reading.sheet.name, cell: unread.address })
    return
  }
  leaveOpenByNotes(reading)
  leaveOpenByTitles(reading)
  doubtBySentences(reading)
  doubtBySigns(reading)
  doubtByHeadings(reading)
  const rows = new RowImport(reading)
  const unreadTitles = new UnreadTitles(reading)
  for (const row of withGroupsOfTotals(reading.rows(), reading)) {
    if (row.section) {
      rows.sections.begin(row.section)
      continue
    }
    if (unreadTitles.areOver(row)) leaveListsOpen(row, reading)
    else rows.read(row)
    rows.cells.remember(row)
  }
}

class RowImport {
  readonly cells: RowCells
  readonly sections: RowSections
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #years: RowYears
  readonly #records: FactRecords
  readonly #values: RowValues
  readonly #surroundings: RowSurroundings
  readonly #names: RowNames
  readonly #said: SaidOfRows

  constructor(reading: SheetReading) {
    const scope = reading.draft.plan.scopes.get(reading.found.table.row!)!
    this.#reading = reading
    this.#scope = scope
    this.cells = new RowCells(reading)
    const years = new RowYears(reading, this.cells)
    this.#years = years
    this.#records = new FactRecords(reading, years)
    this.#values = new RowValues(reading, scope, this.cells, this.#records)
    this.sections = new RowSections(reading, scope, this.cells)
    this.#surroundings = new RowSurroundings(reading, scope, this.cells, this.sections, years, this.#values.words)
    this.#names = new RowNames(reading, scope, this.cells, years)
    this.#said = new SaidOfRows(reading)
  }

  read(row: TableRow): void {
    if (this.#isExcepted(row)) return
    const own = this.#recordOf(row)
    if (!own) {
      leaveListsOpen(row, this.#reading)
      return
    }
    const { draft } = this.#reading
    const isOlder = this.#isOlder(row, own)
    const isStillRead = isOlder ? stillReadIn(row, own, this.#years, this.#reading) : () => true
    const all = this.#readIn(row).filter(isStillRead)
    const { columns, contradicted, said } = agreedColumns(row, all, this.#reading, this.cells)
    const records = recordsOf(row, own, said)
    // What a cell refers to has to be known before anything is said of it.
    const isReference = ({ mapped }: ReadColumn) => mapped.record !== undefined
    for (const column of columns.filter(isReference)) this.#values.references.read(column, records)
    // What is set where somebody is named waits for what is said of it.
    const isPeriod = ({ mapped }: ReadColumn) => mapped.until !== undefined || this.#values.isEnd(mapped)
    const others = columns.filter((column) => !isReference(column))
    for (const column of others.filter(isPeriod)) this.#values.readColumn(column, records)
    for (const column of others.filter((other) => !isPeriod(other))) this.#values.readColumn(column, records)
    setCounts(records, this.#reading)
    if (isOlder) return
    contestByRemarks(row, columns, own, this.#reading, this.cells, this.#said.of(row))
    for (const { name, at } of presentIn(row, this.#reading))
      if (![...contradicted].some((column) => column.at === at))
        draft.setPresent(own, name, this.#reading.place(row.number, at))
    this.#setOfTable(records)
  }

  /** The record of a row; undefined where the row is not read, which is told. */
  #recordOf(row: TableRow): DraftRecord | undefined {
    if (isOfSeveralPersons(row, this.#scope, this.#reading, this.cells)) return undefined
    const around = this.#surroundings.around(row)
    return around && this.#names.own(row, around)
  }

  /** Whether a newer sheet of the form has a row of the record, which is told. */
  #isOlder(row: TableRow, own: DraftRecord): boolean {
    const { draft, found, head, columns } = this.#reading
    const naming = columns.find(({ mapped }) => mapped.record === this.#scope.name)
    if (head.on === undefined || !naming) return false
    const place = this.#reading.place(row.number, naming.at)
    const newer = draft.rowsOfForms.newerThan({ day: head.on, place }, own, found.table)
    if (newer) draft.note('row-earlier', place, { other: newer.place })
    return newer !== undefined
  }

  /** The columns that are read in a row. What stands in the others, and is not read for that, is noted. */
  #readIn(row: TableRow): ReadColumn[] {
    const { draft, columns } = this.#reading
    const read: ReadColumn[] = []
    const passed = new Map<SheetColumn, boolean | undefined>()
    const absent = absentRecords(row, this.#reading, this.cells)
    for (const column of columns) {
      const isAsked = column.mapped.when ? this.#meets(column.mapped, row) : true
      const absence = isAsked ? absenceOf(column.mapped, absent, this.#reading) : undefined
      const met = absence === undefined ? isAsked : absence === 'nobody' ? false : undefined
      if (met) read.push(column)
      else if (passed.get(column.at) !== undefined || !passed.has(column.at)) passed.set(column.at, met)
    }
    const contrary = filledThoughNone(row, read, this.#reading, this.cells)
    for (const at of contrary?.filled ?? [])
      draft.note('contradiction', this.#reading.place(row.number, at), {
        other: this.#reading.place(row.number, contrary!.none),
      })
    for (const [at, met] of passed) {
      if (contrary?.filled.includes(at)) continue
      const cell = row.cells.get(at.column)
      if (this.#reading.cells.isBlank(cell) || !cell || read.some((column) => column.at === at)) continue
      const place = this.#reading.place(row.number, at)
      if (this.#reading.cells.refuseUnreadable(cell, place)) continue
      // Where nothing is asked, “none” says nothing more; where it is not known what is asked, it is not lost.
      if (met === false && draft.words.none.has(keyOf(cell.text))) continue
      if (met === false) draft.note('not-about-row', place, this.#whyUnused(at, row))
      else this.#tellOpen(at, place)
    }
    if (!contrary) return read
    const { none } = contrary
    return read.filter(({ at, mapped }) => at !== none && !isReadBy(mapped, none, this.#reading))
  }

  /** Whether a cell says that the row is about something else, which is told. */
  #isExcepted(row: TableRow): boolean {
    const { draft, found } = this.#reading
    const met = (found.table.except ?? []).find((condition) => meetsCondition(condition, row, this.#reading) === true)
    const at = met && this.#reading.columnCalled(met.column)?.at
    if (at) draft.note('row-not-read', this.#reading.place(row.number, at))
    return at !== undefined
  }

  /** Why it is not known what a cell is about: it says so itself, or another cell of the row does. */
  #tellOpen(at: SheetColumn, place: FilePlace): void {
    const { draft, columns } = this.#reading
    const asked = columns.flatMap((column) => {
      const name = column.at === at ? this.#reading.conditionOf(column.mapped)?.column : undefined
      return name === undefined ? [] : (this.#reading.columnCalled(name)?.at ?? [])
    })
    if (asked.length > 0 && asked.every((one) => one === at)) draft.note('not-understood', place)
    else {
      const somebody = columns.filter(({ mapped }) => mapped.somebody !== undefined).map((column) => column.at)
      draft.note('waits-for-other', place, waitsFor((asked.length > 0 ? asked : somebody).filter((one) => one !== at)))
    }
  }

  /** Why the mapping gives a column no use in such rows. */
  #whyUnused(at: SheetColumn, row: TableRow): { text?: Text } {
    const { asides } = this.#reading
    const text = asides.find((one) => one.at === at && this.#meets(one.mapped, row))?.mapped.unused
    return text ? { text } : {}
  }

  #meets(mapped: ImportColumn, row: TableRow): boolean | undefined {
    const condition = this.#reading.conditionOf(mapped)
    return condition && meetsCondition(condition, row, this.#reading)
  }

  /** What being in the table says of a record, unless a cell of the row has certain words. */
  #setOfTable({ row, own, ...records }: RowRecords): void {
    const { draft, found, columns, head } = this.#reading
    const first = columns.find(({ mapped }) => mapped.record === this.#scope.name) ?? columns[0]
    if (!first) return
    const noted = this.#reading.place(row.number, first.at)
    const title = this.sections.titleOfEnds
    const cells = cellsOfRecord(row, this.#scope, this.#reading)
    const comment = commentOnName(row, first, this.#reading)
    for (const { facts, unless = [] } of found.table.sets ?? []) {
      const cell = cells.find((one) => speaksOf(unless, this.cells.textOf(one)))
      const open = cell
        ? { ...noted, cell: cell.place.address }
        : unless.length > 0
          ? (comment?.place ?? title ?? this.#said.speaking(unless, row))
          : undefined
      for (const [fact, value] of Object.entries(facts)) {
        const part = ledgerPart(draft.plan.scopes, fact)!
        const record = this.#records.target(fact, first, { row, own, ...records }, noted)
        if (!record || (part.kind !== 'records' && record.has(part.path))) continue
        if (!open) draft.presumptions.presume({ record, fact, value, head, place: noted })
        else {
          draft.note('left-open', open)
          draft.presumptions.leaveOpen(record, fact, open)
        }
      }
    }
  }
}
