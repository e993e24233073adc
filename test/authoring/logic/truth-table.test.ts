import { compile } from '@tiaoli/engine'
import { planOf, type ConditionNode } from '@tiaoli/engine/plan'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TruthTable } from '../../../packages/authoring/src/logic/truth-table.ts'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'

const DAYS = ['2018-06-01', '2018-12-31', '2019-01-01']
const given = {
  'kitchen.size': {
    type: 'enum',
    label: words('规模', 'size'),
    values: { small: words('小', 'small'), large: words('大', 'large') },
    none: words('没有', 'none'),
  },
}
const derived = {
  'kitchen.isBig': {
    label: words('大', 'big'),
    when: { fact: 'kitchen.seats', operator: 'greaterThan', value: 2 },
  },
}

const order = fc.constantFrom(
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'equal',
  'notEqual',
)
const negated = fc.tuple(fc.constantFrom('', 'not:'), order).map((parts) => parts.join(''))
const leaf = fc.oneof(
  fc.record({ fact: fc.constant('kitchen.seats'), operator: negated, value: fc.integer({ min: -1, max: 4 }) }),
  fc.record({ fact: fc.constant('kitchen.cleanedOn'), operator: negated, value: fc.constantFrom(...DAYS, null) }),
  fc.record({
    fact: fc.constant('kitchen.openedOn'),
    operator: negated,
    value: fc.constantFrom<unknown>({ fact: 'kitchen.cleanedOn' }, '2018-12-31'),
  }),
  fc.record({
    fact: fc.constant('kitchen.size'),
    operator: fc.constantFrom('in', 'notIn', 'not:in'),
    value: fc.subarray(['small', 'large'], { minLength: 1 }),
  }),
  fc.constantFrom({ condition: 'kitchen.licensed' }, { condition: 'kitchen.isBig' }),
)
const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))
const kitchen = fc.record({
  seats: fc.integer({ min: 0, max: 5 }),
  licensed: fc.boolean(),
  openedOn: fc.constantFrom(...DAYS),
  cleanedOn: fc.constantFrom(...DAYS, null),
  size: fc.constantFrom('small', 'large', null),
})

it('what holds in all worlds holds for every kitchen, and what holds in none for no kitchen', () => {
  let constant = 0
  fc.assert(
    fc.property(condition, fc.array(kitchen, { minLength: 5, maxLength: 5 }), (requires, kitchens) => {
      const pack = toyPack({ given, derived, requirements: [requirement({ requires })] })
      const node = requiresOf(pack)
      const worlds = TruthTable.of([node])
      if (!worlds) return
      const [always, never] = [worlds.always(node), worlds.never(node)]
      if (always || never) constant++
      const ledger = { kitchens: kitchens.map((item, i) => ({ id: `K${i}`, ...item })) }
      const statuses = new Set(
        compile(pack)
          .evaluate(ledger, { asOf: '2020-01-01' })
          .findings.map(({ status }) => status),
      )
      if (always) expect([...statuses]).toEqual(['met'])
      if (never) expect([...statuses]).toEqual(['not_met'])
    }),
    { numRuns: 600 },
  )
  expect(constant).toBeGreaterThan(20)
})

it('every single comparison that is neither has a kitchen that meets it and one that does not', () => {
  const seats = Array.from({ length: 8 }, (_, i) => ({ seats: i }))
  const days = ['2018-05-31', ...DAYS, '2018-06-02', '2019-06-01', null].map((cleanedOn) => ({ cleanedOn }))
  const blank = { seats: 1, licensed: true, openedOn: '2018-12-31', cleanedOn: null, size: null }
  const kitchens = [...seats, ...days].map((item, i) => ({ id: `K${i}`, ...blank, ...item }))
  const simple = leaf.filter((item) => 'fact' in item && !['kitchen.openedOn', 'kitchen.size'].includes(item.fact))
  fc.assert(
    fc.property(simple, (requires) => {
      const pack = toyPack({ given, derived, requirements: [requirement({ requires })] })
      const node = requiresOf(pack)
      const worlds = TruthTable.of([node])!
      const found = compile(pack).evaluate({ kitchens }, { asOf: '2020-01-01' }).findings
      const statuses = new Set(found.map(({ status }) => status))
      expect([worlds.always(node), worlds.never(node)]).toEqual([!statuses.has('not_met'), !statuses.has('met')])
    }),
  )
})

function requiresOf(pack: ReturnType<typeof toyPack>): ConditionNode {
  return planOf(pack).requirements[0]!.requires!
}
