import type { ImportColumn, Plan } from '@tiaoli/engine/plan'
import type { Cell } from '../workbook.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { Scope } from './draft-record.ts'
import { isNoName, isTotal } from './no-name.ts'
import type { TableFound } from './table-head.ts'
import { TextForms } from './text-form.ts'
import { headingKey, withoutBrackets } from './words.ts'

/** A row with one text that says what the rows below it belong to: 二、南康区. */
export interface Section {
  readonly cell: Cell
  /** The record that it names; undefined where it is not understood. */
  readonly of: { readonly scope: Scope; readonly mapped: ImportColumn; readonly name: string } | undefined
}

/** What a row below the headings is, other than a record. */
export type RowKind = 'record' | 'skipped' | 'other-table' | Section

/** What stands before the name in a title: 二、, （二）, 2. */
const ORDINAL = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])/

/** Tells the rows of a table from what else stands below its headings. */
export class TableRows {
  readonly #draft: DraftLedger
  readonly #found: TableFound
  readonly #headings: ReadonlySet<string>
  readonly #nameHeadings: ReadonlySet<string>
  /** The columns of the sheet in which records are named. */
  readonly #naming: ReadonlySet<number>
  readonly #sections: readonly { scope: Scope; mapped: ImportColumn; forms: TextForms<unknown> }[]

  constructor(draft: DraftLedger, found: TableFound) {
    this.#draft = draft
    this.#found = found
    const columns = draft.mapping.tables.flatMap((table) => table.columns ?? [])
    const naming = columns.filter(({ record }) => record !== undefined)
    const above = found.head.columns.flatMap(({ headings }) => headings)
    this.#headings = new Set([...columns.flatMap(({ headings }) => headings), ...above].map(headingKey))
    this.#nameHeadings = new Set(naming.flatMap(({ headings }) => headings).map(headingKey))
    this.#naming = new Set(
      [...found.matches].flatMap(([at, matched]) => (matched.some(({ record }) => record) ? [at.column] : [])),
    )
    this.#sections = sectionsOf(draft.plan, found)
  }

  isHeading(text: string): boolean {
    return this.#headings.has(headingKey(text))
  }

  /** What a row is, by its cells that say something; `saysNothing` is whether none of them is about a record. */
  kindOf(cells: readonly Cell[], saysNothing: boolean): RowKind {
    const beginnings = cells.filter(({ mergedInto }) => mergedInto === undefined).slice(0, 2)
    if (beginnings.some(({ text }) => this.#draft.words.isNoRow(text) || isTotal(text))) return 'skipped'
    if (this.#isHeadings(cells)) return this.#isSameHead(cells) ? 'skipped' : 'other-table'
    const isOneText = new Set(cells.map(({ mergedInto, place }) => mergedInto ?? place.address)).size === 1
    if (!isOneText) return saysNothing ? 'skipped' : 'record'
    const cell = cells[0]!
    const of = this.#sectionOf(cell.text)
    if (of) return { cell, of }
    if (isNoName(cell)) return 'skipped'
    if (cells.length <= 2 && !saysNothing) return 'record'
    return this.#sections.length > 0 && /\p{L}/u.test(cell.text) ? { cell, of: undefined } : 'skipped'
  }

  /** Words of headings are values too, such as 单独: where a name should be they are none. */
  #isHeadings(cells: readonly Cell[]): boolean {
    const found = cells.filter(({ text }) => this.isHeading(text))
    const isNamed = cells.some(({ column, text }) => this.#naming.has(column) && !this.isHeading(text))
    const asksForName = this.#naming.size === 0 || found.some(({ text }) => this.#nameHeadings.has(headingKey(text)))
    return found.length > 1 && found.length > cells.length / 2 && !isNamed && asksForName
  }

  /** Whether the headings of the table are repeated, as on every printed page. */
  #isSameHead(cells: readonly Cell[]): boolean {
    const { columns, firstRow, lastRow } = this.#found.head
    const known = new Map(columns.map(({ column, headings }) => [column, new Set(headings.map(headingKey))]))
    const isWhole = firstRow < lastRow || cells.length * 2 >= columns.length
    return isWhole && cells.every(({ column, text }) => known.get(column)?.has(headingKey(text)))
  }

  #sectionOf(text: string): Section['of'] {
    const name = withoutBrackets(text.normalize('NFKC').trim().replace(ORDINAL, '').replace(/:$/, '')).trim()
    for (const { scope, mapped, forms } of this.#sections) {
      const meaning = forms.match(name)?.meaning
      const looks = this.#draft.names.looksOf(scope)
      const isKnown = this.#draft.names.find(scope, name).length === 1
      const isLike = looks ? looks.fits(name) : typeof meaning === 'object' && meaning !== null
      if (isKnown || isLike) return { scope, mapped, name: looks?.wholeName(name) ?? name }
    }
    return undefined
  }
}

/** What is around the records of a table, by the columns that name it, in the sheet or not. */
function sectionsOf(
  { scopes }: Plan,
  { table }: TableFound,
): { scope: Scope; mapped: ImportColumn; forms: TextForms<unknown> }[] {
  const around = []
  for (let scope = scopes.get(table.row ?? '')?.parent; scope?.parent; scope = scope.parent) {
    const mapped = table.columns?.find(({ record }) => record === scope?.name)
    if (mapped) around.push({ scope, mapped, forms: new TextForms<unknown>(mapped.words ?? {}) })
  }
  return around
}
