import type { EvaluateOptions, Policy, Report } from '@tiaoli/engine'
import type { Detail } from '@tiaoli/engine/plan'
import { Evaluation, readOptions, type InBothLanguages, type InOneLanguage } from '@tiaoli/engine/runtime'
import { answerConditions } from './answer-conditions.ts'

/** A policy whose conditions are decided by stock json-rules-engine. Immutable; evaluations share nothing. */
export interface ReferencePolicy extends Pick<Policy, 'plan' | 'sha256'> {
  /** The same report as that of the policy, from an independent implementation of conditions. Throws like the policy. */
  evaluate<D extends Detail = 'findings'>(ledger: unknown, options: InBothLanguages<D>): Promise<Report<D, undefined>>
  evaluate<L extends string, D extends Detail = 'findings'>(
    ledger: unknown,
    options: InOneLanguage<D, L>,
  ): Promise<Report<D, L>>
  evaluate<D extends Detail = 'findings'>(
    ledger: unknown,
    options: EvaluateOptions<D>,
  ): Promise<Report<D, string | undefined>>
}

/**
 * Puts a policy on stock json-rules-engine. The engine still reads the ledger, computes formulas and words the report;
 * json-rules-engine alone decides whether a condition holds.
 *
 * @example
 * const report = await compileReference(compile(ganzhou)).evaluate(ledger, { asOf: '2019-01-01' })
 */
export function compileReference(policy: Policy): ReferencePolicy {
  const { plan, sha256 } = policy
  return {
    plan,
    sha256,
    evaluate: (async (ledger: unknown, options: EvaluateOptions) => {
      const evaluation = new Evaluation(policy, ledger, readOptions(plan, options))
      const answers = await answerConditions(evaluation)
      return evaluation.report(sha256, answers.judge)
    }) as ReferencePolicy['evaluate'],
  }
}
