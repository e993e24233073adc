import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '@tiaoli/engine'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

/** A requirement that uses most of what there is, so that blanks reach it on many ways. */
const policy = compile(
  toyPack({
    given: {
      'kitchen.stoves': { type: 'integer', label: words('灶', 'stoves'), min: 0, max: 'kitchen.seats' },
      'cook.hours': { type: 'integer', label: words('工时', 'hours'), min: 0 },
    },
    derived: {
      'kitchen.trained': { label: words('受训', 'trained'), count: 'cook', where: { condition: 'cook.trained' } },
      'kitchen.hours': { label: words('工时', 'hours'), sum: 'cook.hours', where: { condition: 'cook.trained' } },
      'kitchen.first': { label: words('首日', 'first'), least: 'cook.since' },
      'kitchen.busy': {
        label: words('忙', 'busy'),
        when: { any: [leaf('kitchen.hours', 'greaterThan', 3), leaf('kitchen.stoves', 'greaterThan', 1)] },
      },
    },
    requirements: [
      requirement({
        applies: { any: [{ condition: 'kitchen.busy' }, leaf('kitchen.seats', 'greaterThanInclusive', 2)] },
        requires: {
          all: [leaf('kitchen.trained', 'greaterThanInclusive', 1), leaf('kitchen.cleanedOn', 'notEqual', null)],
        },
        due: { date: { greatest: ['kitchen.first', '2018-06-01'] }, plusMonths: 1 },
        achievedOn: 'kitchen.cleanedOn',
        unless: [
          { id: 'small', text: words('小'), status: 'exempted', when: leaf('kitchen.stoves', 'equal', 0) },
          { id: 'odd', text: words('怪'), status: 'review', when: { not: { condition: 'kitchen.licensed' } } },
        ],
      }),
    ],
  }),
)

type Json = Record<string, unknown>
const DATES = ['2018-06-15', '2018-08-01', '2030-01-01']
const cook = fc.record({ trained: fc.boolean(), hours: fc.nat(4), since: fc.constantFrom(null, ...DATES) })
const kitchen = fc.record({
  seats: fc.nat(3),
  stoves: fc.nat(3),
  licensed: fc.boolean(),
  cleanedOn: fc.constantFrom(null, ...DATES),
  cooks: fc.array(cook, { maxLength: 2 }),
})

const look = (facts: Json) => policy.evaluate({ kitchens: [facts] }, { asOf: '2019-01-01' }).findings[0]!
const statusOf = (facts: Json) =>
  policy.evaluate({ kitchens: [facts] }, { asOf: '2019-01-01', detail: 'verdicts' }).findings[0]!.status

/** The same kitchen with some of its facts left out. */
function blanked(facts: Json, coins: Iterator<boolean>): Json {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      if (coins.next().value) return []
      return [[name, name === 'cooks' ? (value as Json[]).map((item) => blanked(item, coins)) : value]]
    }),
  )
}

describe('what is left open', () => {
  it('always holds the status that the full facts give', () => {
    fc.assert(
      fc.property(kitchen, fc.infiniteStream(fc.boolean()), (facts, coins) => {
        if (facts.stoves > facts.seats) return // a contradiction is no completion
        expect(look(blanked(facts, coins)).possible).toContain(statusOf(facts))
      }),
      { numRuns: 1500 },
    )
  })

  it('is always explained by something missing', () => {
    fc.assert(
      fc.property(kitchen, fc.infiniteStream(fc.boolean()), (facts, coins) => {
        const finding = look(blanked(facts, coins))
        if (finding.status === 'unknown') expect(finding.missing.length).toBeGreaterThan(0)
        else expect(finding.because.length).toBeGreaterThan(0)
      }),
      { numRuns: 600 },
    )
  })

  it('is settled once everything that was missing is filled in, step by step', () => {
    fc.assert(
      fc.property(kitchen, fc.infiniteStream(fc.boolean()), (facts, coins) => {
        if (facts.stoves > facts.seats) return
        const partial = structuredClone(blanked(facts, coins))
        for (let step = 0; step < 20; step++) {
          const { status, missing } = look(partial)
          if (status !== 'unknown') {
            expect(status).toBe(statusOf(facts))
            return
          }
          for (const { pointer } of missing) fill(partial, facts, pointer!.split('/').slice(3))
        }
        expect.unreachable('still unknown')
      }),
      { numRuns: 600 },
    )
  })
})

function fill(target: Json, source: Json, path: string[]): void {
  const [step, ...rest] = path as [string, ...string[]]
  const missing = rest.length === 0 || target[step] === undefined
  if (missing) target[step] = structuredClone(source[step])
  else fill(target[step] as Json, source[step] as Json, rest)
}
