import assert from 'node:assert/strict'
import {
  compile,
  EvaluationError,
  type EachEnd,
  type EachResult,
  type EvaluateOptions,
  type Finding,
  type Policy,
} from '@tiaoli/engine'
import fc from 'fast-check'
import { define } from '../property.ts'
import { keyOf } from '../world.ts'
import { packAround, surroundings, wholeTownsAround } from '../world/around.ts'
import type { Json } from '../world/condition.ts'
import { choices, chosenIn, without } from '../world/ledger.ts'
import { options } from '../world/pack.ts'

const CASES = 24

export const stream = define({
  name: 'stream',
  claim: 'a stream says what the whole ledger says, or lists the requirement as not evaluated',
  share: 0.5,
  sample: fc.record({
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
  }),
  check: ({ around, cases }) => {
    const policy = compile(packAround(around))
    return cases.reduce((sum, { whole, blank, options: asked, exact, scope }) => {
      const ledger = without(whole, chosenIn(whole, blank))
      const apart = takenApart(ledger, scope)
      const settings = { ...asked, detail: 'findings', exact } as const
      const report = apart && reportOn(policy, ledger, settings)
      if (!report) return sum
      const { results, end } = drain(policy.evaluateEach(apart.records, { ...settings, scope, ...apart.around }))
      const left = new Set(end.notEvaluated.map(({ id }) => id))
      const told = [...results.flatMap(findingsOf), ...(end.findings as Finding[])]
      const expected = report.findings.filter(({ requirement }) => !left.has(requirement))
      assert.deepEqual(told.map(keyOf).sort(), expected.map(keyOf).sort())
      const byKey = new Map(expected.map((finding) => [keyOf(finding), finding]))
      for (const finding of told) agrees(finding, byKey.get(keyOf(finding))!)
      return sum + (told.length > 0 ? 1 : 0)
    }, 0)
  },
})

/** Outcomes that are not exact are a superset of those that are: that is all that may differ. */
function agrees(told: Finding, expected: Finding): void {
  const gist = ({ status, due, daysLate, exception, notInForce }: Finding) => ({
    status,
    due,
    daysLate,
    exception: exception?.id,
    notInForce,
  })
  assert.deepEqual(gist(told), gist(expected), keyOf(told))
  const [fewer, more] = expected.exact ? [expected, told] : [told, expected]
  assert.deepEqual(
    fewer.possible.filter((outcome) => !more.possible.includes(outcome)),
    [],
    keyOf(told),
  )
  if (told.exact === expected.exact) assert.deepEqual(told.possible, expected.possible, keyOf(told))
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

function findingsOf({ findings, problems }: EachResult): Finding[] {
  assert.equal(problems, undefined)
  return findings as Finding[]
}
