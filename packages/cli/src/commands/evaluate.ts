import type { Report, Status } from '@tiaoli/engine'
import type { FailOn } from '../flag-values.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf, type EvaluationFlags } from '../input/options.ts'
import { requirementFilter } from '../input/requirement-filter.ts'
import { packAndLedger } from '../packs/pack-arguments.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { failsOn } from './fails-on.ts'
import { writeReport } from '../render/write-report.ts'
import { selectSubject } from '../input/select-subject.ts'

export interface EvaluateFlags extends EvaluationFlags {
  json?: boolean
  ndjson?: boolean
  by?: 'subject' | 'requirement'
  subject?: string
  requirement?: readonly string[]
  status?: readonly Status[]
  failOn?: readonly FailOn[]
  exact?: boolean
  scope?: string
  context?: string
}

/** Evaluates a ledger, or NDJSON line by line, and prints the report. */
export async function evaluate(context: Context, flags: EvaluateFlags, first?: string, second?: string): Promise<void> {
  const { pack, path } = await packAndLedger(context, first, second)
  if (isStream(flags, path)) {
    const { evaluateStream } = await import('./evaluate-stream.ts')
    return evaluateStream(context, flags, pack, path)
  }
  const policy = compilePack(pack)
  const ledger = await LedgerFile.read(context, path)
  const { requirement, status, subject, failOn = [] } = flags
  const whole = ledger.evaluate((value) =>
    policy.evaluate(value, {
      ...optionsOf(flags),
      detail: 'findings',
      exact: flags.exact ?? false,
      ...requirementFilter(policy.plan, requirement),
      // --fail-on also looks at findings that --status does not list.
      ...(status && failOn.length === 0 ? { statuses: status } : {}),
    }),
  )
  const hasFailed = whole.findings.some((finding) => failsOn(failOn, finding))
  const report: Report<'findings'> = {
    ...whole,
    findings: selectSubject(whole.findings, subject).filter((finding) => !status || status.includes(finding.status)),
  }
  if (flags.json) await context.out.json(report)
  else
    await writeReport(context, policy.plan, report, {
      by: flags.by ?? 'subject',
      selected: status !== undefined || subject !== undefined,
    })
  if (hasFailed) context.exitCode = EXIT.findings
}

/** NDJSON: by its flag, by a flag that only NDJSON has, or by the file name. */
function isStream({ ndjson, scope, context }: EvaluateFlags, path: string): boolean {
  return ndjson === true || scope !== undefined || context !== undefined || /\.(?:ndjson|jsonl)$/.test(path)
}
