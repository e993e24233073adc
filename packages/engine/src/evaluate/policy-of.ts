import { runCompiled } from '../decide/decide.ts'
import { Explainer } from '../explain/explainer.ts'
import { Evaluation } from './evaluation.ts'
import { readOptions } from './options.ts'
import { parseLedger } from '../ledger/parse-ledger.ts'
import { planOf } from '../pack/load-pack.ts'
import type { Limits } from '../pack/limits.ts'
import type { PackSource } from '../pack/read-files.ts'
import type { EvaluateOptions } from '../schema/evaluate-options.ts'
import type { Plan } from '../plan/plan.ts'
import { isUnread } from '../text/reading.ts'
import type { Policy } from './policy.ts'
import { digest } from '../json/canonical-json.ts'

/** Compiles a rule pack as `compile` does, for whole ledgers alone: what evaluates streams is not loaded. */
export function compileWhole(source: PackSource, limits?: Partial<Limits>): Policy {
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
  }
}
