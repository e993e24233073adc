import {
  digest,
  Evaluation,
  planOf,
  readOptions,
  type EvaluateOptions,
  type ExactOptions,
  type Limits,
  type PackSource,
  type Plan,
  type ReportOf,
} from '@tiaoli/engine'
import { answerConditions } from './answer-conditions.ts'

/** A pack whose conditions are decided by stock json-rules-engine. Immutable; evaluations share nothing. */
export interface ReferencePolicy {
  readonly plan: Plan
  /** SHA-256 of the canonical JSON of the pack and the packs it uses. */
  readonly sha256: string
  /**
   * The same report as that of the compiled runtime, by a slower way that is not ours.
   * Rejects with `InputError` where the ledger or the options do not fit.
   */
  evaluate<O extends EvaluateOptions>(ledger: unknown, options: ExactOptions<O>): Promise<ReportOf<O>>
}

/**
 * Prepares a rule pack to be evaluated by stock json-rules-engine. Reading the ledger, the values of formulas and the
 * wording of the report are the engine's; whether a condition holds is json-rules-engine's word alone.
 * Throws `PackError`, with every diagnostic, where anything in the pack is wrong.
 *
 * @example
 * const report = await compileReference(ganzhou).evaluate(ledger, { asOf: '2019-01-01' })
 */
export function compileReference(source: PackSource, limits?: Partial<Limits>): ReferencePolicy {
  return referenceOf(planOf(source, limits))
}

/** The same for a pack that `loadPack` has read already and found without fault. */
export function referenceOf(plan: Plan): ReferencePolicy {
  const sha256 = digest(plan.content)
  return {
    plan,
    sha256,
    async evaluate<O extends EvaluateOptions>(ledger: unknown, options: ExactOptions<O>) {
      const evaluation = new Evaluation(plan, ledger, readOptions(plan, options))
      const answers = await answerConditions(evaluation)
      return evaluation.report(sha256, answers.judge) as ReportOf<O>
    },
  }
}
