import type { RuleEdit } from '@tiaoli/authoring'
import type { Text } from '@tiaoli/engine'
import type { AnswerForm, Clause } from '@tiaoli/engine/plan'
import type { Refusal, Setting } from './calls.ts'
import type { Mark, Unit } from './picture.ts'

/** New texts of files of the rules, by path. */
export type FileTexts = Readonly<Record<string, string>>

/** Changes of the files of the rules by path: new texts, and null for a file that goes. */
export type FileChanges = Readonly<Record<string, string | null>>

/** What the page asks on the way to changed rules. `changes` are those of a draft to the published rules. */
export interface RevisionCalls {
  /** What can be changed. */
  revisable: { asks: { changes: FileChanges }; answer: Revisable }
  /** What a draft, and one more change to it, does. */
  propose: { asks: Setting & { changes: FileChanges; edit: RuleEdit | undefined }; answer: Proposal }
  /** Whether the cases of what was proposed last still hold, and what is noticed about its rules. */
  examine: { asks: Record<string, never>; answer: Examination }
}

export interface Revisable {
  readonly parameters: readonly RevisableParameter[]
  readonly clauses: readonly CitableClause[]
}

export interface RevisableParameter {
  readonly id: string
  readonly label: Text
  readonly form: AnswerForm & { readonly kind: 'value' }
  /** For what is counted. */
  readonly min: number | undefined
  readonly max: number | undefined
  /** What the document leaves open. */
  readonly question: Text | undefined
  readonly values: readonly RevisableValue[]
  /** The requirements that rest on it. */
  readonly usedBy: readonly { readonly id: string; readonly title: Text }[]
  /** The pack that it is of, where that is another one. */
  readonly from: Text | undefined
}

export interface RevisableValue {
  readonly text: Text
  /** Days, the last one not included. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly sources: readonly Text[]
  /** The profile that has it; none for what holds under all that have no other. */
  readonly profile: Text | undefined
}

/** A clause on which a change can rest. */
export interface CitableClause {
  readonly id: string
  readonly document: Text
  readonly place: Text
  readonly text: Text
  readonly force: Clause['force']
}

export interface Proposal {
  /** All files that are not as published. */
  readonly changes: FileChanges
  /** Those that the last change made new. */
  readonly edited: FileTexts
  /** What keeps the rules from being rules. */
  readonly faults: readonly Fault[]
  /** What changes, sentence by sentence. */
  readonly rules: readonly Text[]
  /** Words of requirements that read otherwise from the day of the change on. */
  readonly texts: readonly ChangedText[]
  /** None without a ledger and a day, or with faults. */
  readonly effect: Effect | undefined
}

export interface Fault {
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined
  readonly text: Text
}

export interface ChangedText {
  readonly before: Text
  readonly after: Text
}

/** What a change does to the ledger that is open. */
export interface Effect {
  readonly flips: readonly Flip[]
  /** How many records are judged otherwise. */
  readonly subjects: number
  /** Ledgers that one side does not take. */
  readonly refused: Refusal | undefined
}

export interface Flip {
  readonly subject: Unit
  readonly requirement: string
  readonly title: Text
  readonly period: number | undefined
  readonly from: Mark | 'absent'
  readonly to: Mark | 'absent'
}

export interface Examination {
  readonly cases: number
  readonly failed: readonly FailedCase[]
  /** What is noticed that is not noticed about the published rules. */
  readonly lints: readonly (Fault & { readonly severity: 'warning' | 'hint' })[]
}

export interface FailedCase {
  readonly file: string
  readonly id: string
  readonly title: Text | undefined
  readonly requirement: Text | undefined
  readonly field: string
  readonly expected: Text
  readonly actual: Text
}
