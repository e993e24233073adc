import { runCompiled } from '../decide/decide.ts'
import { Explainer } from '../explain/explainer.ts'
import { Evaluation } from './evaluation.ts'
import { readOptions } from './options.ts'
import { evaluateEach } from './evaluate-each.ts'
import { parseLedger } from '../ledger/parse-ledger.ts'
import { planOf } from '../pack/load-pack.ts'
import type { Limits } from '../pack/limits.ts'
import type { PackSource } from '../pack/read-files.ts'
import type { EvaluateOptions } from '../schema/evaluate-options.ts'
import type { Plan } from '../plan/plan.ts'
import type { EachOptions, Policy } from './policy.ts'
import { digest } from '../json/canonical-json.ts'

/**
 * Compiles a rule pack. Throws `PackError`, with every diagnostic, where anything in it is wrong.
 *
 * @example
 * import { compile } from '@tiaoli/engine'
 * import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
 *
 * const policy = compile(ganzhou)
 * const report = policy.evaluate(ledger, { asOf: '2019-01-01', profile: 'literal' })
 */
export function compile(source: PackSource, limits?: Partial<Limits>): Policy {
  return policyOf(planOf(source, limits))
}

/** Compiles a pack that `loadPack` has read already and found without fault. */
export function policyOf(plan: Plan): Policy {
  const sha256 = digest(plan.content)
  const explainer = new Explainer(plan)
  const evaluable = { plan, explainer }
  return {
    ...evaluable,
    sha256,
    parseLedger,
    evaluate: ((ledger: unknown, options: EvaluateOptions) => {
      const evaluation = new Evaluation(evaluable, ledger, readOptions(plan, options))
      return evaluation.report(sha256, runCompiled)
    }) as Policy['evaluate'],
    evaluateEach: (records: Iterable<unknown>, options: EachOptions) => evaluateEach(evaluable, records, options),
  }
}
