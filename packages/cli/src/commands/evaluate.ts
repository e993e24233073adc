import type { Report, Status } from '@tiaoli/engine'
import type { FailOn } from '../choices.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { LedgerFile } from '../input/ledger.ts'
import { optionsOf, type EvaluationFlags } from '../input/options.ts'
import { requirementsOf } from '../input/requirements.ts'
import { packAndLedger } from '../packs/pack-and-ledger.ts'
import { compilePack } from '../packs/pack-faults.ts'
import { failsOn } from '../render/fail-on.ts'
import { writeReport } from '../render/report.ts'
import { selectSubject } from '../render/subject.ts'

export interface EvaluateFlags extends EvaluationFlags {
  json?: boolean
  ndjson?: boolean
  by?: 'subject' | 'requirement'
  subject?: string
  requirement?: readonly string[]
  status?: readonly Status[]
  failOn?: readonly FailOn[]
  scope?: string
  context?: string
}

/** Which clause applies to whom, is it met, why, and how to remedy it. */
export async function evaluate(context: Context, flags: EvaluateFlags, first?: string, second?: string): Promise<void> {
  const { pack, path } = await packAndLedger(context, first, second)
  if (isStream(flags, path)) {
    const { evaluateStream } = await import('./evaluate-stream.ts')
    return evaluateStream(context, flags, pack, path)
  }
  const policy = compilePack(pack)
  const ledger = await LedgerFile.read(context, path)
  const { requirement, status, subject, failOn = [] } = flags
  const whole = ledger.answer((value) =>
    policy.evaluate(value, {
      ...optionsOf(flags),
      detail: 'findings',
      ...requirementsOf(policy.plan, requirement),
      // What --fail-on looks for is counted whether it is listed or not.
      ...(status && failOn.length === 0 ? { statuses: status } : {}),
    }),
  )
  const fails = whole.findings.some((finding) => failsOn(failOn, finding))
  const report: Report<'findings'> = {
    ...whole,
    findings: selectSubject(whole.findings, subject).filter((finding) => !status || status.includes(finding.status)),
  }
  if (flags.json) await context.out.json(report)
  else
    await writeReport(context, policy.plan, report, {
      by: flags.by ?? 'subject',
      chosen: status !== undefined || subject !== undefined,
    })
  if (fails) context.exitCode = EXIT.findings
}

/** Whether records are read one a line: asked for outright, by a flag that makes sense for nothing else, or by the name. */
function isStream({ ndjson, scope, context }: EvaluateFlags, path: string): boolean {
  return ndjson === true || scope !== undefined || context !== undefined || /\.(?:ndjson|jsonl)$/.test(path)
}
