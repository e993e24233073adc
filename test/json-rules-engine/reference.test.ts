import { compile, EvaluationError, InputError } from '@tiaoli/engine'
import { digest } from '@tiaoli/engine/plan'
import { compileReference, LEAVES_OF_DECISION } from '@tiaoli/json-rules-engine'
import { describe, expect, it } from 'vitest'
import { readPack } from '../load-packs.ts'
import { toyPack, unitPack } from '../support/toy-pack.ts'

const asOf = '2019-01-01'
const integer = { type: 'integer' } as const
const nullable = { type: 'integer', none: true } as const

async function statusOf(pack: ReturnType<typeof unitPack>, ledger: unknown): Promise<string | undefined> {
  const report = await compileReference(compile(pack)).evaluate(ledger, { asOf, detail: 'verdicts' })
  return report.findings[0]?.status
}

describe('the reference runtime', () => {
  it('has the digest and the plan of the pack', () => {
    const policy = compile(readPack('ganzhou-2018-32'))
    const reference = compileReference(policy)
    expect(reference.sha256).toBe(policy.sha256)
    expect(reference.sha256).toBe(digest(reference.plan.content))
  })

  it('rejects a ledger or options that do not fit', async () => {
    const pack = unitPack({ given: { 'unit.a': integer }, requires: { fact: 'unit.a', operator: 'equal', value: 1 } })
    await expect(compileReference(compile(pack)).evaluate({ a: 'x' }, { asOf })).rejects.toThrow(InputError)
    await expect(compileReference(compile(pack)).evaluate({}, { asOf: 'today' })).rejects.toThrow(InputError)
  })

  it('puts no condition to json-rules-engine where there is more to decide than allowed, listed or not', async () => {
    const decided = (maxDecisions: number) =>
      compileReference(compile(toyPack())).evaluate({ kitchens: [{}, {}] }, { asOf, statuses: [], maxDecisions })
    expect((await decided(2)).summary).toMatchObject({ unknown: 2 })
    await expect(decided(1)).rejects.toMatchObject({ code: 'too-many-decisions' })
  })

  it('counts the comparisons of conditions too, each of which takes as long as the next', async () => {
    const any = Array.from({ length: 2 * LEAVES_OF_DECISION }, (_, value) => ({
      fact: 'unit.a',
      operator: 'equal',
      value,
    }))
    const policy = compileReference(compile(unitPack({ given: { 'unit.a': integer }, requires: { any } })))
    const decided = (maxDecisions: number) => policy.evaluate({}, { asOf, maxDecisions })
    await expect(decided(1)).rejects.toMatchObject({ code: 'too-many-decisions' })
    expect((await decided(2)).summary).toMatchObject({ unknown: 1 })
  })

  it.each([
    ['an unknown fact under notEqual', { fact: 'unit.a', operator: 'notEqual', value: 3 }, {}, 'unknown'],
    ['an unknown fact under not:', { fact: 'unit.a', operator: 'not:equal', value: 3 }, {}, 'unknown'],
    [
      'none on the right of an order',
      { fact: 'unit.a', operator: 'greaterThan', value: { fact: 'unit.b' } },
      { a: 5, b: null },
      'not_met',
    ],
    ['none on the left of an order', { fact: 'unit.b', operator: 'lessThan', value: 5 }, { b: null }, 'not_met'],
    ['none under the negation of an order', { fact: 'unit.b', operator: 'not:lessThan', value: 5 }, { b: null }, 'met'],
    ['none in a list', { fact: 'unit.b', operator: 'in', value: [1, null] }, { b: null }, 'met'],
    [
      'a list with none for an unknown that may be none',
      { fact: 'unit.b', operator: 'in', value: [null] },
      {},
      'unknown',
    ],
    [
      'a list with none for an unknown that cannot be',
      { fact: 'unit.a', operator: 'in', value: [null] },
      {},
      'not_met',
    ],
    ['swap:doesNotContain', { fact: 'unit.a', operator: 'swap:doesNotContain', value: [1, 2] }, { a: 3 }, 'met'],
    ['a number beyond the interval of an unknown', { fact: 'unit.c', operator: 'lessThan', value: 9 }, {}, 'met'],
    ['a number within the interval of an unknown', { fact: 'unit.c', operator: 'lessThan', value: 5 }, {}, 'unknown'],
    [
      'two unknowns whose intervals are apart',
      { fact: 'unit.c', operator: 'equal', value: { fact: 'unit.d' } },
      {},
      'not_met',
    ],
    ['a list beyond the interval of an unknown', { fact: 'unit.c', operator: 'notIn', value: [9, 10] }, {}, 'met'],
    [
      'an unknown and its opposite, taken as independent',
      {
        any: [
          { fact: 'unit.a', operator: 'equal', value: 1 },
          { fact: 'unit.a', operator: 'notEqual', value: 1 },
        ],
      },
      {},
      'unknown',
    ],
  ])('is not caught by %s', async (_, requires, ledger, status) => {
    const given = {
      'unit.a': integer,
      'unit.b': nullable,
      'unit.c': { ...integer, min: 1, max: 8 },
      'unit.d': { ...integer, min: 9 },
    }
    const pack = unitPack({ given, requires })
    expect(compile(pack).evaluate(ledger, { asOf }).findings[0]?.status).toBe(status)
    expect(await statusOf(pack, ledger)).toBe(status)
  })

  it('meets the overflow of a formula only where the report comes to it', async () => {
    const parts = {
      given: { 'unit.a': integer, 'unit.b': integer },
      derived: { 'unit.sum': { add: ['unit.a', 'unit.b'] } },
      requires: { fact: 'unit.sum', operator: 'greaterThan', value: 0 },
    }
    const ledger = { a: Number.MAX_SAFE_INTEGER, b: 1 }
    const applies = { fact: 'unit.b', operator: 'equal', value: 2 }
    expect(await statusOf(unitPack({ ...parts, more: { applies } }), ledger)).toBe('not_applicable')
    await expect(statusOf(unitPack(parts), ledger)).rejects.toThrow(EvaluationError)
  })

  it('unfolds named conditions no further than it can afford', async () => {
    const doubled = (i: number) => ({ when: { all: [{ condition: `unit.c${i}` }, { condition: `unit.c${i}` }] } })
    const pack = unitPack({
      given: { 'unit.a': integer },
      derived: {
        'unit.c0': { when: { fact: 'unit.a', operator: 'equal', value: 1 } },
        ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`unit.c${i + 1}`, doubled(i)])),
      },
      requires: { not: { condition: 'unit.c40' } },
    })
    expect(await statusOf(pack, { a: 1 })).toBe('not_met')
    expect(await statusOf(pack, {})).toBe('unknown')
  })
})
