import { compile, type Verdict } from '@tiaoli/engine'
import { ENGINE_VERSION } from '@tiaoli/engine/plan'
import { verdictsOf } from '../workload/workload.ts'
import type { Contestant, SetUp } from './contestant.ts'

/** The engine as its callers use it: from a parsed ledger to verdicts, findings or traces. */
export const tiaoli: SetUp = async (workload) => {
  const { pack, ledger, options } = workload
  const policy = compile(pack)
  const verdicts = { ...options, detail: 'verdicts' } as const
  const violations = { ...verdicts, statuses: ['not_met'] } as const
  const contestant = (
    name: string,
    output: Contestant['output'],
    run: () => { findings: readonly Verdict[] },
  ): Contestant => ({
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
    contestant('verdicts', 'verdicts', () => policy.evaluate(ledger, verdicts)),
    { ...contestant('violations listed', 'verdicts', () => policy.evaluate(ledger, violations)), says: 'violation' },
    contestant('findings', 'findings', () => policy.evaluate(ledger, { ...options, detail: 'findings' })),
    contestant('findings with trace', 'trace', () => policy.evaluate(ledger, { ...options, detail: 'trace' })),
  ]
}
