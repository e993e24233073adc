/**
 * Tries every property of test/differential on as many random cases as asked for:
 *
 *     pnpm fuzz --runs 1000000 [--seed 1] [--property runtimes] [--report docs/fuzz.md]
 *
 * A run is one case: a condition with its facts; or a ledger with its blanks, date, profile and parameters under a
 * random pack of which up to 24 ledgers make use; or, where the claim is one about findings, a finding on such a
 * ledger. What says nothing about the claim is drawn but not counted. A failure is made as small as it goes and
 * printed with the command that draws it again.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { table } from '../../scripts/generate/markdown.ts'
import type { News, Task } from './fuzz-worker.ts'
import { PROPERTIES } from './properties.ts'
import type { Outcome, Property } from './property.ts'

/** Properties that take long, the longest last. */
const SLOWEST = [
  'together',
  'settling',
  'as-of',
  'order',
  'what-if',
  'completion',
  'runtimes',
  'missing',
  'stream',
  'exact',
]

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    property: { type: 'string' },
    path: { type: 'string' },
    report: { type: 'string' },
  },
})
const chosen = PROPERTIES.filter(({ name }) => values.property === undefined || name === values.property)
const runs = Number(values.runs)
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed)
if (chosen.length === 0) fail(`There is no such property. There are: ${PROPERTIES.map(({ name }) => name).join(', ')}.`)
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) fail('Write --runs and --seed as integers.')

const shares = chosen.reduce((sum, { share }) => sum + share, 0)
console.log(`${runs} runs, seed ${seed}`)
const started = performance.now()
const rows = new Map<string, string[]>()
/** One failure does not keep the other properties from being tried. */
const failed: string[] = []
let all = 0
/** Those that take longest first, so that no thread is left alone with them. */
const waiting = chosen.toSorted((a, b) => SLOWEST.indexOf(b.name) - SLOWEST.indexOf(a.name))
await Promise.all(Array.from({ length: Math.min(availableParallelism(), chosen.length) }, tryInTurn))

async function tryInTurn(): Promise<void> {
  for (let property = waiting.shift(); property; property = waiting.shift()) await tryOut(property)
}

async function tryOut({ name, claim, share }: Property): Promise<void> {
  const wanted = Math.ceil((runs * share) / shares)
  const from = performance.now()
  const { tried, failure } = await outcomeOf({
    name,
    wanted,
    options: { seed, ...(values.path === undefined ? {} : { path: values.path }) },
  })
  all += tried
  if (failure) {
    failed.push(name)
    console.error(`${name}: ${claim}\n  failed:\n${failure.text}\n`)
    console.error(`Draw it again: pnpm fuzz --property ${name} --seed ${failure.seed} --path ${failure.path}`)
    return
  }
  const speed = rate(tried, performance.now() - from)
  console.log(`${name}: ${claim}\n  ${tried} cases hold, ${speed}`)
  rows.set(name, [`\`${name}\``, claim, String(tried), speed])
}

/** Tries a property in a thread of its own. */
function outcomeOf(task: Task): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  const from = performance.now()
  let shown = from
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), { workerData: task })
  worker.on('error', reject)
  worker.on('message', (news: News) => {
    if ('outcome' in news) return resolve(news.outcome)
    if (performance.now() - shown < 10_000) return
    shown = performance.now()
    console.log(`  ${task.name}: ${news.tried} of ${task.wanted}, ${rate(news.tried, shown - from)}`)
  })
  return promise
}

const cpu = process.cpuUsage()
const spent = `${minutes(performance.now() - started)} (${minutes((cpu.user + cpu.system) / 1000)} of one core)`
if (failed.length > 0) fail(`\n${all} cases in ${spent}: ${failed.join(', ')} failed.`)
console.log(`\n${all} cases in ${spent}: everything holds.`)
if (values.report !== undefined)
  writeFileSync(
    values.report,
    `${[
      '<!-- Written by pnpm fuzz --report. Do not edit. -->',
      '# Properties over random packs and ledgers',
      `\`pnpm fuzz --runs ${runs} --seed ${seed} --report ${values.report}\`, Node ${process.version}: ${all} cases in ${spent}; every claim held in every case. What a case is, [0022](decisions/0022-property-tests-count-cases.md) says.`,
      table(
        ['property', 'claim', 'cases', 'speed'],
        chosen.map(({ name }) => rows.get(name)!),
      ),
    ].join('\n\n')}\n`,
  )

function minutes(milliseconds: number): string {
  return `${(milliseconds / 60_000).toFixed(1)} minutes`
}

function rate(count: number, milliseconds: number): string {
  return `${Math.round(count / (milliseconds / 1000))} a second`
}

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}
