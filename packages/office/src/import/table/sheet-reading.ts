import { ledgerPart, type ImportColumn, type ImportCondition } from '@tiaoli/engine/plan'
import { addressOf } from '../../cells/address.ts'
import type { FilePlace } from '../../office-error.ts'
import type { Row, Sheet } from '../../workbook.ts'
import { conditionsIn } from '../columns/conditions-in.ts'
import { isYearColumn, yearMeantBy } from '../columns/heading-year.ts'
import { isAside } from '../columns/is-aside.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import { wayUp } from '../../way-up.ts'
import type { Scope } from '../../scope.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import { readFormHead, type FormHead } from '../ledger/form-head.ts'
import { listColumns, type ReadColumn } from './list-columns.ts'
import { MergedRanges } from './merged-ranges.ts'
import { readRows, type TableRow } from './read-rows.ts'
import { SheetCells } from './sheet-cells.ts'
import { sentencesOf, type Sentence } from './sentences.ts'
import { SheetTitles } from './sheet-titles.ts'
import type { TableFound } from './find-table.ts'
import { unitInNotes } from './unit-in-notes.ts'
import { TableRows } from './table-rows.ts'
import { titledIn } from './title-column.ts'
import { titlesOf } from './titles-of-table.ts'
import { yearOf } from '../../values/year-of.ts'

/** One table of one sheet of one file: its columns, and which of its rows are read. Whatever is not, is listed. */
export class SheetReading {
  readonly draft: DraftLedger
  readonly file: string
  readonly sheet: Sheet
  readonly found: TableFound
  readonly head: FormHead
  /** The unit of amounts that a note names; null where several do, or one is not known. */
  readonly unitInNotes: string | null | undefined
  readonly columns: readonly ReadColumn[]
  /** Those that give nothing themselves, and may say how to read others. */
  readonly asides: readonly ReadColumn[]
  readonly titles: SheetTitles
  /** Those above and below it, in their order. */
  readonly sentences: readonly Sentence[]
  readonly cells: SheetCells
  readonly merged: MergedRanges
  readonly #rows: TableRows
  /** What a column of the table asks of another in this sheet. */
  readonly conditionOf: (mapped: ImportColumn) => ImportCondition | undefined
  /** The cells of titles that stand in a column of their own, by where they stand there. */
  readonly #titled: ReadonlyMap<string, string>

  constructor(draft: DraftLedger, file: string, sheet: Sheet, found: TableFound) {
    this.draft = draft
    this.file = file
    this.sheet = sheet
    this.found = found
    this.head = readFormHead(sheet, found.head.firstRow, draft.mapping)
    this.unitInNotes = unitInNotes(notesIn(sheet, found, draft), draft.words.units)
    this.conditionOf = conditionsIn(found.head, found.table.columns ?? [])
    const listed = listColumns(this)
    this.columns = listed.filter(({ mapped }) => !isAside(mapped))
    this.asides = listed.filter(({ mapped }) => isAside(mapped))
    this.#rows = new TableRows(draft, found)
    this.cells = new SheetCells(draft, this.#rows)
    this.merged = new MergedRanges(sheet, this.cells)
    this.titles = new SheetTitles(this, this.#rows)
    this.sentences = sentencesOf(this, this.#rows)
    this.#titled = titledIn(sheet)
  }

  /** The day from which the table counts its years: its own, else that of the ledger unless it may have another. */
  get day(): string | undefined {
    const { on, hasOtherDay } = this.head
    return on ?? (hasOtherDay && !this.draft.isDayGiven ? undefined : this.draft.dayOfForms)
  }

  /** The year that “this year” is in its headings: that of its title, else that of its day. */
  get year(): number | undefined {
    const titles = titlesOf(this.file, this.sheet, this.found.head.firstRow, this.draft.mapping)
    return yearMeantBy(titles.map(({ text }) => text)) ?? (this.day === undefined ? undefined : yearOf(this.day))
  }

  place(row: number, { column }: SheetColumn): FilePlace {
    const cell = addressOf({ row, column })
    return { file: this.file, sheet: this.sheet.name, cell: this.#titled.get(cell) ?? cell }
  }

  /** The heading over the names of the records, or else of those they belong to, where it is not read. */
  unreadNames(scope: Scope): SheetColumn | undefined {
    for (const { name } of wayUp(scope)) {
      const named = [...this.found.matches].find(([, mapped]) => mapped.some((one) => one.record === name))
      if (named) return this.columns.some(({ mapped }) => mapped.record === name) ? undefined : named[0]
    }
    return undefined
  }

  /** The column that is called so. */
  columnCalled(name: string): ReadColumn | undefined {
    return [...this.columns, ...this.asides].find(
      ({ mapped, at }) => mapped.headings.includes(name) || isCalled(at, name),
    )
  }

  /** The columns that give the year of a row, where the mapping does not say which does. */
  get yearColumns(): readonly ReadColumn[] {
    const isKey = ({ fact }: ImportColumn) => {
      const part = fact === undefined ? undefined : ledgerPart(this.draft.plan.scopes, fact)
      return part?.kind === 'fact' && part.fact.isKey
    }
    const keys = this.columns.filter(({ mapped }) => isKey(mapped))
    return keys.length > 0 ? keys : this.asides.filter(({ at }) => isYearColumn(at.headings))
  }

  /** The rows below the headings that are read. */
  rows(): TableRow[] {
    return readRows(this, this.#rows)
  }
}

/** The rows of titles and notes of a sheet: those above the headings, and below them those of one text or called a note. */
function notesIn({ rows }: Sheet, { head }: TableFound, { words }: DraftLedger): Row[] {
  return rows.filter(({ number, cells }) => {
    const filled = cells.filter(({ text, mergedInto }) => text.trim() !== '' && mergedInto === undefined)
    const isNote = filled.length === 1 || (filled[0] !== undefined && words.isNoRow(filled[0].text))
    return number < head.firstRow || (number > head.lastRow && isNote)
  })
}
