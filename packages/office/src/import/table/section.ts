import type { ImportColumn } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import { TextForms } from '../../values/text-form.ts'
import type { Cell } from '../../workbook.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import type { TableFound } from './find-table.ts'

/** A row with one text that says what the rows below it belong to: 二、南康区. */
export interface Section {
  readonly cell: Cell
  /** The record that it names; undefined where it is not understood. */
  readonly of: Surroundings | undefined
  /** Whether it is of records that may have come to an end: 已注销. */
  readonly ends?: true
  /** The names in a row that is no title, such as a total or a note: what it says of the rows below is not known. */
  readonly mentions?: Mentions
}

interface Mentions {
  readonly scope: Scope
  readonly mapped: ImportColumn
  readonly names: readonly string[]
  readonly isTotal: boolean
}

/** The name of what is around records, where no cell of their rows has it. */
export interface Surroundings {
  readonly scope: Scope
  readonly mapped: ImportColumn
  readonly name: string
}

/** What a row below the headings is, other than a record. */
export type RowKind = 'record' | 'skipped' | 'other-table' | Section

/** What may be around the records of a table. */
export interface Around {
  readonly scope: Scope
  readonly mapped: ImportColumn
  readonly forms: TextForms<unknown>
}

/** What is around the records of a table, by the columns that name it, in the sheet or not, and in this table or another. */
export function sectionsOf({ plan: { scopes }, mapping, names }: DraftLedger, { table }: TableFound): Around[] {
  const around: Around[] = []
  const columns = [table, ...mapping.tables].flatMap((one) => one.columns ?? [])
  for (let scope = scopes.get(table.row ?? '')?.parent; scope?.parent; scope = scope.parent) {
    const own = columns.find(({ record }) => record === scope?.name)
    const mapped = own ?? (names.meanings.looksOf(scope) && { headings: [scope.label.zh], record: scope.name })
    if (mapped) around.push({ scope, mapped, forms: new TextForms<unknown>(mapped.words ?? {}) })
  }
  return around
}
