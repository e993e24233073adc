import type { GivenBy } from '../columns/facts-given.ts'
import type { Text } from '@tiaoli/engine'
import type { EarlierRecord } from '../names/earlier-ids.ts'
import type { ReadingFault } from '../../values/read-cell.ts'
import type { FilePlace } from '../../office-error.ts'
import type { WorkbookNotice } from '../../workbook.ts'

export type ImportNoteCode =
  | ReadingFault
  | WorkbookNotice['code']
  | 'amount-in-two-units'
  | 'amount-unlike-before'
  | 'amount-unlike-others'
  | 'amount-unusual'
  | 'cell-error'
  | 'cell-struck'
  | 'conflict'
  | 'contradiction'
  | 'end-differs'
  | 'counts-others'
  | 'head-day'
  | 'head-day-differs'
  | 'head-month'
  | 'head-role'
  | 'heading-of-others'
  | 'heading-twice'
  | 'impossible'
  | 'left-open'
  | 'masked-name'
  | 'name-not-found'
  | 'named-alike'
  | 'named-elsewhere'
  | 'named-otherwise'
  | 'named-short'
  | 'named-twice'
  | 'names-not-read'
  | 'no-ledger'
  | 'no-person'
  | 'nobody'
  | 'not-a-name'
  | 'not-about-row'
  | 'not-counted'
  | 'of-either'
  | 'number-of-several'
  | 'organization-of-several'
  | 'other-table'
  | 'person-alike'
  | 'personal-number'
  | 'record-made'
  | 'remark'
  | 'remark-not-understood'
  | 'row-earlier'
  | 'row-hidden'
  | 'row-not-counted'
  | 'row-not-read'
  | 'row-of-several'
  | 'row-of-unknown'
  | 'row-skipped'
  | 'row-struck'
  | 'row-without-name'
  | 'same-for-several'
  | 'same-number'
  | 'section-not-known'
  | 'serial-date'
  | 'several-organizations'
  | 'several-persons'
  | 'sheet-earlier'
  | 'sheet-empty'
  | 'sheet-hidden'
  | 'sheet-not-known'
  | 'sheet-of-one'
  | 'sheet-skipped'
  | 'short-name'
  | 'still-to-come'
  | 'unplaced'
  | 'value-refused'
  | 'waits-for-other'
  | 'year-ahead'
  | 'year-not-known'
  | 'year-not-that-of-date'
  | 'year-unclear'

/** Something that a person has to know or to look at. Only `proposal` may repeat what a cell holds. */
export interface ImportNote {
  readonly code: ImportNoteCode
  /** Whether somebody has to do something, or only to know. */
  readonly severity: 'warning' | 'info'
  readonly place: FilePlace
  /** The cell that it does not agree with. */
  readonly other?: FilePlace
  readonly text: Text
  /** What the cell may mean, in its own words or those of the pack. Nothing of it is in the ledger but the day of `serial-date`. */
  readonly proposal?: string
}

/** What became of a column. */
export interface ImportedColumn {
  /** The cell of its heading. */
  readonly place: FilePlace
  /** The headings over it, joined. */
  readonly heading: string
  /** The same from the top; none where one looks like a number of a person. */
  readonly headings: readonly string[]
  /** The table of the mapping that it is in, by its order there. */
  readonly table: number
  readonly use: 'read' | 'guessed' | 'not-usable'
  /** The facts, records and lists that it gives. */
  readonly gives: readonly string[]
  /** Those of them that it gives only where a cell says so beside what is asked, or that follow where somebody is named. */
  readonly aside?: Readonly<Record<string, GivenBy>>
  /** What there is where it names somebody. */
  readonly names?: readonly string[]
  /** Whether it is for a person to read, whatever of it is read beside. */
  readonly isRemark?: true
  /** Why it is not used. */
  readonly why?: Text
  /** The fact that it may give, by its heading; nothing of it is in the ledger. */
  readonly proposal?: string
}

/** The cell from which a value of the ledger is. */
export interface Provenance extends FilePlace {
  readonly pointer: string
}

export interface ImportResult {
  /** As `evaluate` takes it. */
  readonly ledger: Readonly<Record<string, unknown>>
  /** The names of organizations by id. */
  readonly names: Readonly<Record<string, string>>
  /** Who has which id. It is of no ledger and no report, and nothing else here tells it. */
  readonly persons: Readonly<Record<string, string>>
  readonly provenance: readonly Provenance[]
  readonly notes: readonly ImportNote[]
  readonly columns: readonly ImportedColumn[]
  readonly mapping: { readonly id: string; readonly guessed: boolean }
  /** Of an earlier ledger: how many records have their ids of it, and those that are in no workbook. */
  readonly earlier?: { readonly kept: number; readonly gone: readonly EarlierRecord[] }
}
