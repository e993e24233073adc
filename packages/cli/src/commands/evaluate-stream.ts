import { statSync } from 'node:fs'
import { InputError } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { recordOfLine, RecordStream, type RecordStreamOptions } from '@tiaoli/engine/runtime'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { cliErrorOf } from '../input/cli-error-of.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { readLines } from '../input/read-lines.ts'
import { optionsOf } from '../option-flags.ts'
import { compilePack } from '../packs/compile-pack.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress-bar.ts'
import type { EvaluateFlags } from './evaluate.ts'
import { StreamSummary } from './stream-summary.ts'

/**
 * Evaluates NDJSON in constant memory. Each line is a record, optionally with its parent. Prints a line of findings per
 * record with `--ndjson`, otherwise the counts. An invalid line is reported and counted, and the stream goes on.
 */
export async function evaluateStream(
  context: Context,
  flags: EvaluateFlags,
  pack: PackOnDisk,
  path: string,
): Promise<void> {
  const policy = compilePack(pack)
  const ledger = flags.context === undefined ? undefined : await LedgerFile.read(context, flags.context)
  const bar = new ProgressBar(context.err, context.texts.stream.progress)
  const summary = new StreamSummary(context, flags, policy.plan)
  const options = streamOptions(flags, policy.plan, ledger?.value)
  const size = path === '-' ? 0 : fileSize(path)
  let bytes = 0
  const evaluate = <T>(step: () => T): T => {
    try {
      return step()
    } catch (error) {
      throw cliErrorOf(error, ledger, options)
    }
  }
  const stream = evaluate(() => new RecordStream(policy, options))
  try {
    for await (const line of readLines(context, path, (count) => (bytes += count))) {
      await summary.add(
        line.number,
        evaluate(() => stream.answer(recordOfLine(line))),
      )
      bar.update(size > 0 ? bytes : summary.lines, size)
    }
  } finally {
    bar.stop()
  }
  const end = evaluate(() => stream.end())
  await summary.finish(end)
  if (end.problems) throw cliErrorOf(new InputError('options', end.problems), ledger, options)
  context.exitCode = summary.invalid > 0 ? EXIT.input : summary.hasFailed ? EXIT.findings : EXIT.ok
}

function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function streamOptions(flags: EvaluateFlags, plan: Plan, context: unknown): RecordStreamOptions {
  const { json, ndjson, failOn = [], records } = flags
  // Those that are not listed are counted.
  const { statuses: _, ...options } = optionsOf(flags)
  return {
    ...options,
    scope: records ?? onlyScope(plan),
    context,
    detail: ndjson || json || failOn.length > 0 ? 'findings' : 'verdicts',
  }
}

/** Scopes whose records form a list, not an object by year. */
function listScopes(plan: Plan): string[] {
  return [...plan.scopes.values()].filter(({ parent, keyed }) => parent && !keyed).map(({ name }) => name)
}

function onlyScope(plan: Plan): string {
  const [only, ...others] = listScopes(plan)
  if (only === undefined || others.length > 0) throw new Failure('scopeMissing', [listScopes(plan)])
  return only
}
