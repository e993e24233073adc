import type { Text } from '@tiaoli/engine'
import type { ImportColumn } from '@tiaoli/engine/plan'
import type { Cell } from '../../workbook.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import type { OverlappingCount } from './overlapping-counts.ts'
import type { SameOrNot } from './same-or-not.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { nameIn } from './meets-condition.ts'
import { isWrittenOnce } from './written-once.ts'
import { TextForms, type Filling } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'

/** A row while it is read: its record, and those that it names or makes. */
export interface RowRecords {
  readonly row: TableRow
  readonly own: DraftRecord
  /** By scope. */
  readonly named: Map<Scope, DraftRecord>
  readonly made: Map<string, DraftRecord>
  /** Facts of which a cell says more than that somebody is named in another. */
  readonly settled: Set<string>
  /** What its cells say of persons who are named in it. */
  readonly said: readonly SameOrNot[]
  /** The id of somebody whose name is masked, by what a cell says of that person. */
  readonly somebody: Map<SameOrNot, string>
  /** Numbers that are set when the row is read. */
  readonly counts: OverlappingCount[]
}

export function recordsOf(row: TableRow, own: DraftRecord, said: readonly SameOrNot[] = []): RowRecords {
  return { row, own, named: new Map(), made: new Map(), settled: new Set(), said, somebody: new Map(), counts: [] }
}

const SAME_AS_NOTHING: Text = {
  zh: '上面一格是空的，不知“同上”指什么，未填入台账。请写明。',
  en: 'Nothing is written in the cell above, so it is not known what this is the same as, and it is not in the ledger. Write it out.',
}

type Meaning = NonNullable<ImportColumn['words']>[string]

/** What stands in the columns of a row, there or above, and what the mapping says that it means. */
export class RowCells {
  readonly #reading: SheetReading
  readonly #forms = new Map<ImportColumn, TextForms<Meaning>>()
  /** The last cell of a column that says something: for cells that are filled down. */
  readonly #above = new Map<number, Cell>()
  /** The columns of which the cell in the row above says nothing: “the same” is nothing that is known. */
  readonly #blankAbove = new Set<number>()
  readonly #ignored = new Set<Cell>()
  /** Whether a column is written once for the rows below. */
  readonly #writtenOnce = new Map<number, boolean>()

  constructor(reading: SheetReading) {
    this.#reading = reading
  }

  /** What a text means by the words of a column. */
  match(mapped: ImportColumn, text: string): { filling: Filling; meaning: Meaning } | undefined {
    const forms = this.#forms.get(mapped) ?? new TextForms(mapped.words ?? {})
    this.#forms.set(mapped, forms)
    return forms.match(text) ?? this.#matchWord(mapped, text)
  }

  /** The same of an organization, whose name may hold that of the record of the row: 联合 of 江西联合律师事务所. */
  matchOf({ mapped }: ReadColumn, text: string, row: TableRow): { filling: Filling; meaning: Meaning } | undefined {
    const match = this.match(mapped, text)
    const name = mapped.organization === undefined ? undefined : nameIn(row, this.#reading)
    if (match?.meaning !== null || name === undefined) return match
    return this.match(mapped, keyOf(text).replaceAll(keyOf(name), ''))
  }

  /** Of the words for yes one stands for the others, as do those for no, where all of a column mean the same. */
  #matchWord({ words = {} }: ImportColumn, text: string): { filling: Filling; meaning: Meaning } | undefined {
    const { yes, no } = this.#reading.draft.words
    const alike = [yes, no].find((one) => one.has(keyOf(text)))
    const meanings = Object.entries(words).flatMap(([word, meaning]) => (alike?.has(keyOf(word)) ? [meaning] : []))
    const [meaning] = meanings
    const isOne = new Set(meanings.map((one) => JSON.stringify(one))).size === 1
    return meaning !== undefined && isOne ? { filling: new Map(), meaning } : undefined
  }

  /** The cell of a column, or the one above where it is filled down or says so. */
  cell(column: ReadColumn, row: TableRow): Cell | undefined {
    const { at, mapped } = column
    const cell = row.cells.get(at.column)
    const isBlank = this.#reading.cells.isBlank(cell)
    const isSame = cell !== undefined && this.#isSame(cell)
    if (!isSame && !isBlank) return cell
    const isRightAbove = isSame && !this.#blankAbove.has(at.column)
    return isRightAbove || (mapped.fill && this.#isWrittenOnce(column)) ? this.#above.get(at.column) : undefined
  }

  /** Tells a cell that says “the same” where nothing stands above it. */
  tellSameAsNothing({ at }: ReadColumn, row: TableRow): void {
    const cell = row.cells.get(at.column)
    if (!cell || !this.#isSame(cell)) return
    const text = SAME_AS_NOTHING
    this.#reading.draft.note('not-understood', this.#reading.place(row.number, at), { text })
  }

  #isSame({ text }: Cell): boolean {
    return this.#reading.draft.words.same.has(keyOf(text))
  }

  #isWrittenOnce(column: ReadColumn): boolean {
    const known = this.#writtenOnce.get(column.at.column) ?? isWrittenOnce(column, this.#reading)
    this.#writtenOnce.set(column.at.column, known)
    return known
  }

  /** What a cell says, or the one above where it says “the same”. */
  textOf(cell: Cell): string {
    return (this.#isSame(cell) ? this.#above.get(cell.column) : cell)?.text ?? ''
  }

  /** Keeps what stands in a row, read or not, for what says the same below. */
  remember(row: TableRow): void {
    for (const { at } of [...this.#reading.columns, ...this.#reading.asides]) {
      const cell = row.cells.get(at.column)
      if (cell && this.#isSame(cell)) continue
      if (!cell || this.#reading.cells.isBlank(cell)) this.#blankAbove.add(at.column)
      else {
        this.#blankAbove.delete(at.column)
        if (!this.#ignored.has(cell)) this.#above.set(at.column, cell)
      }
    }
  }

  /** The last cell of a column that says something. */
  above(column: number): Cell | undefined {
    return this.#above.get(column)
  }

  /** What stands in a cell is not for the rows below it. */
  ignore(cell: Cell): void {
    this.#ignored.add(cell)
  }

  /** Below a title, what stands above it in a column says nothing more. */
  forget(column: number): void {
    this.#above.delete(column)
  }
}
