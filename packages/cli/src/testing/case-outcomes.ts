import { caseFaults, type CaseFault } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import type { Runtime } from '@tiaoli/engine/names'
import { checkCases, type CaseFailure, type CaseResult, type Plan } from '@tiaoli/engine/plan'

export type PlannedCase = Plan['cases'][number]

/** The result of one case on each runtime. */
export interface CaseOutcome {
  item: PlannedCase
  /** Why the case cannot be run. */
  faults: readonly CaseFault[]
  failures: { runtime: Runtime; failures: readonly CaseFailure[] }[]
  expectations: number
  milliseconds: number
}

/** Runs cases on the runtimes, yielding after each case. */
export async function* caseOutcomes(
  policy: Policy,
  cases: readonly PlannedCase[],
  runtimes: readonly Runtime[],
): AsyncGenerator<CaseOutcome> {
  const evaluators = await Promise.all(
    runtimes.map(async (runtime) => ({ runtime, evaluate: await evaluatorOf(policy, runtime) })),
  )
  for (const item of cases) {
    const plan = { ...policy.plan, cases: [item] }
    const started = performance.now()
    const faults = caseFaults(policy, item, caseIndex(policy.plan, item))
    const failures: CaseOutcome['failures'] = []
    for (const { runtime, evaluate } of faults.length > 0 ? [] : evaluators) {
      const results: CaseResult[] = await checkCases(plan, evaluate)
      const found = results.flatMap((result) => result.failures)
      if (found.length > 0) failures.push({ runtime, failures: found })
    }
    yield { item, faults, failures, expectations: item.case.expect.length, milliseconds: performance.now() - started }
  }
}

/** The index of a case in its file. */
export function caseIndex({ cases }: Plan, item: PlannedCase): number {
  return cases.filter(({ file }) => file === item.file).indexOf(item)
}

export function hasFailed({ faults, failures }: Pick<CaseOutcome, 'faults' | 'failures'>): boolean {
  return faults.length > 0 || failures.length > 0
}

type Evaluate = Parameters<typeof checkCases>[1]

async function evaluatorOf(policy: Policy, runtime: Runtime): Promise<Evaluate> {
  if (runtime === 'compiled') return (ledger, options) => policy.evaluate(ledger, options)
  const { compileReference } = await import('@tiaoli/json-rules-engine')
  const reference = compileReference(policy)
  return (ledger, options) => reference.evaluate(ledger, options)
}
