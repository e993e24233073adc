import { isYear } from '@tiaoli/engine/plan'
import { yearIn } from '../values/read-date.ts'
import type { Cell } from '../workbook.ts'
import { readCellValue } from './cell-values.ts'
import type { ChangedLedger } from './changed-ledger.ts'
import type { Denials } from './denials.ts'
import { howToWrite } from './how-to-write.ts'
import { idOf, nameInList, placeAbove, rowBelow, rowsAbove, rowsBelow, type LedgerRow } from './ledger-records.ts'
import type { Scope } from '../scope.ts'
import type { TemplateColumn } from './template-columns.ts'
import { templateNote, type TemplateNote } from './template-notes.ts'
import type { SentRow, TemplateSheet } from './template-sheet.ts'
import { sameWords } from './template-words.ts'

type Found =
  | {
      readonly row: LedgerRow
      readonly note?: TemplateNote
      /** Whether the ledger had no such record. */
      readonly isMade?: true
    }
  | { readonly fault: TemplateNote }

/** What is known of the records of the ledger before anything is read. */
export interface KnownRecords {
  /** Whether nothing was known: then the rows of the template are records to be made. */
  readonly isNew: boolean
  /** The places of those that had another name when the template was made. */
  readonly renamed: ReadonlySet<string>
}

/** Which record a row of a sheet is about: one of the ledger, or a new one. */
export class RowFinder {
  readonly #draft: ChangedLedger
  readonly #sheet: TemplateSheet
  readonly #isNew: boolean
  readonly #renamed: ReadonlySet<string>
  readonly #denials: Denials

  constructor(draft: ChangedLedger, sheet: TemplateSheet, { isNew, renamed }: KnownRecords, denials: Denials) {
    this.#draft = draft
    this.#sheet = sheet
    this.#isNew = isNew
    this.#renamed = renamed
    this.#denials = denials
  }

  /** Undefined where a row names a year that the ledger does not have, and says nothing of it. */
  find(filled: SentRow): Found | undefined {
    const { scope } = this.#sheet
    if (!scope.parent) return this.#changed(filled, this.#draft.root) ?? { row: this.#draft.root }
    const place = this.placeOf(filled)
    return place === undefined ? this.#added(filled, scope) : this.#known(filled, scope, place)
  }

  /** Whether a row says of itself what the record says of which it has the hidden place. */
  fits(filled: SentRow): boolean {
    const row = this.#placed(filled)
    return row !== undefined && !this.#changed(filled, row)
  }

  /** The record of the hidden place; where nothing was known, the one that is to be made. */
  #placed(filled: SentRow): LedgerRow | undefined {
    const { scope } = this.#sheet
    const place = this.placeOf(filled)
    if (place === undefined) return undefined
    const row = this.#draft.at(place)
    if (row) return row.scope === scope ? row : undefined
    const parent = this.#draft.at(placeAbove(place))
    const name = place.slice(place.lastIndexOf('/') + 1)
    if (!this.#isNew || parent?.scope !== scope.parent || !parent?.json || !isName(scope, name)) return undefined
    const json = name.startsWith('=') && scope.id ? { [scope.id.path[0]!]: name.slice(1) } : {}
    return rowBelow(parent, scope, scope.keyed ? Number(name) : 0, name, json)
  }

  /** The hidden place of a row. */
  placeOf(filled: SentRow): string | undefined {
    return this.#cell(filled, ({ kind }) => kind === 'place')?.text.trim()
  }

  #known(filled: SentRow, scope: Scope, place: string): Found {
    const row = this.#placed(filled)
    const denied = this.#draft.at(place)?.json ? undefined : this.#deniedAt(filled, place)
    if (denied && !saysNothing(filled)) return denied
    if (!row) return { fault: templateNote('record-not-found', this.#sheet.rowPlace(filled)) }
    if (this.#isInRenamed(row)) return { fault: templateNote('record-renamed', this.#sheet.rowPlace(filled)) }
    const changed = this.#changed(filled, row)
    if (changed || this.#draft.at(place)) return changed ?? { row }
    const parent = row.parent!
    const year = scope.keyed ? row.step : undefined
    return { row: this.#draft.add(scope, parent, year, idOf(scope, row.json), place) }
  }

  /** A row must say of itself what the record says, and have the name of no other. */
  #changed(filled: SentRow, row: LedgerRow): Found | undefined {
    const above = new Map(rowsAbove(row).map((one) => [one.scope, nameInList(one)]))
    const { id } = row.scope
    for (const [column, cell] of filled.cells) {
      const expected =
        column.kind === 'above'
          ? above.get(column.scope)
          : column.kind === 'year'
            ? String(row.step)
            : column.kind === 'value' && id !== undefined && column.fact === id
              ? idOf(row.scope, row.json)
              : undefined
      const place = this.#sheet.placeOf(filled, column)
      const said = saidIn(column, cell)
      if (expected !== undefined && said !== expected)
        return { fault: templateNote(this.#isAnother(row, column, said) ? 'row-moved' : 'id-changed', place) }
      const named = column.kind === 'above-name' ? this.#aboveOf(row, column.scope) : row
      const isNaming = column.kind === 'above-name' || column.key === ':name'
      if (isNaming && named && this.#draft.isNameOfAnother(named, cell.text.trim()))
        return { fault: templateNote('row-moved', place) }
    }
    return undefined
  }

  /** Whether a record, or one that it is in, may be another than the one of which the template was made. */
  #isInRenamed(row: LedgerRow): boolean {
    for (let at: LedgerRow | undefined = row; at; at = at.parent) if (this.#renamed.has(at.place)) return true
    return false
  }

  /** Whether what a row says of itself is so of another record: then some columns were sorted without the others. */
  #isAnother(row: LedgerRow, column: TemplateColumn, said: string): boolean {
    if (column.kind === 'above') return this.#draft.called(column.scope, said).length > 0
    if (column.kind === 'year')
      return row.parent !== undefined && rowsBelow(row.parent, row.scope).some(({ step }) => String(step) === said)
    if (this.#draft.called(row.scope, said).length > 0) return true
    return this.#isNew && this.#sheet.rows.some((other) => this.placeOf(other)?.endsWith(`/=${said}`))
  }

  #aboveOf(row: LedgerRow, scope: Scope): LedgerRow | undefined {
    return rowsAbove(row).find((above) => above.scope === scope)
  }

  #added(filled: SentRow, scope: Scope): Found | undefined {
    const nameOf = (above: Scope) => this.#aboveSaid(filled, above)
    const denied = saysNothing(filled) ? undefined : this.#deniedAt(filled, this.#draft.listPlace(scope, nameOf))
    if (denied) return denied
    const mayMake = !scope.keyed && !saysNothing(filled)
    const { row: parent, lost, isMade } = this.#draft.above(scope, nameOf, mayMake)
    if (isMade) return this.#inNewYear(filled, scope, parent!)
    if (!parent?.json)
      return this.#fault(filled, 'above-not-found', (column) => column.kind === 'above' && column.scope === lost)
    if (this.#isInRenamed(parent)) return { fault: templateNote('record-renamed', this.#sheet.rowPlace(filled)) }
    if (scope.keyed) return this.#ofYear(filled, scope, parent)
    if (scope.id) return this.#withId(filled, scope, parent, scope.id)
    if (saysNothing(filled)) return { fault: templateNote('row-empty', this.#sheet.rowPlace(filled)) }
    return this.#make(filled, scope, parent, undefined, undefined)
  }

  /** That a sheet above says that there is no record at a place. */
  #deniedAt(filled: SentRow, place: string | undefined): { fault: TemplateNote } | undefined {
    const denial = place === undefined ? undefined : this.#denials.contradictedAt(place)
    return denial && { fault: templateNote('none-above', this.#sheet.rowPlace(filled), undefined, denial.place) }
  }

  /** What a row says of the record above: its code, or its name. */
  #aboveSaid(filled: SentRow, scope: Scope): string | undefined {
    const cells = (['above', 'above-name'] as const).map((kind) =>
      this.#cell(filled, (column) => column.kind === kind && column.scope === scope),
    )
    const written = cells.find((cell) => cell !== undefined)
    if (!written) return undefined
    const said = saidIn({ kind: 'above', scope }, written)
    return this.#draft.called(scope, said).length > 0 ? said : (this.#draft.idNamed(scope, written.text.trim()) ?? said)
  }

  /** A record of a year that the ledger does not have. */
  #inNewYear(filled: SentRow, scope: Scope, year: LedgerRow): Found {
    const found = scope.id
      ? this.#withId(filled, scope, year, scope.id)
      : this.#make(filled, scope, year, undefined, undefined)
    if ('fault' in found || found.note || this.#isNew) return found
    const isColumn = (column: TemplateColumn) => column.kind === 'above' && column.scope === year.scope
    return { ...found, note: templateNote('row-added', this.#placeOf(filled, isColumn)) }
  }

  #ofYear(filled: SentRow, scope: Scope, parent: LedgerRow): Found | undefined {
    const isColumn = ({ kind }: TemplateColumn) => kind === 'year'
    const cell = this.#cell(filled, isColumn)
    if (!cell) return this.#fault(filled, 'id-missing', isColumn)
    const year = saidIn({ kind: 'year' }, cell)
    if (!isYear(year)) return this.#fault(filled, 'not-understood', isColumn)
    const row = rowsBelow(parent, scope).find(({ step }) => step === Number(year))
    if (row) return { row }
    return saysNothing(filled) ? undefined : this.#make(filled, scope, parent, Number(year), undefined)
  }

  #withId(filled: SentRow, scope: Scope, parent: LedgerRow, id: NonNullable<Scope['id']>): Found {
    const isColumn = (column: TemplateColumn) => column.kind === 'value' && column.fact === id
    const cell = this.#cell(filled, isColumn)
    const column = this.#column(isColumn)
    if (!cell || column?.kind !== 'value') return this.#fault(filled, 'id-missing', isColumn)
    const answer = readCellValue(column.form, cell)
    if (answer.kind !== 'value' || typeof answer.value !== 'string')
      return this.#fault(filled, 'not-understood', isColumn)
    const { value } = answer
    const [row, ...others] = this.#draft.called(scope, value)
    if (!row) return this.#make(filled, scope, parent, undefined, value)
    return others.length === 0 && row.parent?.place === parent.place
      ? { row }
      : this.#fault(filled, 'id-changed', isColumn)
  }

  #make(filled: SentRow, scope: Scope, parent: LedgerRow, year: number | undefined, id: string | undefined): Found {
    const row = this.#draft.add(scope, parent, year, id)
    const isTold = !this.#isNew && (year !== undefined || id !== undefined)
    const isColumn = ({ kind, key }: TemplateColumn) => kind === 'year' || key === scope.id?.name
    const made = { row, isMade: true } as const
    return isTold ? { ...made, note: templateNote('row-added', this.#placeOf(filled, isColumn)) } : made
  }

  #fault(
    filled: SentRow,
    code: 'above-not-found' | 'id-missing' | 'id-changed' | 'not-understood',
    isColumn: (column: TemplateColumn) => boolean,
  ): Found {
    const column = this.#column(isColumn)
    return { fault: templateNote(code, this.#placeOf(filled, isColumn), column && howToWrite(column)) }
  }

  #placeOf(filled: SentRow, isColumn: (column: TemplateColumn) => boolean): TemplateNote['place'] {
    const column = this.#column(isColumn)
    return column ? this.#sheet.placeOf(filled, column) : this.#sheet.rowPlace(filled)
  }

  #column(isColumn: (column: TemplateColumn) => boolean): TemplateColumn | undefined {
    return this.#sheet.columns.find(({ column }) => isColumn(column))?.column
  }

  #cell({ cells }: SentRow, isColumn: (column: TemplateColumn) => boolean): Cell | undefined {
    return [...cells].find(([column]) => isColumn(column))?.[1]
  }
}

/** Whether a row says of which record or year it is, and no more. */
function saysNothing({ cells }: SentRow): boolean {
  return [...cells.keys()].every(({ kind }) => kind === 'above' || kind === 'above-name' || kind === 'year')
}

/** What a cell calls a record; a year as it is written in columns of years: 2025年度. */
function saidIn(column: Pick<TemplateColumn, 'kind'> & { scope?: Scope }, { text }: Cell): string {
  const isOfYear = column.kind === 'year' || (column.kind === 'above' && column.scope?.keyed)
  return (isOfYear ? yearIn(text) : undefined) ?? sameWords(text)
}

/** What a template can call a record in its list. */
function isName({ keyed }: Scope, name: string): boolean {
  return keyed ? isYear(name) : /^(=.|#\d)/.test(name)
}
