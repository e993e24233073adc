import { runCompiled } from './evaluate/decide.ts'
import { Evaluation } from './evaluate/evaluation.ts'
import { readOptions, type EvaluateOptions } from './evaluate/options.ts'
import { evaluateEach } from './evaluate/stream.ts'
import { planOf } from './load/load-pack.ts'
import type { Limits } from './load/limits.ts'
import type { PackSource } from './load/read-files.ts'
import type { Plan } from './model/plan.ts'
import type { EachOptions, Policy } from './policy.ts'
import { digest } from './receipt.ts'

/**
 * Compiles a rule pack. Throws `PackError`, with every diagnostic, where anything in it is wrong.
 *
 * @example
 * import { compile } from '@tiaoli/engine'
 * import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
 *
 * const policy = compile(ganzhou)
 * const report = policy.evaluate(ledger, { asOf: '2019-01-01', profile: 'strict' })
 */
export function compile(source: PackSource, limits?: Partial<Limits>): Policy {
  return policyOf(planOf(source, limits))
}

/** Compiles a pack that `loadPack` has read already and found without fault. */
export function policyOf(plan: Plan): Policy {
  const sha256 = digest(plan.content)
  return {
    plan,
    sha256,
    evaluate(ledger: unknown, options: EvaluateOptions) {
      const evaluation = new Evaluation(plan, ledger, readOptions(plan, options))
      return evaluation.report(sha256, runCompiled)
    },
    evaluateEach: (records: Iterable<unknown>, options: EachOptions) => evaluateEach(plan, records, options),
  }
}
