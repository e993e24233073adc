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
import { isUnread } from '../text/reading.ts'
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
  const inOthers = new Map<string, Policy>()
  return policyOf(planOf(source, limits), (language) => {
    const known = inOthers.get(language) ?? policyOf(planOf({ ...source, language }, limits))
    inOthers.set(language, known)
    return known
  })
}

/**
 * Compiles a pack that `loadPack` has read already and found without fault. A report in a language in whose place
 * another was read is that of the policy `readIn` that language.
 */
export function policyOf(plan: Plan, readIn?: (language: string) => Policy): Policy {
  const sha256 = digest(plan.content)
  const explainer = new Explainer(plan)
  const evaluable = { plan, explainer }
  return {
    ...evaluable,
    sha256,
    parseLedger,
    evaluate: ((ledger: unknown, options: EvaluateOptions) => {
      const settings = readOptions(plan, options)
      const { language } = options
      if (readIn && language !== undefined && isUnread(plan.pack, plan.reading, language))
        return readIn(language).evaluate(ledger, options)
      const evaluation = new Evaluation(evaluable, ledger, settings)
      return evaluation.report(sha256, runCompiled)
    }) as Policy['evaluate'],
    evaluateEach: (records: Iterable<unknown>, options: EachOptions) => evaluateEach(evaluable, records, options),
  }
}
