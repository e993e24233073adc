import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { bareName } from '../names/bare-name.ts'
import { findRecord } from '../ledger/find-record.ts'
import { tellNoName } from '../ledger/names-to-come.ts'
import { tellNameNotes } from '../ledger/name-notes-told.ts'
import type { RowCells } from './row-cells.ts'
import type { RowAround } from './row-surroundings.ts'
import type { RowYears } from './row-years.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { refuseSeveral } from './refuse-several.ts'

/** Tells which record a row is about, by its name. */
export class RowNames {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #cells: RowCells
  readonly #years: RowYears
  /** Whether other tables have named records of the scope. */
  readonly #isElsewhere: boolean
  /** The first row of each record in this table. */
  readonly #own = new Map<DraftRecord, { readonly place: FilePlace; readonly key: string }>()

  constructor(reading: SheetReading, scope: Scope, cells: RowCells, years: RowYears) {
    this.#reading = reading
    this.#scope = scope
    this.#cells = cells
    this.#years = years
    this.#isElsewhere = reading.draft.names.has(scope)
  }

  /** The record of the row: found by its name, or made. */
  own(row: TableRow, { record: named, isNamed }: RowAround): DraftRecord | undefined {
    const { draft, columns } = this.#reading
    const { parent } = this.#scope
    if (!parent) return draft.root
    const around = () => (isNamed ? named : draft.unnamed(parent))
    const column = columns.find(({ mapped }) => mapped.record === this.#scope.name)
    if (!isNamed && (!column || this.#scope.keyed)) {
      this.#tellOfNobody(row)
      return undefined
    }
    if (this.#scope.keyed) {
      if (this.#isEmpty(row)) return undefined
      const year = this.#years.yearOfRow(row)
      return year === undefined ? undefined : around().add(this.#scope, year)
    }
    if (!column) return this.#isEmpty(row) ? undefined : this.#add(around())
    const place = this.#reading.place(row.number, column.at)
    const cell = this.#reading.cells.readName(this.#cells.cell(column, row), place)
    if (!cell || refuseSeveral(draft, this.#scope, cell, place)) return undefined
    const written = bareName(cell.text)
    const match = this.#cells.match(column.mapped, written)
    if (match?.meaning === null) {
      draft.note('row-not-read', place)
      return undefined
    }
    const name = bareName(match?.filling.get('') ?? written)
    // Of a record whose surroundings the table does not name, another table may have told them.
    if (this.#isElsewhere && !isNamed) return findRecord(draft, this.#scope, name, undefined, place)
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
    if (!found) draft.names.name(record, draft.names.meanings.nameOf(this.#scope, name))
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
    if (!around || !names.meanings.isLocal(this.#scope)) return all
    return all.filter(({ parent }) => parent === around || parent?.name === undefined)
  }

  /** A record that has no name of its own belongs to one that has: of a row that names none nothing is made. */
  #tellOfNobody(row: TableRow): void {
    if (this.#isEmpty(row)) return
    const { columns } = this.#reading
    const column = columns.find(({ mapped }) => mapped.record === this.#scope.parent?.name)
    const at = column?.at ?? columns[0]!.at
    this.#reading.draft.note('row-without-name', this.#reading.place(row.number, at))
  }

  #add(around: DraftRecord): DraftRecord {
    const record = around.add(this.#scope)
    const { id } = this.#scope
    if (id) record.set(id.path, this.#reading.draft.names.ids.mint(this.#scope.name), undefined)
    return record
  }

  #isEmpty(row: TableRow): boolean {
    const isAbout = ({ mapped }: ReadColumn) => mapped.record === undefined && !mapped.remark
    return this.#reading.columns
      .filter(isAbout)
      .every(({ at }) => this.#reading.cells.isBlank(row.cells.get(at.column)))
  }
}
