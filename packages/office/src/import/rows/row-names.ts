import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { bareName } from '../names/bare-name.ts'
import { bareTitle } from '../table/bare-title.ts'
import { findRecord } from '../ledger/find-record.ts'
import { tellNoName } from '../ledger/names-to-come.ts'
import { tellNameNotes } from '../ledger/name-notes-told.ts'
import { recordsOf, type RowCells } from './row-cells.ts'
import type { RowValues } from './row-values.ts'
import type { RowYears } from './row-years.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { Section } from '../table/table-rows.ts'
import { isSamePlace } from '../names/place-name.ts'
import { areSeveralRecords } from '../names/several-names.ts'
import { keyOf } from '../../values/words.ts'

/** Tells which record a row is about, and what that belongs to, by their names. */
export class RowNames {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #cells: RowCells
  readonly #years: RowYears
  readonly #values: RowValues
  /** The scope of the row and those around it of which other tables have named records. */
  readonly #elsewhere: ReadonlySet<Scope>
  /** The last row that named what is around the rows below it. */
  readonly #sections = new Map<Scope, Section>()
  /** The first row of each record in this table. */
  readonly #own = new Map<DraftRecord, { readonly place: FilePlace; readonly key: string }>()
  /** The last title that speaks of an end, and whether it is below one of what is around. */
  #end: { readonly cell: Cell; readonly isBelow: boolean } | undefined

  constructor(reading: SheetReading, scope: Scope, cells: RowCells, years: RowYears, values: RowValues) {
    this.#reading = reading
    this.#scope = scope
    this.#cells = cells
    this.#years = years
    this.#values = values
    this.#elsewhere = new Set(wayUp(scope).filter((one) => reading.draft.names.has(one)))
  }

  /** Says what the rows below belong to, or that it is not known. */
  begin(section: Section): void {
    if (section.mentions && this.#saysNothingOfRows(section.mentions)) return
    // A title that speaks of an end is of the records up to the next title that is not below it.
    if (section.ends) this.#end = { cell: section.cell, isBelow: this.#sections.size > 0 }
    else if (!section.of || this.#end?.isBelow) this.#end = undefined
    if (section.ends && !section.of) {
      this.#forgetAround()
      return
    }
    for (let scope = this.#scope.parent; scope?.parent; scope = scope.parent) {
      const column = this.#reading.columns.find(({ mapped }) => mapped.record === scope?.name)
      if (column) this.#cells.forget(column.at.column)
      this.#sections.set(scope, section)
      if (scope === section.of?.scope) return
    }
  }

  /** What is written once for the rows below is not for those below a title of others: 已注销律所. */
  #forgetAround(): void {
    for (const { at, mapped } of this.#reading.columns)
      if (mapped.fill && mapped.record !== this.#scope.name) this.#cells.forget(at.column)
  }

  /** A total ends what is written once for the rows below it; other rows that name it say nothing more. */
  #saysNothingOfRows(mentions: NonNullable<Section['mentions']>): boolean {
    if (!mentions.isTotal) return this.#isCarried(mentions)
    const column = this.#reading.columns.find(({ mapped }) => mapped.record === mentions.scope.name)
    return mentions.names.length === 0 && (!column || !this.#cells.above(column.at.column))
  }

  /** Whether the names in a row are no other than what the rows above and below it belong to. */
  #isCarried({ scope, names: mentioned }: NonNullable<Section['mentions']>): boolean {
    const { draft, columns, titles } = this.#reading
    const column = columns.find(({ mapped }) => mapped.record === scope.name)
    const section = this.#sections.get(scope)
    const above = (column && this.#cells.above(column.at.column)?.text) ?? section?.of?.name
    const carried = above ?? (section ? undefined : titles.around?.name)
    if (carried === undefined) return false
    const meant = draft.names.meant(carried)
    return mentioned.every((name) => keyOf(name) === keyOf(meant) || isSamePlace(name, meant))
  }

  /** The record around that of the row, by the columns that name it, if they do; undefined where a name is not found. */
  around(row: TableRow): { record: DraftRecord; isNamed: boolean } | undefined {
    const { draft, columns } = this.#reading
    const way = wayUp(this.#scope).slice(1).reverse()
    let record = draft.root
    let isNamed = true
    for (const scope of way.slice(1)) {
      if (scope.keyed) {
        const [first] = columns
        if (!isNamed && first) draft.note('row-without-name', this.#reading.place(row.number, first.at))
        const year = isNamed ? this.#years.yearOfRow(row) : undefined
        if (year === undefined) return undefined
        record = record.add(scope, year)
        continue
      }
      const { column, cell, place } = this.#naming(scope, row)
      const isNone = cell && draft.words.none.has(keyOf(cell.text))
      if (!column || !cell || !place || isNone || this.#reading.cells.refuseUnreadable(cell, place)) {
        isNamed = false
        continue
      }
      if (this.#reading.cells.refuseNoName(cell, place) || this.#isOfSeveral(scope, cell, place)) return undefined
      const shown = (this.#hasName(row) ? this.#ofWholeCell(scope, column, cell.text) : undefined) ?? cell.text
      const match = this.#cells.match(column.mapped, shown)
      if (match?.meaning === null) {
        draft.note('row-not-read', place)
        return undefined
      }
      const written = match?.filling.get('') ?? shown
      const looks = draft.names.looksOf(scope)
      const name = looks?.wholeName(written) ?? looks?.wholeName(bareTitle(written)) ?? written
      const found = findRecord(draft, scope, name, isNamed ? record : undefined, place, {
        code: 'row-of-unknown',
        isKnown: column.mapped.known === true && this.#elsewhere.has(scope),
      })
      if (!found) {
        // What stands below a table, as who signs, is nothing that the rows after it belong to.
        if (!this.#hasName(row) && !draft.names.mayName(scope, name)) {
          this.#cells.ignore(cell)
          this.#forgetAround()
        }
        return undefined
      }
      record = found
      isNamed = true
      // The words of a column are of whole names: 信丰 is 信丰县.
      const known = [shown, name, draft.names.meant(name)]
      const text = known.find((one) => this.#cells.match(column.mapped, one)) ?? name
      this.#values.setWords(column, { ...cell, text }, recordsOf(row, record), place)
    }
    return { record: isNamed ? record : draft.root, isNamed }
  }

  /** What the whole of a cell stands for, unless all of its column may say no more than where everything is: 赣州市. */
  #ofWholeCell(scope: Scope, { at }: ReadColumn, text: string): string | undefined {
    const { draft, sheet, found } = this.#reading
    const { names } = draft
    const meant = names.ofCell(text)
    if (meant === undefined) return undefined
    const others = sheet.rows
      .filter(({ number }) => number > found.head.lastRow)
      .flatMap(({ cells }) => cells.filter(({ column }) => column === at.column))
    const isClear = others.some((cell) => names.ofCell(cell.text) === undefined && names.mayName(scope, cell.text))
    return isClear ? meant : undefined
  }

  /** The cell that names what is around a row: in its column, or in a row above by itself. */
  #naming(scope: Scope, row: TableRow): { column?: ReadColumn; cell?: Cell | undefined; place?: FilePlace } {
    const { draft, columns, file } = this.#reading
    const column = columns.find(({ mapped }) => mapped.record === scope.name)
    const cell = column && this.#cells.cell(column, row)
    const section = this.#sections.get(scope)
    if (!cell && !section) {
      const named = this.#ofSheet(scope)
      if (named) return { column: column ?? named.column, cell: named.cell, place: named.place }
    }
    if (cell || !section) return column ? { column, cell, place: this.#reading.place(row.number, column.at) } : {}
    const place = { file, sheet: section.cell.place.sheet, cell: section.cell.place.address }
    if (section.of?.scope !== scope) {
      draft.note('section-not-known', place)
      return {}
    }
    const { mapped, name } = section.of
    const at = { column: section.cell.column, headings: [], address: place.cell }
    return { column: column ?? { at, mapped }, cell: { ...section.cell, kind: 'text', value: name, text: name }, place }
  }

  /** What the sheet names around all rows. */
  #ofSheet(scope: Scope): { column: ReadColumn; cell: Cell; place: FilePlace } | undefined {
    const { file, sheet, titles } = this.#reading
    const { around } = titles
    const place = { file, sheet: sheet.name }
    if (around === null) this.#reading.draft.note('section-not-known', place)
    if (!around || around.scope !== scope) return undefined
    const at = { column: 0, headings: [], address: '' }
    const cell: Cell = {
      place: { sheet: sheet.name, address: '' },
      column: 0,
      kind: 'text',
      value: around.name,
      text: around.name,
    }
    return { column: { at, mapped: around.mapped }, cell, place }
  }

  /** The title that speaks of an end of what the rows are about: that above them, or that of the table. */
  get titleOfEnds(): FilePlace | undefined {
    const cell = this.#end?.cell
    const { file, titles } = this.#reading
    return cell ? { file, sheet: cell.place.sheet, cell: cell.place.address } : titles.ofEnds
  }

  /** The record of the row: found by its name, or made. */
  own(row: TableRow, { record: named, isNamed }: { record: DraftRecord; isNamed: boolean }): DraftRecord | undefined {
    const { draft, columns } = this.#reading
    const { parent } = this.#scope
    if (!parent) return draft.root
    const around = () => (isNamed ? named : draft.unnamed(parent))
    const column = columns.find(({ mapped }) => mapped.record === this.#scope.name)
    if (this.#scope.keyed) {
      if (this.#isEmpty(row) || !this.#isOfNamed(row, isNamed)) return undefined
      const year = this.#years.yearOfRow(row)
      return year === undefined ? undefined : around().add(this.#scope, year)
    }
    if (!column) return this.#isEmpty(row) ? undefined : this.#ownOfNamed(row, isNamed, around)
    const place = this.#reading.place(row.number, column.at)
    const cell = this.#reading.cells.readName(this.#cells.cell(column, row), place)
    if (!cell || this.#isOfSeveral(this.#scope, cell, place)) return undefined
    const written = bareName(cell.text)
    const match = this.#cells.match(column.mapped, written)
    if (match?.meaning === null) {
      draft.note('row-not-read', place)
      return undefined
    }
    const name = bareName(match?.filling.get('') ?? written)
    // Of a record whose surroundings the table does not name, another table may have told them.
    if (this.#elsewhere.has(this.#scope) && !isNamed) return findRecord(draft, this.#scope, name, undefined, place)
    const known = draft.names.find(this.#scope, name)
    if (known.length === 0 && !draft.names.mayName(this.#scope, name)) {
      tellNoName(draft, this.#scope, name, place)
      return undefined
    }
    const [found] = draft.names.find(this.#scope, name, around())
    const [long, ...others] = found ? [] : draft.names.longFormsOf(this.#scope, name)
    if (long !== undefined) {
      draft.note('short-name', place, { proposal: others.length === 0 ? long : undefined })
      return undefined
    }
    const [other] = found ? [] : this.#others(name, isNamed ? around() : undefined)
    const record = found ?? around().add(this.#scope)
    if (!found) draft.names.name(record, draft.names.nameOf(this.#scope, name))
    tellNameNotes(draft, record, name, place)
    const rows = draft.rowsOfNames
    if (other)
      draft.note(known.includes(other) ? 'named-elsewhere' : 'named-alike', place, { other: rows.get(other)?.place })
    const first = rows.get(record)
    if (!first) rows.set(record, { place, key: keyOf(name) })
    else if (first.key !== keyOf(name) && first.place.file === place.file && first.place.sheet === place.sheet)
      draft.note('named-otherwise', place, { other: first.place })
    this.#tellTwice(record, keyOf(name), cell, place)
    return record
  }

  /** Tells a name that a row above in the table has, unless its cell is merged over both or each row is of a year. */
  #tellTwice(record: DraftRecord, key: string, { mergedInto }: Cell, place: FilePlace): void {
    const { draft, found, yearColumns } = this.#reading
    const first = this.#own.get(record)
    if (!first) this.#own.set(record, { place, key })
    const isOfYears = yearColumns.length > 0 || typeof found.table.year === 'object'
    if (first?.key === key && mergedInto === undefined && !isOfYears)
      draft.note('named-twice', place, { other: first.place })
  }

  /** Records of the same name or one like it, of which this may be one; names that are local are others elsewhere. */
  #others(name: string, around: DraftRecord | undefined): DraftRecord[] {
    const { names } = this.#reading.draft
    const all = [...names.find(this.#scope, name), ...names.alike(this.#scope, name)]
    if (!around || !names.isLocal(this.#scope)) return all
    return all.filter(({ parent }) => parent === around || parent?.name === undefined)
  }

  /** Whether a cell has the names of several records, which nothing tells apart; its row is not read, and noted. */
  #isOfSeveral(scope: Scope, cell: Cell, place: FilePlace): boolean {
    const isOfSeveral = areSeveralRecords(this.#reading.draft.names, scope, cell.text)
    if (isOfSeveral) this.#reading.draft.note('row-of-several', place)
    return isOfSeveral
  }

  /** A record that has no name of its own belongs to one that has, where a column names it. */
  #ownOfNamed(row: TableRow, isNamed: boolean, around: () => DraftRecord): DraftRecord | undefined {
    return this.#isOfNamed(row, isNamed) ? this.#add(around()) : undefined
  }

  /** Whether what a row belongs to is named, or no column has its name. */
  #isOfNamed(row: TableRow, isNamed: boolean): boolean {
    const column = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.parent?.name)
    if (!column || isNamed) return true
    const cell = this.#cells.cell(column, row)
    return this.#reading.cells.readName(cell, this.#reading.place(row.number, column.at)) !== undefined
  }

  #add(around: DraftRecord): DraftRecord {
    const record = around.add(this.#scope)
    const { id } = this.#scope
    if (id) record.set(id.path, this.#reading.draft.names.mint(this.#scope.name), undefined)
    return record
  }

  #hasName(row: TableRow): boolean {
    const column = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.name)
    return column !== undefined && !this.#reading.cells.isBlank(row.cells.get(column.at.column))
  }

  #isEmpty(row: TableRow): boolean {
    const isAbout = ({ mapped }: ReadColumn) => mapped.record === undefined && !mapped.remark
    return this.#reading.columns
      .filter(isAbout)
      .every(({ at }) => this.#reading.cells.isBlank(row.cells.get(at.column)))
  }
}

/** A scope and those around it. */
function wayUp(scope: Scope): Scope[] {
  const way: Scope[] = []
  for (let one: Scope | undefined = scope; one; one = one.parent) way.push(one)
  return way
}
