/**
 * Speed of the compiled runtime against stock json-rules-engine: the same pack, the same ledger, verdict against
 * verdict, both in one run so that the ratio means something. Stock gets its facts ready-made and its engines ready-built,
 * once one engine a requirement and once one a record. The compiled runtime is timed on the same footing, then with its
 * derived facts computed anew, then with the ledger read and checked, then with everything explained.
 */
import { compile, Evaluation, pointerTo, readOptions, runCompiled, type Status } from '@tiaoli/engine'
import { factsFor, toJsonRules, type RuleFacts } from '@tiaoli/json-rules-engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { Engine } from 'json-rules-engine'
import { Bench } from 'tinybench'
import { readSample } from '../load-packs.ts'

const OPTIONS = { asOf: '2019-01-01', profile: 'strict', detail: 'verdicts' } as const
const policy = compile(ganzhou)
const ledger = readSample()
const { rules, conditions } = toJsonRules(policy.plan)
const runs = [...factsFor(policy.plan, ledger, OPTIONS)]

function engineOf(names: ReadonlySet<string>, allowUndefinedFacts = true): Engine {
  const engine = new Engine(
    rules.filter(({ name }) => names.has(name ?? '')),
    { allowUndefinedFacts },
  )
  for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, condition)
  return engine
}

const byRequirement = new Map(rules.map(({ name = '' }) => [name, engineOf(new Set([name]))]))

/** The rules of one record in one run: the facts that they share are handed over once. */
const records = Map.groupBy(runs, ({ subject }) => subject)
const engines = new Map<string, Engine>()
const byRecord = [...records.values()].map((items) => {
  const names = new Set(items.map(({ requirement }) => requirement))
  const key = [...names].join()
  const engine = engines.get(key) ?? engineOf(names)
  engines.set(key, engine)
  return {
    engine,
    facts: Object.assign({}, ...items.map(({ facts }) => facts)) as RuleFacts['facts'],
    rules: names.size,
  }
})

/** Both must say the same before their speed is compared: the exported rule fires exactly where it is not met. */
async function agree(): Promise<void> {
  const key = (requirement: string, pointer: string, period?: number) => `${requirement} ${pointer} ${period}`
  const verdicts = policy.evaluate(ledger, OPTIONS).findings
  const status = new Map<string, Status>(
    verdicts.map((v) => [key(v.requirement, v.subject.pointer, v.period), v.status]),
  )
  let compared = 0
  for (const { requirement, subject, period, facts } of runs) {
    // Stock has no word for what is not known: it refuses to run.
    const engine = engineOf(new Set([requirement]), false)
    const result = await engine.run(facts).catch((error: Error) => error)
    if (result instanceof Error && result.message.startsWith('Undefined fact')) continue
    if (result instanceof Error) throw result
    const compiled = status.get(key(requirement, pointerTo(subject), period))
    if ((result.events.length === 1) !== (compiled === 'not_met'))
      throw new Error(`${requirement} of ${pointerTo(subject)}: stock and compiled disagree`)
    compared++
  }
  console.log(`${compared} of ${runs.length} verdicts compared, all the same; the others lack a fact`)
}

await agree()
const bench = new Bench({ time: 2000, warmupTime: 500 })
const decided = runs.length
const evaluation = new Evaluation(policy.plan, ledger, readOptions(policy.plan, OPTIONS))
bench.add('compiled: decide, facts ready-made as for stock', () => {
  evaluation.report(policy.sha256, runCompiled)
})
bench.add('compiled: derive the facts, decide', () => {
  evaluation.session.renew()
  evaluation.report(policy.sha256, runCompiled)
})
bench.add('compiled: read the ledger, check it, decide', () => {
  policy.evaluate(ledger, OPTIONS)
})
bench.add('compiled: findings with clauses, reasons and cures', () => {
  policy.evaluate(ledger, { ...OPTIONS, detail: 'findings' })
})
bench.add('json-rules-engine: one engine a requirement', async () => {
  for (const { requirement, facts } of runs) await byRequirement.get(requirement)!.run(facts)
})
bench.add('json-rules-engine: one engine a record', async () => {
  for (const { engine, facts } of byRecord) await engine.run(facts)
})
await bench.run()

const verdicts = policy.evaluate(ledger, OPTIONS).findings.length
const evaluated = [verdicts, verdicts, verdicts, verdicts, decided, byRecord.reduce((sum, item) => sum + item.rules, 0)]
const rows = bench.tasks.map((task, i) => {
  if (task.result.state !== 'completed') throw new Error(`${task.name} did not finish`)
  return { name: task.name, rate: (evaluated[i]! / task.result.latency.p50) * 1000 }
})
const stock = Math.max(rows[4]!.rate, rows[5]!.rate)
console.table(
  rows.map(({ name, rate }) => ({
    runtime: name,
    'rule evaluations / s': Math.round(rate).toLocaleString('en'),
    'times the faster json-rules-engine': (rate / stock).toFixed(1),
  })),
)
