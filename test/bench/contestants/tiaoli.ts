import { compile, ENGINE_VERSION, Evaluation, readOptions, runCompiled, type Verdict } from '@tiaoli/engine'
import { verdictsOf } from '../workload/workload.ts'
import type { Contestant, SetUp } from './contestant.ts'

/**
 * The engine itself, from the bare decision on facts ready-made, as the others are measured, to all it does for a
 * caller who hands in a ledger.
 */
export const tiaoli: SetUp = async (workload) => {
  const { pack, ledger, options } = workload
  const policy = compile(pack)
  const verdicts = { ...options, detail: 'verdicts' } as const
  const evaluation = new Evaluation(policy.plan, ledger, readOptions(policy.plan, verdicts))
  const violations = { ...verdicts, statuses: ['not_met'] } as const
  const counting = new Evaluation(policy.plan, ledger, readOptions(policy.plan, violations))
  const contestant = (name: string, output: Contestant['output'], run: () => { findings: Verdict[] }): Contestant => ({
    name: `tiaoli ${ENGINE_VERSION}, ${name}`,
    engine: 'tiaoli',
    says: 'status',
    output,
    run,
    answers: () => {
      const { findings } = run()
      if (findings.length > verdictsOf(workload)) throw new Error('more verdicts than questions')
      return new Map(findings.map(({ requirement, subject, status }) => [`${requirement} ${subject.pointer}`, status]))
    },
  })
  return [
    contestant('facts ready-made', 'verdicts', () => evaluation.report(policy.sha256, runCompiled)),
    {
      ...contestant('facts ready-made, violations listed', 'verdicts', () =>
        counting.report(policy.sha256, runCompiled),
      ),
      says: 'violation',
    },
    contestant('deriving the facts', 'verdicts', () => {
      evaluation.session.renew()
      return evaluation.report(policy.sha256, runCompiled)
    }),
    contestant('reading and checking the ledger too', 'verdicts', () => policy.evaluate(ledger, verdicts)),
    contestant('findings, from the ledger', 'findings', () =>
      policy.evaluate(ledger, { ...options, detail: 'findings' }),
    ),
    contestant('findings with trace, from the ledger', 'trace', () =>
      policy.evaluate(ledger, { ...options, detail: 'trace' }),
    ),
  ]
}
