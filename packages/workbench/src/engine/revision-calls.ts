import type { AcceptedAnswer, Description, RuleEdit } from '@tiaoli/authoring'
import type { PackSource, Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import type { AnswerForm } from '@tiaoli/engine/plan'
import type { Refusal, Setting } from './calls.ts'
import type { Mark, NamedUnit } from './picture.ts'
import type { ReadAnswer } from './read-answer.ts'

/** New texts of files of the rules, by path. */
export type FileTexts = Readonly<Record<string, string>>

/** Changes of the files of the rules by path: new texts, and null for a file that goes. */
export type FileChanges = Readonly<Record<string, string | null>>

/** What the page asks on the way to changed rules. `changes` are those of a draft to the published rules. */
export interface RevisionCalls {
  /** What can be changed. */
  revisable: { asks: { changes: FileChanges }; answer: Revisable }
  /** The words that can be changed. */
  texts: { asks: { changes: FileChanges }; answer: readonly RevisableText[] }
  /** The files of the rules by path, but for those of sample ledgers; and the text of one. */
  files: { asks: { changes: FileChanges }; answer: readonly string[] }
  file: { asks: { changes: FileChanges; file: string }; answer: string }
  /** Reads what was typed as another value of an amount. */
  readAmount: { asks: { changes: FileChanges; parameter: string; typed: string }; answer: ReadAnswer }
  /** What a draft, and one more change to it, does. */
  propose: { asks: Setting & { changes: FileChanges; edit: RuleEdit | FileEdit | undefined }; answer: Proposal }
  /** What changes, in full. The rules to which it is changed are those in force, where no others are given. */
  tell: {
    asks: { changes: FileChanges; base: PackSource | undefined; language: Language }
    answer: ToldChanges
  }
  /** Has a case of a draft expect what is found, for a reason. */
  acceptAnswer: { asks: { changes: FileChanges; accepted: AcceptedAnswer }; answer: FileTexts }
  /** Whether the cases of changed rules still hold, and what is noticed about them. */
  examine: { asks: { changes: FileChanges }; answer: Examination }
}

/** A file of the rules as somebody writes it. */
export interface FileEdit {
  readonly kind: 'file'
  readonly file: string
  readonly text: string
}

export interface Revisable {
  readonly parameters: readonly RevisableParameter[]
  readonly requirements: readonly RevisableRequirement[]
  readonly clauses: readonly CitableClause[]
  /** The files of requirements, each about one theme. */
  readonly themes: readonly Named[]
  /** Of which records something can be asked, with what they are. */
  readonly scopes: readonly Named[]
  readonly bodies: readonly Named[]
  /** What the words of a clause that binds somebody can be. */
  readonly forces: readonly Named[]
  readonly concerned: readonly Concerned[]
  /** Facts that are so or not. */
  readonly questions: readonly (Named & { readonly scope: string })[]
}

/** Something with an id, and what it is called. */
export interface Named {
  readonly id: string
  readonly label: Text
}

/** Whom requirements of a scope concern, in words, and one of these. */
export interface Concerned {
  readonly like: string
  readonly scope: string
  readonly label: Text
  /** Whether most requirements of the scope concern no others. */
  readonly isUsual: boolean
}

export interface RevisableParameter extends Named {
  readonly form: AnswerForm & { readonly kind: 'value' }
  /** What the document leaves open. */
  readonly question: Text | undefined
  readonly values: readonly RevisableValue[]
  /** The requirements that rest on it. */
  readonly usedBy: readonly Named[]
  /** The pack that it is of, where that is another one. */
  readonly from: Text | undefined
}

export interface RevisableRequirement extends Named {
  readonly theme: Text
  readonly subject: string
  readonly exceptions: readonly Text[]
  readonly from: Text | undefined
}

/** A text of the rules in their first language, what it is of, and what it says of that. */
export interface RevisableText {
  /** What an address calls it: where it is, entries of lists by their ids. */
  readonly key: string
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly words: string
  /** How they read, with the names of values in place of their ids. */
  readonly read: string
  /** What stands in braces, and what is shown in place of it. */
  readonly placeholders: readonly Named[]
  readonly of: Text | undefined
  readonly field: Text | undefined
}

export interface RevisableValue {
  readonly text: Text
  /** Days, the last one not included. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly sources: readonly Text[]
  /** The profile that has it; none for what holds under all that have no other. */
  readonly profile: Text | undefined
  /** Whether it is of the draft, and not of the rules that are published. */
  readonly isDraft: boolean
  /** The clause on which it rests first. */
  readonly clause: string | undefined
}

/** A clause on which a change can rest. */
export interface CitableClause {
  readonly id: string
  readonly document: Text
  readonly place: Text
  readonly text: Text
  /** Whether it is of a document of the pack itself. */
  readonly isOwn: boolean
  /** Whether a requirement can rest on it. */
  readonly bindsSomebody: boolean
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
  /** What does not agree, and is to be confirmed before it is saved or handed in. */
  readonly doubts: readonly Text[]
  /** How many changes somebody has made: what comes along with one is not counted. */
  readonly count: number
  /** How many of these the draft has already, without that of the form. */
  readonly saved: number
  /** None without a ledger and a day, or with faults. */
  readonly effect: Effect | undefined
}

export interface ToldChanges {
  /** What changes, by the document that it rests on; none for what rests on no new one. */
  readonly groups: readonly ChangeGroup[]
  /** Those that are new or changed, as they are from then on. */
  readonly requirements: readonly Description[]
  readonly documents: readonly ToldDocument[]
  readonly cases: readonly ToldCase[]
}

export interface ChangeGroup {
  readonly document: Text | undefined
  readonly rules: readonly Text[]
}

/** A document with the clauses that are new. */
export interface ToldDocument {
  readonly id: string
  readonly title: Text
  readonly particulars: readonly Text[]
  readonly clauses: readonly { readonly place: Text; readonly text: Text }[]
}

/** A case with what it expects; none where there was none, or is none any more. */
export interface ToldCase {
  readonly title: Text
  readonly before: Text | undefined
  readonly after: Text | undefined
}

export interface Fault {
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined
  /** As the forms call things. */
  readonly text: Text
  /** As the files do. */
  readonly ofFile: Text
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
  readonly subject: NamedUnit
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
  readonly failures: readonly FailedExpectation[]
}

export interface FailedExpectation {
  readonly requirement: Text | undefined
  /** What is expected of it, where it is not the status. */
  readonly field: Text | undefined
  readonly expected: Text
  readonly actual: Text
}
