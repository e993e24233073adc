import type { Detail, EvaluateOptions } from '../schema/evaluate-options.ts'
import type { RecordStreamOptions } from '../schema/stream-options.ts'
import type { InputProblem } from '../errors/input-error.ts'
import type { Text } from '../text/text.ts'
import type { Explainer } from '../explain/explainer.ts'
import type { Plan } from '../plan/plan.ts'
import type { ConflictReport, Finding, Notice, Report, Verdict } from '../report/report.ts'

/** Options that leave the language out. */
export type InBothLanguages<D extends Detail> = EvaluateOptions<D> & { language?: undefined }
/** Options that name a language. */
export type InOneLanguage<D extends Detail, L extends string> = EvaluateOptions<D> & { language: L }

/** A compiled pack. Immutable. Reports share objects that say the same; those are frozen: change a copy. */
export interface Policy {
  readonly plan: Plan
  /** What its evaluations share to explain findings. */
  readonly explainer: Explainer
  /** SHA-256 of the canonical JSON of the pack and the packs it uses. */
  readonly sha256: string
  /**
   * Parses a ledger, as text or as bytes in UTF-8: stricter than `JSON.parse`, which silently keeps the last of two equal
   * keys. Throws `InputError` with code, pointer, line, column and remedy of every problem.
   */
  parseLedger(text: string | Uint8Array): unknown
  /**
   * Evaluates every requirement in force for every subject of a ledger (parsed JSON, as from `parseLedger`).
   * Throws `InputError` where the ledger or the options do not fit, and `EvaluationError` where a sum, a product or a
   * date would not be exact, or there are more findings than `maxFindings` or more decisions than
   * `maxDecisions`.
   */
  evaluate<D extends Detail = 'findings'>(ledger: unknown, options: InBothLanguages<D>): Report<D, undefined>
  evaluate<L extends string, D extends Detail = 'findings'>(ledger: unknown, options: InOneLanguage<D, L>): Report<D, L>
  evaluate<D extends Detail = 'findings'>(ledger: unknown, options: EvaluateOptions<D>): Report<D, string | undefined>
}

/** A compiled pack that evaluates streams of records too. */
export interface StreamingPolicy extends Policy {
  /**
   * Evaluates records one at a time, memory flat: each gets the findings that the whole ledger gives it. What only the
   * whole ledger can answer is listed at the end. Yield an `UnreadableRecord` for a record that could not be read.
   * Throws `InputError` at once where the options, or the context in them, do not fit.
   */
  evaluateEach(records: Iterable<unknown>, options: EachOptions): Generator<EachResult, EachEnd>
}

/** What can be evaluated: a policy, or a plan by itself, of which nothing is kept for the next evaluation. */
export type Evaluable = Pick<Policy, 'plan'> & Partial<Pick<Policy, 'explainer'>>

export type EachOptions = Omit<RecordStreamOptions, 'within'> & {
  /** Pointer into `context` to the parent of the records: one for all, or one for each. */
  within?: string | ((record: unknown, position: number) => string | undefined) | undefined
}

/** The findings of one streamed record, or why it has none: it does not fit the ledger, or cannot be computed. */
export interface EachResult {
  /** Place in the stream, from 0. */
  readonly position: number
  /** The record's id, or its pointer where it has none; absent where there are `problems`. */
  readonly id?: string
  /** Absent where there are `problems`. */
  readonly findings?: readonly (Verdict | Finding)[]
  /** What does not agree in the record or below it; absent where there are `problems`. */
  readonly conflicts?: readonly ConflictReport[]
  /** Pointers lead into the record; `/within` is the option, where it does not tell the parent of this record. */
  readonly problems?: readonly InputProblem[]
}

/** What cannot be answered record by record. */
export interface EachEnd {
  readonly records: number
  /** Records with problems in place of findings. If there are any, no totals are given. */
  readonly invalid: number
  /** Findings on the records around, from running totals. */
  readonly findings: readonly (Verdict | Finding)[]
  /** What does not agree in the ledger around the records. */
  readonly conflicts: readonly ConflictReport[]
  /** What a reader has to know before the findings. */
  readonly notices: readonly Notice[]
  /** Requirements, checks, ids and references that need the whole ledger, with the reason. */
  readonly notEvaluated: readonly { readonly id: string; readonly text: Text }[]
  /** Names in `subjects` that no record has; absent where there are none. */
  readonly problems?: readonly InputProblem[]
}
