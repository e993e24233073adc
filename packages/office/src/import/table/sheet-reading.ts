import type { Text } from '@tiaoli/engine'
import { ledgerPart, type ImportColumn, type ImportCondition, type ImportTable } from '@tiaoli/engine/plan'
import { addressOf, cellPosition } from '../../cells/address.ts'
import { looksPersonal } from '../../looks-personal.ts'
import type { FilePlace } from '../../office-error.ts'
import type { Cell, Sheet } from '../../workbook.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import { isNoName } from './no-name.ts'
import { conditionsOf } from '../columns/conditions.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import { readFormHead, type FormHead } from '../ledger/form-head.ts'
import { isYearColumn, isUnderYear, isYearly, relativeYear, yearOfHeadings } from '../columns/heading-year.ts'
import { likelyFacts } from '../columns/likely-facts.ts'
import { withNaming } from '../columns/naming-column.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { conditionsIn, type TableFound } from './table-head.ts'
import { isCalled } from '../columns/sheet-column.ts'
import { WHY } from './why-not-read.ts'
import { SheetTitles } from './sheet-titles.ts'
import { titledIn } from './title-column.ts'
import { TableRows, type Section } from './table-rows.ts'
import { keyOf } from '../../values/words.ts'

/** A column that is read, with what the mapping says of it. */
export interface ReadColumn {
  readonly at: SheetColumn
  readonly mapped: ImportColumn
}

/** A row of a table that is read. */
export interface TableRow {
  readonly number: number
  readonly cells: ReadonlyMap<number, Cell>
  /** If it is no record and says what those below belong to. */
  readonly section?: Section
}

/** The rows over which a cell is merged. */
interface MergedRows {
  readonly top: number
  readonly end: number
  isOfSeveral?: boolean
}

function mergedRows(range: string): [string, MergedRows] {
  const [first = '', last = ''] = range.split(':')
  return [first, { top: cellPosition(first)?.row ?? 0, end: cellPosition(last)?.row ?? 0 }]
}

/** One table of one sheet of one file: its columns, and which of its rows are read. Whatever is not, is listed. */
export class SheetReading {
  readonly draft: DraftLedger
  readonly file: string
  readonly sheet: Sheet
  readonly found: TableFound
  readonly head: FormHead
  readonly columns: readonly ReadColumn[]
  /** Those that give nothing themselves, and may say how to read others. */
  readonly asides: readonly ReadColumn[]
  readonly titles: SheetTitles
  readonly #rows: TableRows
  /** What a column of the table asks of another in this sheet. */
  readonly conditionOf: (mapped: ImportColumn) => ImportCondition | undefined
  /** The cells of titles that stand in a column of their own, by where they stand there. */
  readonly #titled: ReadonlyMap<string, string>
  /** By the address of their first cell. */
  readonly #ranges: ReadonlyMap<string, MergedRows>

  constructor(draft: DraftLedger, file: string, sheet: Sheet, found: TableFound) {
    this.draft = draft
    this.file = file
    this.sheet = sheet
    this.found = found
    this.head = readFormHead(sheet, found.head.firstRow, draft.mapping)
    this.conditionOf = conditionsIn(found.head, found.table.columns ?? [])
    const listed = this.#listColumns()
    this.columns = listed.filter(({ mapped }) => !isAside(mapped))
    this.asides = listed.filter(({ mapped }) => isAside(mapped))
    this.#rows = new TableRows(draft, found)
    this.titles = new SheetTitles(this, this.#rows)
    this.#titled = titledIn(sheet)
    this.#ranges = new Map(sheet.merges.map(mergedRows))
  }

  /** The day from which the table counts its years: its own, else that of the ledger unless it may have another. */
  get day(): string | undefined {
    const { on, hasOtherDay } = this.head
    return on ?? (hasOtherDay && !this.draft.isDayGiven ? undefined : this.draft.dayOfForms)
  }

  place(row: number, { column }: SheetColumn): FilePlace {
    const cell = addressOf({ row, column })
    return { file: this.file, sheet: this.sheet.name, cell: this.#titled.get(cell) ?? cell }
  }

  /** The heading over the names of records, where it is not read. */
  unreadNames(record: string): SheetColumn | undefined {
    const named = [...this.found.matches].find(([, mapped]) => mapped.some((one) => one.record === record))
    const isRead = this.columns.some(({ mapped }) => mapped.record === record)
    return isRead ? undefined : named?.[0]
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

  /** The first cell of a range merged over rows that have different names, or over several where nothing names them. */
  firstOfSeveral(cell: Cell | undefined, naming: SheetColumn | undefined): string | undefined {
    const first = cell?.mergedInto ?? cell?.place.address
    const range = first === undefined ? undefined : this.#ranges.get(first)
    if (!range || range.top === range.end) return undefined
    range.isOfSeveral ??= !naming || this.#namesIn(range, naming).size > 1
    return range.isOfSeveral ? first : undefined
  }

  #namesIn({ top, end }: MergedRows, naming: SheetColumn): Set<string> {
    const rows = this.sheet.rows.filter(({ number }) => top <= number && number <= end)
    const names = rows.flatMap(({ cells }) => cells.filter((one) => one.column === naming.column && !this.isBlank(one)))
    return new Set(names.map(({ text }) => keyOf(text)))
  }

  /** Whether a cell says nothing. */
  isBlank(cell: Cell | undefined): boolean {
    if (!cell || cell.kind === 'empty') return true
    const key = keyOf(cell.text)
    return cell.kind !== 'error' && (key === '' || this.draft.words.blank.has(key))
  }

  /** Drops a cell that cannot be read whatever it is about, with a note. */
  isUnreadable(cell: Cell, place: FilePlace): boolean {
    const code =
      cell.kind === 'error' ? 'cell-error' : looksPersonal(cell.text) !== undefined ? 'personal-number' : undefined
    if (code) this.draft.note(code, place)
    return code !== undefined
  }

  /** Drops a row with a date, a sentence or a heading in place of a name, with a note. */
  mayBeName(cell: Cell, place: FilePlace): boolean {
    const mayBe = this.draft.names.isSaid(cell.text) || (!isNoName(cell) && !this.#rows.isHeading(cell.text))
    if (!mayBe) this.draft.note('not-a-name', place)
    return mayBe
  }

  /** Whether a cell has a name. A row without one is not read, whatever stands in place of it, and is noted. */
  isName(cell: Cell | undefined, place: FilePlace): cell is Cell {
    const isRead =
      !this.isBlank(cell) &&
      cell !== undefined &&
      !this.isUnreadable(cell, place) &&
      !this.draft.words.none.has(keyOf(cell.text))
    if (!isRead) this.draft.note('row-without-name', place)
    return isRead && this.mayBeName(cell, place)
  }

  /** The rows below the headings, without those that are no rows of the table, up to where another table begins. */
  rows(): TableRow[] {
    const rows: TableRow[] = []
    for (const row of this.sheet.rows) {
      if (row.number <= this.found.head.lastRow) continue
      const cells = row.cells.filter((cell) => !this.isBlank(cell) || cell.note !== undefined)
      if (cells.length === 0) continue
      const place = { file: this.file, sheet: this.sheet.name, cell: cells[0]!.place.address }
      if (row.hidden) {
        this.draft.note('row-hidden', place)
        const group = this.#rows.groupOfHidden(cells)
        if (group) rows.push({ number: row.number, cells: new Map(), section: group })
        continue
      }
      const kind = this.#rows.kindOf(cells, this.#saysNothing(cells))
      if (kind === 'other-table') {
        this.draft.note('other-table', place)
        break
      }
      if (kind === 'skipped' || (typeof kind === 'object' && (!kind.of || this.#rows.isLikeRecord(kind))))
        this.draft.note('row-skipped', place)
      if (kind === 'skipped') continue
      for (const { note, place: at } of row.cells)
        if (note !== undefined) this.draft.note('remark', { ...place, cell: at.address })
      rows.push({
        number: row.number,
        cells: new Map(row.cells.map((cell) => [cell.column, cell])),
        ...(typeof kind === 'object' && { section: kind }),
      })
    }
    return rows
  }

  /** Whether nothing in a row is about a record: a serial number, a date or a signature below the table. */
  #saysNothing(cells: readonly Cell[]): boolean {
    const columns = new Map(this.columns.map(({ at, mapped }) => [at.column, mapped]))
    const read = cells.flatMap(({ column }) => columns.get(column) ?? [])
    const isNamed = read.some(({ record }) => record !== undefined)
    return !isNamed && read.length <= 1 && !read.some(({ remark }) => remark) && this.#namesRecords()
  }

  #namesRecords(): boolean {
    return this.columns.some(({ mapped }) => mapped.record !== undefined)
  }

  #listColumns(): ReadColumn[] {
    const { draft, found, sheet } = this
    const { head, matches } = found
    const uses = new Map<ImportColumn, number>()
    const ofYear = [...matches].filter(([at, mapped]) => !this.#whyOtherYear(at, mapped))
    for (const mapped of ofYear.flatMap(([, all]) => all)) uses.set(mapped, (uses.get(mapped) ?? 0) + 1)
    const isOnce = (one: ImportColumn) => one.unused === undefined && !one.remark
    const isAgain = (one: ImportColumn, at: SheetColumn) =>
      uses.get(one)! > 1 && isOnce(one) && this.#saySame(one) && this.#columnsOf(one)[0] !== at
    const read: ReadColumn[] = []
    const scope = draft.plan.scopes.get(found.table.row ?? '')
    const unknown = head.columns.filter((at) => !matches.has(at))
    const hasYears = head.columns.some(({ headings }) => isYearColumn(headings))
    const likely = scope && likelyFacts(unknown, scope, { others: uses.keys(), hasYears })
    const yearly = [...uses.keys()].filter((one) => isYearly(one, draft.plan.scopes) && typeof one.year !== 'object')
    for (const at of head.columns) {
      if (at.headings.length === 0) continue
      const place = { file: this.file, sheet: sheet.name, cell: at.address }
      const isPersonal = at.headings.some((text) => looksPersonal(text) !== undefined)
      const column = {
        place,
        heading: at.headings.map((text) => (looksPersonal(text) === undefined ? text : '…')).join('／'),
        headings: isPersonal ? [] : at.headings,
        table: draft.mapping.tables.indexOf(found.table),
      }
      const mapped = matches.get(at) ?? []
      const refuse = (why: Text, proposal?: string) =>
        draft.columns.push({
          ...column,
          use: 'not-usable',
          gives: [],
          why,
          ...(proposal !== undefined && { proposal }),
        })
      const tell = (all: readonly ImportColumn[]) => {
        const gives = [...new Set(all.flatMap((one) => [...factsGivenBy(one), ...countedBy(one, found.table)]))]
        draft.columns.push({ ...column, use: draft.mapping.guessed ? 'guessed' : 'read', gives })
      }
      if (sheet.hiddenColumns.includes(at.column)) refuse(WHY.hidden)
      else if (mapped.length === 0 && yearly.length > 0 && isYearColumn(at.headings)) {
        tell(yearly)
        read.push({ at, mapped: { headings: [at.headings.at(-1)!] } })
      } else if (mapped.length === 0) refuse(this.#whyUnknown(at), likely?.get(at)?.fact)
      else if (mapped.some((one) => isAgain(one, at))) refuse(WHY.again)
      else if (mapped.some((one) => uses.get(one)! > 1 && isOnce(one) && !this.#saySame(one))) {
        draft.note('heading-twice', place)
        refuse(WHY.twice)
      } else {
        const unused = mapped.find((one) => one.unused)?.unused
        const isRemark = mapped.some((one) => one.remark) && mapped.every((one) => factsGivenBy(one).length === 0)
        const otherYear = this.#whyOtherYear(at, mapped)
        if (otherYear) {
          refuse(otherYear)
          continue
        }
        if (unused) refuse(unused)
        else if (isRemark) refuse(WHY.remark)
        else tell(mapped.every(isAside) ? mapped.flatMap((one) => this.#dependents(one)) : mapped)
        read.push(...mapped.map((one) => ({ at, mapped: one })))
      }
    }
    return read
  }

  /** Why a column is not read by the year that its headings name, if so. */
  #whyOtherYear({ headings }: SheetColumn, mapped: readonly ImportColumn[]): Text | undefined {
    const year = yearOfHeadings(headings)
    const own = this.day === undefined ? undefined : Number(this.day.slice(0, YEAR_LENGTH))
    if (year === undefined || own === undefined || mapped.every(isAside)) return undefined
    if (!mapped.some((one) => isYearly(one, this.draft.plan.scopes)))
      return year === own || !isUnderYear(headings) ? undefined : WHY.otherYear
    const meant = { previous: own - 1, current: own, none: year }[relativeYear(headings) ?? 'none']
    return meant === year ? undefined : WHY.twoYears
  }

  /** The columns of the table that are read by what a column says. */
  #dependents({ headings }: ImportColumn): ImportColumn[] {
    const { columns = [], year: ofTable } = this.found.table
    const isOf = ({ year = ofTable, ...one }: ImportColumn) => {
      const names = [typeof year === 'object' ? year.column : undefined, this.conditionOf(one)?.column]
      return names.some((name) => name !== undefined && headings.includes(name))
    }
    const matched = new Set([...this.found.matches.values()].flat())
    return columns.filter((one) => isOf(one) && matched.has(one))
  }

  #columnsOf(mapped: ImportColumn): SheetColumn[] {
    const { head, matches } = this.found
    const isHidden = ({ column }: SheetColumn) => this.sheet.hiddenColumns.includes(column)
    const isOf = (at: SheetColumn) => matches.get(at)?.includes(mapped) && !this.#whyOtherYear(at, [mapped])
    return head.columns.filter((at) => !isHidden(at) && isOf(at))
  }

  /** Whether the columns of the sheet that give the same have the same in every row. */
  #saySame(mapped: ImportColumn): boolean {
    const columns = this.#columnsOf(mapped)
    return this.sheet.rows
      .filter(({ number }) => number > this.found.head.lastRow)
      .every(({ cells }) => {
        const texts = columns.map(({ column }) => keyOf(cells.find((cell) => cell.column === column)?.text ?? ''))
        return new Set(texts).size <= 1
      })
  }

  /** A column that is read by what another says needs that one. */
  #whyUnknown(at: SheetColumn): Text {
    const { columns = [] } = this.found.table
    const whole = withNaming(at, this.found.head.columns, columns)
    const waiting = columns.flatMap((one) =>
      one.headings.some((name) => isCalled(whole, name, one.under))
        ? conditionsOf(one).map(({ column }) => column)
        : [],
    )
    if (waiting.length === 0) return this.draft.mapping.guessed ? WHY.notGuessed : WHY.unknown
    const [zh, en] = ['、', ', '].map((comma) => [...new Set(waiting)].join(comma))
    return {
      zh: `要看另一列才知道怎样读，而表中没有那一列。请补上：${zh}（有其一即可）。`,
      en: `Another column says how to read this, and is not in the table. Add one of these: ${en}.`,
    }
  }
}

/** The numbers of rows that depend on a column. */
function countedBy({ headings }: ImportColumn, { counts = [] }: ImportTable): string[] {
  return counts
    .filter(({ where = [] }) => where.some(({ column }) => headings.includes(column)))
    .map(({ fact }) => fact)
}

/** Whether a column gives nothing itself. */
function isAside({ unused, words, sets, ...mapped }: ImportColumn): boolean {
  return unused !== undefined || (!words && !sets && !READINGS.some((reading) => mapped[reading] !== undefined))
}

const READINGS = ['fact', 'organization', 'record', 'referredBy', 'person', 'somebody', 'remark'] as const

/** Of `YYYY-MM-DD`. */
const YEAR_LENGTH = 4
