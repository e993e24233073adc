import type { EvaluateOptions, Policy } from '@tiaoli/engine'
import { isUnknown, recordPointer } from '@tiaoli/engine/plan'
import { contextFor, Evaluation, readOptions, type Task } from '@tiaoli/engine/runtime'
import type { Almanac, Engine } from 'json-rules-engine'
import { exportValue } from './export-value.ts'
import { ruleSides } from './facts-for.ts'

/** What `engine.run` is given: which rule it runs, for which record, and for a yearly duty in which year. */
export interface RuleRun {
  [fact: string]: unknown
  requirement: string
  /** RFC 6901 pointer into the ledger. */
  record: string
  year?: number
}

/**
 * Gives a stock `Engine` the facts of the rules of `toJsonRules`, to be computed when a rule first asks for them.
 * Returns every run there is. Each is to be of one rule: dates and dated parameters differ from one to the next.
 * What is not known rejects with `Undefined fact`, whatever `allowUndefinedFacts` says.
 * Throws `InputError` where the ledger or the options do not fit.
 *
 * @example
 * const engine = new Engine(rules.filter(({ name }) => name === 'one-shoulder'))
 * for (const run of addFacts(engine, policy, ledger, { asOf: '2019-01-01', requirements: ['one-shoulder'] }))
 *   const { events } = await engine.run(run)
 */
export function addFacts(engine: Engine, policy: Policy, ledger: unknown, options: EvaluateOptions): RuleRun[] {
  const { plan } = policy
  const evaluation = new Evaluation(policy, ledger, readOptions(plan, options))
  const tasks = new Map<string, Task>()
  const runs: RuleRun[] = []
  for (const task of evaluation.tasks()) {
    if (!task.requirement.requires) continue
    const run = runOf(task)
    runs.push(run)
    tasks.set(keyOf(run), task)
  }
  const requirements = new Set([...tasks.values()].map(({ requirement }) => requirement))
  for (const name of new Set([...requirements].flatMap((requirement) => [...ruleSides(requirement).keys()])))
    engine.addFact(name, async (_: unknown, almanac: Almanac) => {
      const task = tasks.get(keyOf(await runIn(almanac)))
      const value = task && valueOf(name, task)
      if (value === undefined) throw Object.assign(new Error(`Undefined fact: ${name}`), { code: 'UNDEFINED_FACT' })
      return value
    })
  return runs
}

function runOf({ requirement, record, base }: Task): RuleRun {
  const run = { requirement: requirement.id, record: recordPointer(record) }
  return requirement.firstPeriod ? { ...run, year: base.year } : run
}

function keyOf({ requirement, record, year }: RuleRun): string {
  return [requirement, record, year].join(' ')
}

async function runIn(almanac: Almanac): Promise<RuleRun> {
  const given = async <T>(name: string): Promise<T | undefined> => {
    try {
      return await almanac.factValue<T>(name)
    } catch {
      return undefined // only a yearly rule is given a year
    }
  }
  const year = await given<number>('year')
  return {
    requirement: await almanac.factValue<string>('requirement'),
    record: await almanac.factValue<string>('record'),
    ...(year === undefined ? {} : { year }),
  }
}

/** Undefined where it is not known, or where the rule has no such fact. */
function valueOf(name: string, task: Task): unknown {
  const side = ruleSides(task.requirement).get(name)
  const value =
    side && exportValue(side.type, side.run(task.record, contextFor(task.requirement, task.record, task.base)))
  return value === undefined || isUnknown(value) ? undefined : value
}
