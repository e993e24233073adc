import { addressOf } from '../cells/address.ts'
import type { FilePlace } from '../office-error.ts'
import type { Cell, Row, Sheet } from '../workbook.ts'
import type { Scope } from '../scope.ts'
import { placeKey, type TemplateColumn } from './template-columns.ts'
import type { MarkedSheet } from './template-mark.ts'
import { templateNote, type TemplateNote } from './template-notes.ts'
import { sameWords } from './template-words.ts'

/** A column that is read, and where it is. */
export interface FoundColumn {
  readonly column: TemplateColumn
  readonly at: number
}

/** A row that holds something, with its cells by column. */
export interface SentRow {
  readonly number: number
  readonly cells: ReadonlyMap<TemplateColumn, Cell>
}

/** The sheet of a scope in a workbook that comes back. */
export class TemplateSheet {
  readonly scope: Scope
  readonly columns: readonly FoundColumn[]
  readonly rows: readonly SentRow[]
  /** The places of the records that had a row when the template was made, and have none now. */
  readonly removed: readonly string[]
  readonly notes: TemplateNote[] = []
  readonly #file: string
  readonly #sheet: Sheet

  constructor(
    file: string,
    sheet: Sheet,
    keys: Row,
    scope: Scope,
    known: readonly TemplateColumn[],
    marked: MarkedSheet,
  ) {
    this.#file = file
    this.#sheet = sheet
    this.scope = scope
    this.columns = this.#find(keys, known, marked)
    const at = new Map(this.columns.map((found) => [found.at, found.column]))
    this.rows = sheet.rows
      .filter(({ number }) => number > keys.number + 1)
      .map(({ number, cells }) => ({
        number,
        cells: new Map(
          cells.flatMap((cell) => {
            const column = at.get(cell.column)
            return column && !isBlank(cell) ? [[column, cell] as const] : []
          }),
        ),
      }))
      .filter(({ cells }) => cells.size > 0)
    const there = new Set(
      this.rows.flatMap(({ cells }) =>
        [...cells].flatMap(([{ kind }, { text }]) => (kind === 'place' ? [text.trim()] : [])),
      ),
    )
    this.removed = this.columns.some(({ column }) => column.kind === 'place')
      ? marked.places.filter((place) => !there.has(place))
      : []
  }

  /** The sheet as a whole. */
  get place(): FilePlace {
    return { file: this.#file, sheet: this.#sheet.name }
  }

  /** Where a column and a row meet, whether there is a cell or not. */
  placeOf(row: SentRow, column: TemplateColumn): FilePlace {
    const found = this.columns.find((one) => one.column === column)
    return found ? this.#place(row.number, found.at) : this.rowPlace(row)
  }

  /** The first cell of a row that says something. */
  rowPlace({ number, cells }: SentRow): FilePlace {
    const visible = this.columns.find(({ column }) => column.kind !== 'place' && cells.has(column))
    return this.#place(number, (visible ?? this.columns[0])?.at ?? 1)
  }

  #place(row: number, column: number): FilePlace {
    return { file: this.#file, sheet: this.#sheet.name, cell: addressOf({ row, column }) }
  }

  #find(keys: Row, known: readonly TemplateColumn[], { headings }: MarkedSheet): FoundColumn[] {
    const byKey = new Map(known.map((column) => [column.key, column]))
    const titles = new Map(
      this.#sheet.rows.find(({ number }) => number === keys.number + 1)?.cells.map((cell) => [cell.column, cell]),
    )
    const keyAt = new Map(keys.cells.map((cell) => [cell.column, cell.text]))
    const found = new Map<string, FoundColumn>()
    for (const at of [...new Set([...keyAt.keys(), ...titles.keys()])].sort((a, b) => a - b)) {
      const key = keyAt.get(at) ?? ''
      const heading = titles.get(at)?.text ?? ''
      const column = byKey.get(key)
      const place = this.#place(keys.number + 1, at)
      const expected = headings.get(key)
      if (!column || expected === undefined) this.notes.push(templateNote('column-not-known', place))
      else if (found.has(key)) this.notes.push(templateNote('column-twice', place))
      else if (sameWords(heading) !== sameWords(expected)) {
        this.notes.push(templateNote('heading-changed', place, { zh: expected, en: expected }))
        found.set(key, { column, at: -1 })
      } else found.set(key, { column, at })
    }
    for (const [key, heading] of headings)
      if (!found.has(key) && byKey.has(key))
        this.notes.push(
          templateNote('column-removed', { file: this.#file, sheet: this.#sheet.name }, { zh: heading, en: heading }),
        )
    return [...found.values()].filter(({ at }) => at > 0)
  }
}

function isBlank({ kind, text }: Cell): boolean {
  return kind === 'empty' || (kind === 'text' && text.trim() === '')
}

/** People put rows above a table, not many. */
const KEY_ROW_WITHIN = 20

/** The hidden row of a sheet that says what its columns are. */
export function keyRowOf({ rows }: Sheet, scope: string): Row | undefined {
  return rows.slice(0, KEY_ROW_WITHIN).find(({ cells }) => cells.some(({ text }) => text === placeKey(scope)))
}
