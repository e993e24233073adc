import { compile } from '@tiaoli/engine'
import { recordPointer } from '@tiaoli/engine/plan'
import { addFacts, factsFor, toJsonRules, type JsonRules, type RuleFacts } from '@tiaoli/json-rules-engine'
import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { readPack, readSample } from '../load-packs.ts'
import { unitPack } from '../support/toy-pack.ts'

/** Runs a rule with its facts in an `Engine` to which nothing of ours is added. */
async function flags({ rules, conditions }: JsonRules, { requirement, facts }: RuleFacts): Promise<boolean> {
  const engine = new Engine(rules.filter(({ name }) => name === requirement))
  for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, condition)
  const { events } = await engine.run(facts)
  return events.some(({ type }) => type === 'not_met')
}

describe('an exported rule', () => {
  it('reads like the requirement it comes from', () => {
    const { rules } = toJsonRules(compile(readPack('ganzhou-2018-32')))
    expect(rules.find(({ name }) => name === 'dues-returned')).toEqual({
      name: 'dues-returned',
      conditions: {
        all: [
          {
            all: [
              { fact: 'at', operator: 'greaterThanInclusive', value: '2018-11-30' },
              { fact: 'period.year', operator: 'greaterThanInclusive', value: 2019 },
            ],
          },
          {
            all: [{ condition: 'firm.ranInPeriod' }, { fact: 'year.duesPaid', operator: 'greaterThan', value: 0 }],
          },
          {
            not: {
              all: [
                { fact: 'year.duesPaid', operator: 'notEqual', value: null },
                { fact: 'year.duesReturned', operator: 'greaterThanInclusive', value: { fact: 'year.duesPaid' } },
              ],
            },
          },
          { not: { fact: 'firm.closedOn', operator: 'lessThanInclusive', value: { fact: 'due' } } },
          { not: { fact: 'period.start', operator: 'greaterThan', value: '2020-12-31' } },
          { fact: 'asOf', operator: 'greaterThan', value: { fact: 'due' } },
        ],
      },
      event: {
        type: 'not_met',
        params: {
          requirement: 'dues-returned',
          title: { zh: '党员律师上交的党费全额返还', en: 'Party dues paid by member lawyers are returned in full' },
          force: 'must',
          clauses: ['s4.2.c3'],
          dutyBearer: 'dues-holding-organization',
        },
      },
    })
  })

  it('keeps named conditions by name', () => {
    const { rules, conditions } = toJsonRules(compile(readPack('ganzhou-2018-32')))
    const used = JSON.stringify(rules).matchAll(/"condition":"([^"]+)"/g)
    const names = [...used].map(([, name]) => name)
    expect(names).toContain('firm.hasOrganization')
    expect(Object.keys(conditions)).toEqual(expect.arrayContaining(names))
  })

  it('is plain JSON', () => {
    const exported = toJsonRules(compile(readPack('ganzhou-2018-32')))
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported)
  })

  it('is there for every requirement that can fail to be met, and no other', () => {
    const source = readPack('ganzhou-2018-32')
    const policy = compile(source)
    const failing = policy.plan.requirements.filter(({ requires }) => requires).map(({ id }) => id)
    expect(toJsonRules(policy).rules.map(({ name }) => name)).toEqual(failing)
    expect(failing).not.toContain('pretax-allowance')
  })

  it('writes rates as fractions, which have an order', async () => {
    const source = unitPack({
      given: { 'unit.rate': { type: 'rate' } },
      requires: { fact: 'unit.rate', operator: 'lessThan', value: '10%' },
    })
    const policy = compile(source)
    const exported = toJsonRules(policy)
    expect(JSON.stringify(exported.rules)).toContain('"value":0.1}')
    const [nine] = factsFor(policy, { rate: '9%' }, { asOf: '2019-01-01' })
    const [ten] = factsFor(policy, { rate: '10%' }, { asOf: '2019-01-01' })
    expect(nine?.facts).toEqual({ 'unit.rate': 0.09 })
    expect([await flags(exported, nine!), await flags(exported, ten!)]).toEqual([false, true])
  })

  it.each([
    ['greaterThan', true],
    ['lessThan', true],
    ['not:greaterThan', false],
    ['swap:greaterThan', true],
    ['swap:not:swap:lessThanInclusive', false],
  ])('takes a number %s none as the pack does', async (operator, isFlagged) => {
    const source = unitPack({
      given: { 'unit.a': { type: 'integer', none: true }, 'unit.b': { type: 'integer', none: true } },
      requires: { fact: 'unit.a', operator, value: { fact: 'unit.b' } },
    })
    const policy = compile(source)
    for (const ledger of [
      { a: 5, b: null },
      { a: null, b: -5 },
      { a: null, b: null },
    ]) {
      const [rule] = factsFor(policy, ledger, { asOf: '2019-01-01' })
      expect(policy.evaluate(ledger, { asOf: '2019-01-01' }).findings[0]?.status).toBe(isFlagged ? 'not_met' : 'met')
      expect(await flags(toJsonRules(policy), rule!)).toBe(isFlagged)
    }
  })

  it('rejects rather than guess where a fact is not known', async () => {
    const source = unitPack({
      given: { 'unit.a': { type: 'integer' } },
      requires: { fact: 'unit.a', operator: 'notEqual', value: 3 },
    })
    const policy = compile(source)
    const [rule] = factsFor(policy, {}, { asOf: '2019-01-01' })
    expect(rule?.facts).toEqual({})
    await expect(flags(toJsonRules(policy), rule!)).rejects.toThrow('Undefined fact: unit.a')
  })
})

describe('the exported rules', () => {
  const source = readPack('ganzhou-2018-32')
  const policy = compile(source)
  const exported = toJsonRules(policy)

  it.each(['2018-12-31', '2019-12-31', '2021-03-01'])(
    'flag in a stock Engine just what is not met in the city of 79 firms on %s',
    async (asOf) => {
      const ledger = readSample()
      const { findings } = policy.evaluate(ledger, { asOf, notInForce: true })
      const expected = findings.filter(({ requirement }) =>
        policy.plan.requirements.some(({ id, requires }) => id === requirement && requires),
      )
      const rules = [...factsFor(policy, ledger, { asOf })]
      expect(rules.map(({ requirement }) => requirement)).toEqual(expected.map(({ requirement }) => requirement))
      const answers = await Promise.all(rules.map((rule) => flags(exported, rule).catch(undefinedFact)))
      const known = expected
        .map(({ status }, i) => ({ status, flagged: answers[i] }))
        .filter(({ flagged }) => flagged !== undefined)
      expect(known.length).toBeGreaterThan(500)
      expect(known.filter(({ flagged }) => flagged).length).toBeGreaterThan(5)
      expect(known.filter(({ status, flagged }) => (status === 'not_met') !== flagged)).toEqual([])
    },
  )
})

describe('facts that a stock Engine computes when it needs them', () => {
  const policy = compile(readPack('ganzhou-2018-32'))
  const exported = toJsonRules(policy)

  it.each(['one-shoulder', 'dues-returned', 'own-organization'])(
    'make the rule %s say what ready ones do',
    async (id) => {
      const options = { asOf: '2020-01-31', requirements: [id] }
      const engine = new Engine(exported.rules.filter(({ name }) => name === id))
      for (const [name, condition] of Object.entries(exported.conditions)) engine.setCondition(name, condition)
      const ready = [...factsFor(policy, readSample(), options)]
      const runs = addFacts(engine, policy, readSample(), options)
      expect(runs.map(({ record, year }) => [record, year])).toEqual(
        ready.map(({ subject: record, period }) => [recordPointer(record), period]),
      )
      for (const [i, run] of runs.entries()) {
        const expected = await flags(exported, ready[i]!).catch(String)
        const actual = await engine.run(run).then(({ events }) => events.length > 0, String)
        expect(actual, run.record).toEqual(expected)
      }
    },
  )

  it('are not guessed where they are not known', async () => {
    const unit = compile(
      unitPack({
        given: { 'unit.a': { type: 'integer' } },
        requires: { fact: 'unit.a', operator: 'notEqual', value: 3 },
      }),
    )
    const engine = new Engine(toJsonRules(unit).rules, { allowUndefinedFacts: true })
    const [run] = addFacts(engine, unit, {}, { asOf: '2019-01-01' })
    await expect(engine.run(run)).rejects.toThrow('Undefined fact: unit.a')
  })
})

/** What stock says of an unknown fact; anything else is a failure. */
function undefinedFact(error: unknown): undefined {
  expect(String(error)).toContain('Undefined fact')
}
