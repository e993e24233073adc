import type { Report } from '@tiaoli/engine'
import type { FailOn } from '../flag-choices.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf, type OptionFlags } from '../option-flags.ts'
import { packAndLedger } from '../packs/pack-arguments.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { failsOn } from './fails-on.ts'
import { writeReport } from '../render/write-report.ts'
import { StepLine } from '../terminal/step-line.ts'

export interface EvaluateFlags extends OptionFlags {
  asOf: string
  json?: boolean
  ndjson?: boolean
  by?: 'subject' | 'requirement'
  failOn?: readonly FailOn[]
  /** The scope of the records of NDJSON. */
  records?: string
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
  const { status, subject, failOn = [] } = flags
  const { statuses, ...options } = optionsOf(flags)
  // --fail-on also looks at findings that --status does not list.
  const asked = { ...options, statuses: failOn.length === 0 ? statuses : undefined, detail: 'findings' as const }
  const steps = new StepLine(context.err, ledger.text.length)
  const evaluated = await steps.during(context.texts.steps.evaluating, () =>
    ledger.evaluate(asked, (value) => policy.evaluate(value, asked)),
  )
  const hasFailed = evaluated.findings.some((finding) => failsOn(failOn, finding))
  const report: Report<'findings'> = {
    ...evaluated,
    findings: evaluated.findings.filter((finding) => !status || status.includes(finding.status)),
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
function isStream({ ndjson, records, context }: EvaluateFlags, path: string): boolean {
  return ndjson === true || records !== undefined || context !== undefined || /\.(?:ndjson|jsonl)$/.test(path)
}
