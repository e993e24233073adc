import { lintLoaded, type LintFinding } from '@tiaoli/authoring'
import { checkCases, loadPack, type Diagnostic, type PackSource } from '@tiaoli/engine'
import { Compiled } from './compiled-pack.ts'

/** One expectation of a case that does not hold, on the runtime that found it. */
export interface Failure {
  runtime: 'compiled' | 'json-rules-engine'
  file: string
  case: string
  requirement: string
  subject?: string
  period?: number
  field: string
  expected: unknown
  actual: unknown
}

export interface Checked {
  diagnostics: readonly Diagnostic[]
  /** The pack, where there is nothing wrong with it. */
  compiled: Compiled | undefined
  /** What loads but is most likely not meant; empty where the pack does not load. */
  lints: () => LintFinding[]
}

/** More would be no help to anybody. */
const MOST_DIAGNOSTICS = 200
const MOST_FAILURES = 100

/** What is wrong with a candidate, by file, line and column. It is read once, whatever is asked of it then. */
export function checkPack(source: PackSource): Checked {
  const loaded = loadPack(source)
  return {
    diagnostics: loaded.diagnostics.slice(0, MOST_DIAGNOSTICS),
    compiled: loaded.plan && new Compiled(loaded.plan),
    lints: () => lintLoaded(loaded).lints.slice(0, MOST_DIAGNOSTICS),
  }
}

export interface CasesRun {
  run: number
  expectations: number
  failed: number
  failures: Failure[]
}

/** Runs the pack's own cases, on one runtime or on both. */
export async function runCases(compiled: Compiled, runtimes: readonly Failure['runtime'][]): Promise<CasesRun> {
  const { plan } = compiled.policy
  const result: CasesRun = { run: plan.cases.length, expectations: 0, failed: 0, failures: [] }
  for (const runtime of runtimes) {
    const { policy } = compiled
    const results =
      runtime === 'compiled'
        ? await checkCases(plan, (ledger, options) => policy.evaluate(ledger, options))
        : await checkCases(plan, (ledger, options) => compiled.reference.evaluate(ledger, options))
    result.expectations += results.reduce((sum, { expectations }) => sum + expectations, 0)
    result.failed += results.filter(({ failures }) => failures.length > 0).length
    for (const { file, id, failures } of results)
      for (const failure of failures)
        if (result.failures.length < MOST_FAILURES) result.failures.push({ runtime, file, case: id, ...failure })
  }
  return result
}
