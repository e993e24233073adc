import type { Cell, Row } from '../../workbook.ts'
import { tellNoName } from '../ledger/names-to-come.ts'
import type { FilePlace } from '../../office-error.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import type { Scope } from '../../scope.ts'
import { bareName } from '../names/bare-name.ts'
import { groupOf, namedInTitle, TOTAL, unnamedTotal } from './group-rows.ts'
import { isNoName, isSample, isTotal } from './no-name.ts'
import { plainPlace } from '../names/place-name.ts'
import type { TableFound } from './find-table.ts'
import { sectionsOf, type Around, type RowKind, type Section, type Surroundings } from './section.ts'
import { speaksOf, wordsOfEnds } from './words-of-ends.ts'
import { TextForms } from '../../values/text-form.ts'
import { headingKey, keyOf, ORDINAL, withoutBrackets } from '../../values/words.ts'

/** Fewer letters say nothing of rows. */
const SHORTEST = 4

/** Tells the rows of a table from what else stands below its headings. */
export class TableRows {
  readonly #draft: DraftLedger
  readonly #found: TableFound
  readonly #headings: ReadonlySet<string>
  readonly #nameHeadings: ReadonlySet<string>
  /** The columns of the sheet in which records are named. */
  readonly #naming: ReadonlySet<number>
  /** Those of them in which the records of the rows are. */
  readonly #own: ReadonlySet<number>
  /** The words of their columns, some of which say that a row is not of the table. */
  readonly #others: readonly TextForms<unknown>[]
  readonly #sections: readonly Around[]
  readonly #row: Scope | undefined
  readonly #ends: readonly string[]

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
    this.#own = new Set(
      [...found.matches].flatMap(([at, all]) =>
        all.some(({ record }) => record === found.table.row) ? [at.column] : [],
      ),
    )
    const own = [...found.matches.values()].flat().filter(({ record }) => record === found.table.row)
    this.#others = own.map(({ words = {} }) => new TextForms<unknown>(words))
    this.#sections = sectionsOf(draft, found)
    this.#row = draft.plan.scopes.get(found.table.row ?? '')
    this.#ends = wordsOfEnds(found)
  }

  isHeading(text: string): boolean {
    return this.#headings.has(headingKey(text))
  }

  /** What a row is, by its cells that say something; `saysNothing` is whether none of them is about a record. */
  kindOf(cells: readonly Cell[], saysNothing: boolean): RowKind {
    const kind = this.#plainKindOf(cells, saysNothing)
    const isNone = kind === 'skipped' || (kind === 'record' ? this.#isNameless(cells) : isUnknownTitle(kind))
    const group = isNone ? groupOf(this.#draft, this.#sections, cells) : undefined
    return group ?? (kind === 'skipped' ? unnamedTotal(this.#sections, cells) : undefined) ?? kind
  }

  /** What a hidden row keeps from being carried on over it: what it belongs to itself, or what it is the title of. */
  groupOfHidden(cells: readonly Cell[]): Section | undefined {
    const around = cells.filter(({ column }) => this.#naming.has(column) && !this.#own.has(column))
    const group = groupOf(this.#draft, this.#sections, cells.length === 1 ? cells : around)
    if (!group?.of) return group
    const { scope, mapped, name } = group.of
    return { cell: group.cell, of: undefined, mentions: { scope, mapped, names: [name], isTotal: false } }
  }

  /** Whether a title may be the name of a record as well: 大余县律师事务所. */
  isLikeRecord({ cell }: Section): boolean {
    return this.#row !== undefined && this.#draft.names.mayName(this.#row, cell.text)
  }

  /** Whether a cell by itself may be the name of a record, or stands for one: 待定. It is no title then. */
  namesRecord({ column, kind, text }: Cell): boolean {
    const { names } = this.#draft
    if (!this.#own.has(column) || kind !== 'text' || speaksOf(this.#ends, text)) return false
    const isLike = this.#row !== undefined && names.meanings.looksOf(this.#row) && names.mayName(this.#row, text)
    return isLike === true || keyOf(text).length < SHORTEST
  }

  /** Whether what stands where the name of a record should is none. */
  #isNameless(cells: readonly Cell[]): boolean {
    const { names } = this.#draft
    const row = this.#row
    if (!row || !names.meanings.looksOf(row) || this.#own.size === 0) return false
    const named = cells.filter(({ column, mergedInto }) => this.#own.has(column) && mergedInto === undefined)
    const around = cells.filter(({ column }) => this.#naming.has(column) && !this.#own.has(column))
    const isPlain = ({ text }: Cell) =>
      this.#sections.some(({ scope }) => names.mayName(scope, text) && names.namesIn(scope, text).length <= 1)
    if (named.length === 0) return around.some((cell) => !isPlain(cell))
    const isOther = ({ text }: Cell) => this.#others.some((forms) => forms.match(text)?.meaning === null)
    const isNone = ({ text }: Cell) => {
      const name = this.#nameIn(text)
      return !names.mayName(row, name) && names.find(row, name).length === 0
    }
    return named.every((cell) => isNone(cell) && !isOther(cell))
  }

  /** The name of a record in a text, without what the words of the column say of it: 已注销. */
  #nameIn(text: string): string {
    const written = bareName(text)
    const inner = this.#others.flatMap((forms) => forms.match(written)?.filling.get('') ?? [])
    return bareName(inner[0] ?? written)
  }

  /** The cell in which a row names something that is no record, and is no total either. */
  misnamed({ cells }: Pick<Row, 'cells'>): Cell | undefined {
    const row = this.#row
    const isOwn = ({ column, kind, mergedInto }: Cell) =>
      this.#own.has(column) && kind === 'text' && mergedInto === undefined
    const isNone = ({ text }: Cell) =>
      row !== undefined &&
      !this.#draft.names.mayName(row, this.#nameIn(text)) &&
      !this.isHeading(text) &&
      !this.#draft.words.isNoRow(text) &&
      !isNoName({ kind: 'text', text })
    const named = cells.find(isOwn)
    const counts = cells.some(({ text }) => TOTAL.test(keyOf(text)))
    return named && !counts && isNone(named) ? named : undefined
  }

  tellNoName({ text }: Cell, place: FilePlace): void {
    if (this.#row) tellNoName(this.#draft, this.#row, text, place)
  }

  #plainKindOf(cells: readonly Cell[], saysNothing: boolean): RowKind {
    const beginnings = cells.filter(({ mergedInto }) => mergedInto === undefined).slice(0, 2)
    if (beginnings.some(({ text }) => this.#draft.words.isNoRow(text) || isTotal(text))) return 'skipped'
    if (cells.some(({ text }) => isSample(text))) return 'skipped'
    if (this.#isHeadings(cells)) return this.#isSameHead(cells) ? 'skipped' : 'other-table'
    const isOneText = new Set(cells.map(({ mergedInto, place }) => mergedInto ?? place.address)).size === 1
    if (!isOneText) return saysNothing ? 'skipped' : 'record'
    const cell = cells[0]!
    const of = this.#sectionOf(cell.text) ?? namedInTitle(this.#draft, this.#sections, cell.text)
    if (of) return { cell, of }
    if (this.#isOfEnds(cell.text, saysNothing)) return { cell, of: this.#namedIn(cell.text), ends: true }
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

  /** Whether a text is no name and speaks of an end. */
  #isOfEnds(text: string, saysNothing: boolean): boolean {
    const { names } = this.#draft
    const isName = this.#row && names.meanings.looksOf(this.#row) ? names.mayName(this.#row, text) : !saysNothing
    return !isName && speaksOf(this.#ends, text)
  }

  #namedIn(text: string): Section['of'] {
    for (const { scope, mapped } of this.#sections) {
      const name = this.#draft.names.meanings.looksOf(scope)?.nameIn(text)
      if (name !== undefined) return { scope, mapped, name }
    }
    return undefined
  }

  /** What is around all records of the table, by the name of its sheet or who filled it in. */
  around(title: string): Surroundings | undefined {
    const text = withoutBrackets(title.normalize('NFKC').trim().replace(ORDINAL, '')).trim()
    for (const { scope, mapped } of this.#sections) {
      const looks = this.#draft.names.meanings.looksOf(scope)
      const isKnown = this.#draft.names.find(scope, text).length === 1
      const meant = this.#draft.names.meanings.meant(text)
      const name = isKnown ? meant : (looks?.wholeName(plainPlace(meant)) ?? looks?.nameIn(text))
      if (name !== undefined) return { scope, mapped, name }
    }
    return undefined
  }

  #sectionOf(text: string): Section['of'] {
    const name = withoutBrackets(text.normalize('NFKC').trim().replace(ORDINAL, '').replace(/:$/, '')).trim()
    for (const { scope, mapped, forms } of this.#sections) {
      const meaning = forms.match(name)?.meaning
      const looks = this.#draft.names.meanings.looksOf(scope)
      const isKnown = this.#draft.names.find(scope, name).length === 1
      const isLike = looks ? looks.fits(name) : typeof meaning === 'object' && meaning !== null
      if (isKnown || isLike) return { scope, mapped, name: looks?.wholeName(name) ?? name }
    }
    return undefined
  }
}

function isUnknownTitle(kind: RowKind): boolean {
  return typeof kind === 'object' && !kind.of && !kind.ends
}
