import { compile, type Policy } from '@tiaoli/engine'
import { Evaluation, contextFor, readOptions, runCompiled, type Task } from '@tiaoli/engine/runtime'
import { leastOf } from './measure.ts'
import { short, type PartReport, type Plot } from './report/part.ts'
import { leavesOf, wordsOf } from './workload/leaves.ts'
import { ganzhouWorkload } from './workload/ganzhou.ts'
import type { Workload } from './workload/workload.ts'

const SHOWN = 25
const ROUNDS = 3
const MILLISECONDS = 4

interface Cost {
  name: string
  /** How often it is asked in one pass. */
  asked: number
  /** Nanoseconds a time, with every derived fact at hand. */
  ready: number
  /** Nanoseconds a time, with the derived facts to be computed first. */
  uncached: number
}

/** What each requirement and each leaf of the sample city costs, so that an author sees where the time goes. */
export function measurePart(): PartReport {
  const workload = ganzhouWorkload()
  const policy = compile(workload.pack)
  const requirements = requirementCosts(policy, workload).sort(byTotal)
  const leaves = leafCosts(policy, workload).sort(byTotal)
  return {
    title: 'What rules cost',
    text: [
      `The ${requirements.length} requirements of the comparison, each measured by itself on the sample city, and the leaves of their conditions, each asked of every record that it is asked of. "Ready" is with every derived fact at hand, "uncached" with the facts that it names computed first: the difference is what its named conditions and formulas cost the first to ask. The costliest are shown, by uncached time over one pass.`,
    ],
    tables: [
      { title: 'The costliest requirements', table: tableOf('requirement', requirements) },
      { title: 'The costliest leaves', table: tableOf('leaf', leaves) },
    ],
    plots: [plotOf(requirements)],
    data: { requirements, leaves },
  }
}

function byTotal(a: Cost, b: Cost): number {
  return b.uncached * b.asked - a.uncached * a.asked
}

function requirementCosts(policy: Policy, { ledger, options }: Workload): Cost[] {
  return options.requirements!.map((id) => {
    const settings = readOptions(policy.plan, { ...options, requirements: [id], detail: 'verdicts', statuses: [] })
    const evaluation = new Evaluation(policy, ledger, settings)
    const asked = evaluation.tasks().length
    return costOf(id, asked, evaluation, () => evaluation.report(policy.sha256, runCompiled))
  })
}

function leafCosts(policy: Policy, { ledger, options }: Workload): Cost[] {
  const evaluation = new Evaluation(policy, ledger, readOptions(policy.plan, options))
  const byRequirement = Map.groupBy(evaluation.tasks(), ({ requirement }) => requirement)
  return [...byRequirement].flatMap(([requirement, tasks]) =>
    leavesOf(requirement).map((leaf) =>
      costOf(`${requirement.id}: ${wordsOf(leaf)}`, tasks.length, evaluation, () => askAll(leaf, tasks)),
    ),
  )
}

function askAll(leaf: ReturnType<typeof leavesOf>[number], tasks: readonly Task[]): void {
  for (const { requirement, record, base } of tasks) {
    const context = contextFor(requirement, record, base.session.context(base.at, base.year))
    leaf.run(record, context)
  }
}

function costOf(name: string, asked: number, { session }: Evaluation, run: () => void): Cost {
  const [ready, uncached] = leastOf(
    [
      { name, run },
      {
        name,
        run: () => {
          session.renew()
          run()
        },
      },
    ],
    ROUNDS,
    MILLISECONDS,
  ) as [number, number]
  return { name, asked, ready: (ready * 1e6) / asked, uncached: (uncached * 1e6) / asked }
}

function tableOf(what: string, costs: readonly Cost[]) {
  return {
    heading: [what, 'times asked', 'ns ready', 'ns uncached', 'µs a pass uncached'],
    rows: costs
      .slice(0, SHOWN)
      .map(({ name, asked, ready, uncached }) => [
        name,
        short(asked),
        short(ready),
        short(uncached),
        short((uncached * asked) / 1000),
      ]),
  }
}

function plotOf(costs: readonly Cost[]): Plot {
  return {
    file: 'profile',
    title: 'The costliest requirements',
    x: 'µs for all records of the sample city (logarithmic)',
    y: '',
    bars: costs.slice(0, 15).map(({ name, asked, uncached }) => ({ name, value: (uncached * asked) / 1000 })),
  }
}
