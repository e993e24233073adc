import { compile } from '@tiaoli/engine'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AS_OF, requirement, toyPack, words } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

/** Every kind of comparison, asked through names that others ask through too. */
const pack = toyPack({
  given: {
    'kitchen.tables': { type: 'integer', label: words('桌数', 'number of tables'), min: 0, max: 'kitchen.seats' },
    'kitchen.kind': {
      type: 'enum',
      label: words('类别', 'kind'),
      values: { a: words('甲类', 'kind A'), b: words('乙类', 'kind B'), c: words('丙类', 'kind C') },
    },
  },
  derived: {
    'kitchen.large': { label: words('较大', 'large'), when: leaf('kitchen.seats', 'greaterThan', 2) },
    'kitchen.fit': {
      label: words('合适', 'fit'),
      when: {
        any: [{ condition: 'kitchen.large' }, { not: leaf('kitchen.kind', 'in', ['a', 'b']) }],
      },
    },
    'kitchen.trained': {
      label: words('都受训', 'all trained'),
      every: 'cook',
      holds: { condition: 'cook.trained' },
    },
  },
  requirements: [
    requirement({
      id: 'one',
      applies: { condition: 'kitchen.fit' },
      requires: { all: [{ condition: 'kitchen.large' }, { condition: 'kitchen.trained' }] },
      due: { date: 'kitchen.openedOn', plusDays: 30 },
    }),
    requirement({
      id: 'two',
      applies: { any: [{ condition: 'kitchen.large' }, { condition: 'kitchen.licensed' }] },
      requires: { any: [leaf('kitchen.tables', 'lessThan', 3), { condition: 'kitchen.fit' }] },
      unless: [
        {
          id: 'small',
          text: words('小', 'small'),
          status: 'exempted',
          when: leaf('kitchen.seats', 'lessThanInclusive', { fact: 'kitchen.tables' }),
        },
      ],
    }),
  ],
})

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const someKitchens = fc.array(
  fc.record({
    seats: some(fc.nat(4)),
    tables: some(fc.nat(4)),
    licensed: some(fc.boolean()),
    kind: some(fc.constantFrom('a', 'b', 'c')),
    openedOn: some(fc.constantFrom('2018-11-20', '2018-12-20')),
    cooks: some(fc.array(fc.record({ trained: some(fc.boolean()) }), { maxLength: 2 })),
  }),
  { minLength: 1, maxLength: 4 },
)

it('a policy that has explained other ledgers says of the next what a new policy says', () => {
  const used = compile(pack)
  fc.assert(
    fc.property(someKitchens, (list) => {
      const ledger = JSON.parse(JSON.stringify({ kitchens: list })) as unknown
      const options = { asOf: AS_OF, detail: 'trace' } as const
      expect(JSON.stringify(used.evaluate(ledger, options))).toBe(
        JSON.stringify(compile(pack).evaluate(ledger, options)),
      )
    }),
  )
})

it('what was said of one ledger is used again for the next, until too many values were met', () => {
  const policy = compile(pack)
  const reasonsOn = (from: number, count: number) => {
    const kitchens = Array.from({ length: count }, (_, i) => ({
      seats: from + i,
      tables: 5,
      licensed: false,
      cooks: [],
    }))
    return policy.evaluate({ kitchens }, { asOf: AS_OF, detail: 'findings' }).findings.map(({ because }) => because[0]!)
  }
  const [first] = reasonsOn(10, 1)
  expect(reasonsOn(10, 1)[0]).toBe(first)
  reasonsOn(100, 25_000)
  const [later] = reasonsOn(10, 1)
  expect(later).not.toBe(first)
  expect(later).toEqual(first)
})

it('what findings share cannot be changed', () => {
  const report = compile(pack).evaluate(
    {
      kitchens: [
        { seats: 5, tables: 1, licensed: true, kind: 'a', openedOn: '2018-11-20', cooks: [{ trained: false }] },
      ],
    },
    { asOf: AS_OF, detail: 'trace' },
  )
  const [{ because, citations, dutyBearer, trace }] = report.findings as [(typeof report.findings)[0]]
  for (const shared of [because[0]!.text, citations[0]!, citations, dutyBearer.label, trace![0]!.node])
    expect(() => Object.assign(shared, { zh: '改' })).toThrow(TypeError)
})
