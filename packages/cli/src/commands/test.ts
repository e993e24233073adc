import { closestName, pointerOf, type Policy } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { answerTo } from '../input/write-file.ts'
import { foldersOf } from '../packs/diagnose.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import { compilePack } from '../packs/pack-faults.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress.ts'
import { watching } from '../terminal/watching.ts'
import { failedLines } from '../testing/failed-case.ts'
import { measureCoverage, measureMutants, rateOf } from '../testing/measure.ts'
import { coverageLines, mutationLines } from '../testing/measured-lines.ts'
import { minimumOf } from '../testing/minimum.ts'
import {
  hasFailed,
  RUNTIMES,
  runCases,
  type CaseOutcome,
  type PlannedCase,
  type Runtime,
} from '../testing/run-cases.ts'

export interface TestFlags {
  case?: readonly string[]
  runtime?: Runtime
  update?: readonly string[]
  coverage?: boolean
  mutate?: boolean
  min?: readonly string[]
  watch?: boolean
  reporter?: 'people' | 'junit'
  output?: string
  json?: boolean
}

/** Runs the cases of a pack on both runtimes. */
export async function test(context: Context, flags: TestFlags, argument?: string): Promise<void> {
  const once = async () => {
    const pack = await readPackArgument(context, argument)
    await testPack(context, flags, pack)
    return foldersOf(pack)
  }
  await (flags.watch ? watching(context, once) : once())
}

async function testPack(context: Context, flags: TestFlags, pack: PackOnDisk): Promise<void> {
  const policy = compilePack(pack)
  const { update } = flags
  const cases = chosen(policy.plan.cases, update ?? flags.case)
  const outcomes = await run(context, pack, policy, cases, flags.runtime ? [flags.runtime] : RUNTIMES)
  const failed = outcomes.filter(hasFailed)
  if (update) return updateFailed(context, pack, policy, failed)
  const { json, output } = flags
  const minimum = minimumOf(flags.min ?? [])
  const coverage = flags.coverage || minimum.coverage !== undefined ? await measureCoverage(context, pack) : undefined
  const mutation =
    flags.mutate || minimum.mutation !== undefined ? await measureMutants(context, pack, policy) : undefined
  const below =
    (coverage && rateOf(coverage).percent < (minimum.coverage ?? 0)) ||
    (mutation && mutation.score < (minimum.mutation ?? 0))
  context.exitCode = failed.length > 0 || below ? EXIT.findings : EXIT.ok
  if (flags.reporter === 'junit') {
    const { junitOf } = await import('../testing/junit.ts')
    await answerTo(context, output, junitOf(pack.id, outcomes))
  } else if (json) {
    const summary = {
      ...summaryOf(pack, outcomes),
      ...(coverage ? { coverage: { ...rateOf(coverage), ...coverage } } : {}),
      ...(mutation ? { mutation } : {}),
    }
    await answerTo(context, output, `${JSON.stringify(summary, null, 2)}\n`)
  } else {
    await report(context, pack, policy, outcomes, failed)
    const lines = [
      ...(coverage ? coverageLines(context, pack, coverage) : []),
      ...(mutation ? mutationLines(context, pack, mutation) : []),
      ...(below ? [context.texts.test.below] : []),
    ]
    if (lines.length > 0) await context.out.line(lines.join('\n'))
  }
}

function chosen(cases: readonly PlannedCase[], ids: readonly string[] | undefined): readonly PlannedCase[] {
  if (!ids) return cases
  const known = new Set(cases.map((item) => item.case.id))
  for (const id of ids) if (!known.has(id)) throw new Failure('noCase', [id, closestName(id, known)], EXIT.usage)
  return cases.filter((item) => ids.includes(item.case.id))
}

async function run(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  cases: readonly PlannedCase[],
  runtimes: readonly Runtime[],
): Promise<CaseOutcome[]> {
  const bar = new ProgressBar(context, context.texts.test.progress)
  const outcomes: CaseOutcome[] = []
  try {
    for await (const outcome of runCases(pack, policy, cases, runtimes))
      bar.update(outcomes.push(outcome), cases.length)
  } finally {
    bar.stop()
  }
  return outcomes
}

async function report(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  outcomes: readonly CaseOutcome[],
  failed: readonly CaseOutcome[],
): Promise<void> {
  const { out, texts } = context
  for (const outcome of failed) await out.line(failedLines(context, pack, policy, outcome).join('\n'))
  const expectations = outcomes.reduce((sum, { expectations: count }) => sum + count, 0)
  const words = texts.test.summary(outcomes.length - failed.length, failed.length, expectations)
  await out.line(out.paint(failed.length > 0 ? 'red' : 'green', words))
}

function summaryOf({ id }: PackOnDisk, outcomes: readonly CaseOutcome[]) {
  const failed = outcomes.filter(hasFailed)
  return {
    pack: id,
    passed: outcomes.length - failed.length,
    failed: failed.length,
    failures: failed.map(({ item, faults, failures }) => ({
      file: item.file,
      id: item.case.id,
      ...(faults.length > 0
        ? { faults: faults.map(({ path, problem }) => ({ ...problem, pointer: pointerOf(path) })) }
        : { failures }),
    })),
  }
}

async function updateFailed(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  failed: readonly CaseOutcome[],
): Promise<void> {
  const { updateCases } = await import('../testing/update-cases.ts')
  const { changes, left } = updateCases(pack, policy.plan.cases, failed)
  const { out, texts } = context
  const refused = failed.filter(({ faults }) => faults.length > 0)
  for (const outcome of refused) await out.line(failedLines(context, pack, policy, outcome).join('\n'))
  for (const { file, id, requirement, field, from, to } of changes) {
    await out.line(`${out.paint('bold', `${pack.shown}/${file} ${id}`)} ${requirement} ${field}`)
    await out.line(
      `  ${out.paint('red', `- ${JSON.stringify(from)}`)}\n  ${out.paint('green', `+ ${JSON.stringify(to)}`)}`,
    )
  }
  for (const { file, id, field } of left) await out.line(texts.test.notUpdated(`${pack.shown}/${file}`, id, field))
  await out.line(texts.test.updated(changes.length))
  context.exitCode = left.length + refused.length > 0 ? EXIT.findings : EXIT.ok
}
