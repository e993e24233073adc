import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { Scope } from '../../scope.ts'
import { isSamePlace } from '../names/place-name.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { Section } from '../table/section.ts'
import { keyOf } from '../../values/words.ts'
import type { RowCells } from './row-cells.ts'

/** A cell that names what is around a row, with the column that says what its words mean. */
export interface NamingCell {
  readonly column?: ReadColumn
  readonly cell?: Cell | undefined
  readonly place?: FilePlace
}

/** Keeps what titles and totals between the rows, and those of the sheet, say of the rows below them. */
export class RowSections {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #cells: RowCells
  /** The last row that named what is around the rows below it. */
  readonly #sections = new Map<Scope, Section>()
  /** The last title that speaks of an end, and whether it is below one of what is around. */
  #end: { readonly cell: Cell; readonly isBelow: boolean } | undefined

  constructor(reading: SheetReading, scope: Scope, cells: RowCells) {
    this.#reading = reading
    this.#scope = scope
    this.#cells = cells
  }

  /** Says what the rows below belong to, or that it is not known. */
  begin(section: Section): void {
    if (section.mentions && this.#saysNothingOfRows(section.mentions)) return
    // A title that names nothing ends nothing that is around the whole sheet.
    if (!section.of && !section.mentions && !section.ends && this.#reading.titles.around) return
    // A title that speaks of an end is of the records up to the next title that is not below it.
    if (section.ends) this.#end = { cell: section.cell, isBelow: this.#sections.size > 0 }
    else if (!section.of || this.#end?.isBelow) this.#end = undefined
    if (section.ends && !section.of) {
      this.forgetAround()
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
  forgetAround(): void {
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
    const meant = draft.names.meanings.meant(carried)
    return mentioned.every((name) => keyOf(name) === keyOf(meant) || isSamePlace(name, meant))
  }

  /** The title that speaks of an end of what the rows are about: that above them, or that of the table. */
  get titleOfEnds(): FilePlace | undefined {
    const cell = this.#end?.cell
    const { file, titles } = this.#reading
    return cell ? { file, sheet: cell.place.sheet, cell: cell.place.address } : titles.ofEnds
  }

  /** The cell that names what is around a row: in its column, or in a row above by itself. */
  naming(scope: Scope, row: TableRow): NamingCell {
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
}
