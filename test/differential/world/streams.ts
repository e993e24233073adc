import {
  compile,
  EvaluationError,
  type EachEnd,
  type EachResult,
  type EvaluateOptions,
  type Policy,
  type Report,
} from '@tiaoli/engine'
import fc from 'fast-check'
import { packAround, surroundings, wholeTownsAround } from './around.ts'
import type { Json } from './condition.ts'
import { choices, chosenIn, without } from './ledger.ts'
import { options } from './pack.ts'

const CASES = 24

/** A random pack with several ledgers, of each of which the records of one scope are streamed. */
export const streams = fc.record({
  around: surroundings,
  cases: fc.array(
    fc.record({
      whole: wholeTownsAround,
      blank: choices,
      options,
      exact: fc.boolean(),
      scope: fc.constantFrom('kitchen', 'kitchen', 'supplier', 'depot', 'cook'),
    }),
    { minLength: 1, maxLength: CASES, size: 'max' },
  ),
})
type Streams = typeof streams extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** What a stream says, and what the whole ledger does. */
interface Told {
  results: EachResult[]
  end: EachEnd
  report: Report<'findings'>
}

/** Compiles the pack and looks at one stream after the other; returns how many cases they held together. */
export function eachStream({ around, cases }: Streams, look: (told: Told) => number): number {
  const policy = compile(packAround(around))
  return cases.reduce((sum, { whole, blank, options: asked, exact, scope }) => {
    const ledger = without(whole, chosenIn(whole, blank))
    const apart = takenApart(ledger, scope)
    const settings = { ...asked, detail: 'findings', exact } as const
    const report = apart && reportOn(policy, ledger, settings)
    if (!report) return sum
    const stream = policy.evaluateEach(apart.records, { ...settings, scope, ...apart.around })
    return sum + look({ ...drain(stream), report })
  }, 0)
}

/** The records of a scope one by one, and the ledger around them; undefined where it is not known which there are. */
function takenApart(ledger: Json, scope: string) {
  const { [`${scope}s`]: list, ...context } = ledger
  if (scope !== 'cook') return Array.isArray(list) ? { records: list as Json[], around: { context } } : undefined
  const kitchens = (ledger['kitchens'] ?? []) as Json[]
  if (kitchens.some(({ cooks }) => cooks === undefined)) return undefined
  const records = kitchens.flatMap(({ cooks }) => cooks as Json[])
  const parents = kitchens.flatMap(({ cooks }, i) => (cooks as Json[]).map(() => `/kitchens/${i}`))
  const around = {
    context: without(
      ledger,
      [...new Set(parents)].map((pointer) => `${pointer}/cooks`),
    ),
    within: (_: unknown, position: number) => parents[position],
  }
  return { records, around }
}

type Options = Omit<EvaluateOptions, 'language'> & { detail: 'findings' }

function reportOn(policy: Policy, ledger: Json, settings: Options) {
  try {
    return policy.evaluate(ledger, settings)
  } catch (error) {
    if (error instanceof EvaluationError) return undefined
    throw error
  }
}

function drain(results: Generator<EachResult, EachEnd>): { results: EachResult[]; end: EachEnd } {
  const found: EachResult[] = []
  for (let next = results.next(); ; next = results.next()) {
    if (next.done) return { results: found, end: next.value }
    found.push(next.value)
  }
}
