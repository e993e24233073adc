import type { EvaluateOptions, Policy } from '@tiaoli/engine'
import type { ExactOptions } from '@tiaoli/engine/plan'
import { Evaluation, readOptions, type ReportOf } from '@tiaoli/engine/runtime'
import { answerConditions } from './answer-conditions.ts'

/** A policy whose conditions are decided by stock json-rules-engine. Immutable; evaluations share nothing. */
export interface ReferencePolicy extends Pick<Policy, 'plan' | 'sha256'> {
  /** The same report as that of the policy, from an independent implementation of conditions. Throws like the policy. */
  evaluate<O extends EvaluateOptions>(ledger: unknown, options: ExactOptions<O>): Promise<ReportOf<O>>
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
    async evaluate<O extends EvaluateOptions>(ledger: unknown, options: ExactOptions<O>) {
      const evaluation = new Evaluation(policy, ledger, readOptions(plan, options))
      const answers = await answerConditions(evaluation)
      return evaluation.report(sha256, answers.judge) as ReportOf<O>
    },
  }
}
