import type { Policy, Report, Text } from '@tiaoli/engine'
import type { NoticeTemplate } from './own-notice.ts'
import type { Language } from '@tiaoli/engine/names'

/** What a paper is made of. */
export interface PaperInput {
  readonly policy: Policy
  /** Findings in all languages of the pack: without the option `language`. */
  readonly report: Report<'findings', undefined>
  /** The ledger that the report is about. */
  readonly ledger: unknown
  /** Of which records the report is, by id or pointer, if not of all. */
  readonly subjects?: readonly string[] | undefined
  /** Names of organizations by id, where the ledger does not give them. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** Of notices: a Word file of the office with placeholders, in place of the usual letter. */
  readonly template?: NoticeTemplate | undefined
  /** The first language of the pack if left out. */
  readonly language?: Language | undefined
}

/** A file to hand over. */
export interface Paper {
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The papers of one kind, with what whoever asked for them has to know and no paper says. */
export interface PaperSet {
  readonly papers: readonly Paper[]
  readonly remarks: readonly Text[]
}

/** The input with what was left out. */
export interface PaperSource extends PaperInput {
  readonly language: Language
}

export type PaperMaker = (source: PaperSource) => PaperSet | Promise<PaperSet>

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** By a name that a file can have: see `fileNames`. */
export function wordPaper(name: string, bytes: Uint8Array<ArrayBuffer>): Paper {
  return { name: `${name}.docx`, type: WORD, bytes }
}
