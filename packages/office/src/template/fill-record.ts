import { isObject } from '@tiaoli/engine/plan'
import { isInside } from '../inside-group.ts'
import { looksPersonal } from '../looks-personal.ts'
import type { FilePlace } from '../office-error.ts'
import { faultOf } from '../values/why-unreadable.ts'
import type { Cell } from '../workbook.ts'
import { isBareDay, readCellValue, writtenValue, type CellAnswer } from './cell-values.ts'
import type { ChangedLedger } from './changed-ledger.ts'
import type { Denial } from './denials.ts'
import { howToWrite } from './how-to-write.ts'
import type { LedgerRow } from './ledger-records.ts'
import type { Scope } from '../scope.ts'
import { LISTED, THERE, type TemplateColumn, type ValueColumn } from './template-columns.ts'
import { templateNote, type TemplateNote } from './template-notes.ts'
import type { UsualValues } from './usual-values.ts'
import type { SentRow, TemplateSheet } from './template-sheet.ts'

type ListColumn = Extract<TemplateColumn, { kind: 'list' }>
type FormColumn = Extract<TemplateColumn, { form: unknown }>
type Answer = Exclude<CellAnswer, { kind: 'not-understood' }>

/** What a sheet says of a list of records: that there are rows below. */
export interface ListClaim {
  readonly row: LedgerRow
  readonly scope: Scope
  readonly place: FilePlace
}

/** A value that a cell changed. */
export interface ValueChange {
  readonly row: LedgerRow
  readonly path: readonly string[]
  readonly before: unknown
  readonly place: FilePlace
}

/** Writes what a row says into its record. */
export class RecordFiller {
  readonly notes: TemplateNote[] = []
  readonly claims: ListClaim[] = []
  readonly denials: Denial[] = []
  /** The values that were changed. */
  readonly changes: ValueChange[] = []
  readonly #draft: ChangedLedger
  readonly #sheet: TemplateSheet
  readonly #usual: UsualValues

  constructor(draft: ChangedLedger, sheet: TemplateSheet, usual: UsualValues) {
    this.#draft = draft
    this.#sheet = sheet
    this.#usual = usual
  }

  fill(filled: SentRow, found: LedgerRow): void {
    const answers = this.#answers(filled)
    const said = [...answers].find(([{ kind }]) => kind === 'none')
    if (said) {
      this.#setNone(filled, found, said[0], answers)
      return
    }
    this.#tellCleared(filled, found)
    const hasValue = [...answers.values()].some(({ kind }) => kind === 'value')
    if (!found.json && !hasValue) return
    const row = found.json ? found : this.#draft.begin(found)
    for (const [column, answer] of this.#consistent(filled, row, answers)) {
      if (column.kind === 'list') this.#list(filled, row, column, answer)
      else if (column.kind === 'value') this.#value(filled, row, column, answer)
    }
  }

  /** What the cells of a row say, without those that cannot be read. */
  #answers(filled: SentRow): Map<TemplateColumn, Answer> {
    const answers = new Map<TemplateColumn, Answer>()
    for (const [column, cell] of filled.cells) {
      if (!('form' in column)) continue
      const place = this.#sheet.placeOf(filled, column)
      const refuse = (code: 'cell-error' | 'cell-struck' | 'not-understood' | 'personal-number') =>
        this.notes.push(templateNote(code, place, howToWrite(column)))
      if (cell.kind === 'error') refuse(faultOf(cell))
      else if (isPersonal(column, cell)) refuse('personal-number')
      else {
        const answer = this.#read(column, cell)
        const isUnfit = answer.kind === 'not-known' && !mayBeUnknown(column)
        if (answer.kind === 'not-understood' || isUnfit) refuse('not-understood')
        else answers.set(column, answer)
      }
    }
    return answers
  }

  #read(column: FormColumn, cell: Cell): CellAnswer {
    const answer = readCellValue(column.form, cell)
    if (answer.kind !== 'not-understood') return answer
    const to = column.kind === 'value' ? column.fact?.to : undefined
    const id = to && this.#draft.idNamed(to, cell.text.trim())
    if (id !== undefined) return { kind: 'value', value: id }
    return this.#usual.read(column.form, column.kind === 'value' ? column.fact : undefined, cell)
  }

  /** A year of which it is said that there was nothing has no other entry, neither here nor in the ledger. */
  #setNone(
    filled: SentRow,
    row: LedgerRow,
    column: TemplateColumn,
    answers: ReadonlyMap<TemplateColumn, Answer>,
  ): void {
    const place = this.#sheet.placeOf(filled, column)
    if (answers.size > 1 || Object.keys(row.json ?? {}).length > 0) {
      this.notes.push(templateNote('contradiction', place))
      return
    }
    if (row.json) this.#draft.setNone(row)
    this.denials.push({ row, place })
  }

  #tellCleared(filled: SentRow, row: LedgerRow): void {
    for (const { column } of this.#sheet.columns) {
      if (filled.cells.has(column)) continue
      const isCleared =
        column.kind === 'none'
          ? !row.json
          : column.kind === 'value' && writtenValue(column.form, this.#draft.valueOf(row, column.path)) !== undefined
      if (isCleared) this.notes.push(templateNote('cleared', this.#sheet.placeOf(filled, column)))
    }
  }

  /**
   * Without groups that are said to be none, or not known, while something in them is given; and without what is given in
   * those that are said to be none.
   */
  #consistent(
    filled: SentRow,
    row: LedgerRow,
    answers: ReadonlyMap<TemplateColumn, Answer>,
  ): Map<TemplateColumn, Answer> {
    const kept = new Map(answers)
    for (const [group, answer] of answers) {
      if (!isGroup(group) || isThere(answer)) continue
      const within = [...answers].filter(([other]) => isInGroup(other, group))
      const given = within.filter(([, { kind, ...said }]) => kind === 'value' && 'value' in said && said.value !== null)
      if (given.length > 0 || this.#isKept(filled, row, group)) {
        this.notes.push(templateNote('contradiction', this.#sheet.placeOf(filled, group)))
        kept.delete(group)
      }
      if (answer.kind === 'value') for (const [other] of within) kept.delete(other)
    }
    return kept
  }

  /** Whether the ledger has something in a group that the row does not clear. */
  #isKept(filled: SentRow, row: LedgerRow, { path }: ValueColumn): boolean {
    const before = this.#draft.valueOf(row, path)
    const cleared = this.#sheet.columns.filter(({ column }) => column.kind === 'value' && !filled.cells.has(column))
    const places = new Set(cleared.flatMap(({ column }) => (column.kind === 'value' ? [column.path.join('.')] : [])))
    return leavesOf(before, path).some((leaf) => !places.has(leaf))
  }

  #value(filled: SentRow, row: LedgerRow, column: ValueColumn, answer: Answer): void {
    const { path } = column
    if (isThere(answer) && this.#draft.valueOf(row, path) !== null) return
    if (answer.kind !== 'value' || isThere(answer)) {
      this.#draft.remove(row, path)
      return
    }
    const before = this.#draft.valueOf(row, path)
    if (JSON.stringify(before) === JSON.stringify(answer.value)) return
    const place = this.#sheet.placeOf(filled, column)
    const cell = filled.cells.get(column)!
    if (column.fact && this.#usual.isUnlike(column.fact, before, answer.value, cell))
      this.notes.push(templateNote('amount-unlike-before', place))
    else if (column.fact && this.#usual.isUnusual(column.fact, answer.value, cell))
      this.notes.push(templateNote('amount-unusual', place))
    else if (isBareDay(column.form, cell)) this.notes.push(templateNote('serial-date', place))
    this.changes.push({ row, path, before, place })
    this.#draft.set(row, path, answer.value)
  }

  #list(filled: SentRow, row: LedgerRow, column: ListColumn, answer: Answer): void {
    const { scope } = column
    if (answer.kind !== 'value') return
    const place = this.#sheet.placeOf(filled, column)
    const before = this.#draft.valueOf(row, [scope.list])
    const isEmpty = !(typeof before === 'object' && before !== null && Object.keys(before).length > 0)
    if (answer.value === LISTED) this.claims.push({ row, scope, place })
    else if (isEmpty) {
      this.#draft.set(row, [scope.list], answer.value)
      this.denials.push({ row, list: scope.list, place })
    } else this.notes.push(templateNote('contradiction', place))
  }
}

function isGroup(column: TemplateColumn): column is ValueColumn {
  return column.kind === 'value' && column.fact === undefined && column.none !== undefined
}

/** Whether it is said that there is something, and no more. */
function isThere(answer: Answer): boolean {
  return answer.kind === 'value' && answer.value === THERE
}

function isInGroup(column: TemplateColumn, { path }: ValueColumn): boolean {
  return column.kind === 'value' && isInside(column.path.join('.'), path.join('.'))
}

/** What an id, a year or a list is, is not taken back in a template. */
function mayBeUnknown(column: TemplateColumn): boolean {
  return column.kind === 'value' && (column.fact === undefined || column.fact !== column.fact.scope.id)
}

/** An amount or a number may have as many digits. */
function isPersonal(column: TemplateColumn, cell: Cell): boolean {
  const free = 'form' in column ? column.form.free : undefined
  const type = typeof free === 'object' ? free.fact.type : undefined
  if (cell.kind === 'number' && (type === 'integer' || type === 'money')) return false
  return looksPersonal(cell.text) !== undefined
}

function leavesOf(value: unknown, path: readonly string[]): string[] {
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
  return value === undefined || value === null ? [] : [path.join('.')]
}
