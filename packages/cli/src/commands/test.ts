import { coverageRate } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { closestName, pointerOf } from '@tiaoli/engine/plan'
import { RUNTIMES, type Runtime } from '@tiaoli/engine/names'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { writeOutput } from '../files/write-output.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { findPack } from '../packs/find-pack.ts'
import { foldersOf, type PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress-bar.ts'
import { failedCaseLines } from '../testing/failed-case-lines.ts'
import { coverageLines } from '../testing/coverage-lines.ts'
import { measureCoverage } from '../testing/measure-coverage.ts'
import { measureMutation } from '../testing/measure-mutation.ts'
import { mutationLines } from '../testing/mutation-lines.ts'
import { minimumScores, missedScores } from '../testing/minimum-scores.ts'
import { requirementsWithoutCase } from '../testing/requirements-without-case.ts'
import { hasFailed, caseOutcomes, type CaseOutcome, type PlannedCase } from '../testing/case-outcomes.ts'
import { runOnChange } from './run-on-change.ts'

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
    const pack = await findPack(context, argument)
    await testPack(context, flags, pack)
    return foldersOf(pack)
  }
  await (flags.watch ? runOnChange(context, once) : once())
}

async function testPack(context: Context, flags: TestFlags, pack: PackOnDisk): Promise<void> {
  const policy = compilePack(pack)
  const { update } = flags
  const cases = selectCases(policy.plan.cases, update ?? flags.case)
  const outcomes = await runAll(context, pack, policy, cases, flags.runtime ? [flags.runtime] : RUNTIMES)
  const failed = outcomes.filter(hasFailed)
  if (update) return updateFailed(context, pack, policy, failed)
  const withoutCase = flags.case ? [] : requirementsWithoutCase(policy.plan)
  const { json, output } = flags
  const minimum = minimumScores(flags.min ?? [])
  const coverage = flags.coverage || minimum.coverage !== undefined ? await measureCoverage(context, pack) : undefined
  const mutation =
    flags.mutate || minimum.mutation !== undefined ? await measureMutation(context, pack, policy) : undefined
  const measured = {
    ...(coverage ? { coverage: coverageRate(coverage).percent } : {}),
    ...(mutation ? { mutation: mutation.score } : {}),
  }
  const missed = missedScores(measured, minimum, policy.plan)
  const faults = failed.length + withoutCase.length + missed.length + (mutation?.stale.length ?? 0)
  context.exitCode = faults > 0 ? EXIT.findings : EXIT.ok
  if (flags.reporter === 'junit') {
    const { junitReport } = await import('../testing/junit-report.ts')
    await writeOutput(context, output, junitReport(pack.id, outcomes, withoutCase))
  } else if (json) {
    const summary = {
      ...jsonSummary(pack, outcomes),
      withoutCase,
      ...(coverage ? { coverage: { ...coverageRate(coverage), ...coverage } } : {}),
      ...(mutation ? { mutation } : {}),
    }
    await writeOutput(context, output, `${JSON.stringify(summary, null, 2)}\n`)
  } else {
    await printOutcomes(context, pack, policy, outcomes, failed)
    const lines = [
      ...(withoutCase.length > 0 ? [context.out.paint('red', context.texts.test.withoutCase(withoutCase))] : []),
      ...(coverage ? coverageLines(context, pack, coverage) : []),
      ...(mutation ? mutationLines(context, pack, mutation) : []),
      ...missed.map(({ score, minimum: required, requiredBy }) =>
        context.out.paint('red', context.texts.test.below(score, required, requiredBy)),
      ),
    ]
    if (lines.length > 0) await context.out.line(lines.join('\n'))
  }
}

function selectCases(cases: readonly PlannedCase[], ids: readonly string[] | undefined): readonly PlannedCase[] {
  if (!ids) return cases
  const known = new Set(cases.map((item) => item.case.id))
  for (const id of ids) if (!known.has(id)) throw new Failure('unknownCase', [id], closestName(id, known))
  return cases.filter((item) => ids.includes(item.case.id))
}

async function runAll(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  cases: readonly PlannedCase[],
  runtimes: readonly Runtime[],
): Promise<CaseOutcome[]> {
  const bar = new ProgressBar(context.err, context.texts.test.progress)
  const outcomes: CaseOutcome[] = []
  try {
    for await (const outcome of caseOutcomes(policy, cases, runtimes)) bar.update(outcomes.push(outcome), cases.length)
  } finally {
    bar.stop()
  }
  return outcomes
}

async function printOutcomes(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  outcomes: readonly CaseOutcome[],
  failed: readonly CaseOutcome[],
): Promise<void> {
  const { out, texts } = context
  for (const outcome of failed) await out.line(failedCaseLines(context, pack, policy, outcome).join('\n'))
  const expectations = outcomes.reduce((sum, { expectations: count }) => sum + count, 0)
  const words = texts.test.summary(outcomes.length - failed.length, failed.length, expectations)
  await out.line(out.paint(failed.length > 0 ? 'red' : 'green', words))
}

function jsonSummary({ id }: PackOnDisk, outcomes: readonly CaseOutcome[]) {
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
  const { changes, notUpdated } = updateCases(pack, policy, failed)
  const { out, texts } = context
  const invalid = failed.filter(({ faults }) => faults.length > 0)
  for (const outcome of invalid) await out.line(failedCaseLines(context, pack, policy, outcome).join('\n'))
  for (const { file, id, requirement, field, from, to } of changes) {
    await out.line(`${out.paint('bold', `${pack.path}/${file} ${id}`)} ${requirement} ${field}`)
    await out.line(
      `  ${out.paint('red', `- ${JSON.stringify(from)}`)}\n  ${out.paint('green', `+ ${JSON.stringify(to)}`)}`,
    )
  }
  for (const { file, id, field } of notUpdated) await out.line(texts.test.notUpdated(`${pack.path}/${file}`, id, field))
  await out.line(texts.test.updated(changes.length))
  context.exitCode = notUpdated.length + invalid.length > 0 ? EXIT.findings : EXIT.ok
}
