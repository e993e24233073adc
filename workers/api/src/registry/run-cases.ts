import type { Runtime } from '@tiaoli/engine/names'
import { checkCases } from '@tiaoli/engine/plan'
import type { CompiledPack } from './compiled-pack.ts'

/** One expectation of a case that does not hold, on the runtime that found it. */
export interface RuntimeFailure {
  runtime: Runtime
  file: string
  case: string
  requirement: string
  subject?: string
  period?: number
  field: string
  expected: unknown
  actual: unknown
}

export interface CasesResult {
  run: number
  /** On all runtimes together. */
  expectations: number
  failed: number
  failures: RuntimeFailure[]
}

/** Failures of one answer. */
const MAX_FAILURES = 100

/** Runs the pack's own cases on the given runtimes. */
export async function runCases(compiled: CompiledPack, runtimes: readonly Runtime[]): Promise<CasesResult> {
  const { policy } = compiled
  const { plan } = policy
  const result: CasesResult = { run: plan.cases.length, expectations: 0, failed: 0, failures: [] }
  for (const runtime of runtimes) {
    const checked =
      runtime === 'compiled'
        ? await checkCases(plan, (ledger, options) => policy.evaluate(ledger, options))
        : await checkCases(plan, (ledger, options) => compiled.reference.evaluate(ledger, options))
    result.expectations += checked.reduce((sum, { expectations }) => sum + expectations, 0)
    result.failed += checked.filter(({ failures }) => failures.length > 0).length
    for (const { file, id, failures } of checked)
      for (const failure of failures)
        if (result.failures.length < MAX_FAILURES) result.failures.push({ runtime, file, case: id, ...failure })
  }
  return result
}
