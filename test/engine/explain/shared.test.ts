import { compile } from '@tiaoli/engine'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AS_OF, dated, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

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

it('what was said of one ledger is used again for the next, until a few hundred other values were met', () => {
  const policy = compile(pack)
  const reasonsOn = (from: number, count: number) => {
    const kitchens = Array.from({ length: count }, (_, i) => ({
      seats: from + i,
      tables: 5,
      licensed: false,
      cooks: [],
    }))
    return policy.evaluate({ kitchens }, { asOf: AS_OF, detail: 'findings' }).findings.map(({ reasons }) => reasons[0]!)
  }
  const [first] = reasonsOn(10, 1)
  expect(reasonsOn(10, 1)[0]).toBe(first)
  reasonsOn(100, 600)
  const [later] = reasonsOn(10, 1)
  expect(later).not.toBe(first)
  expect(later).toEqual(first)
})

it('what states an amount of money is made again for each report', () => {
  const policy = compile(
    toyPack({
      given: { 'kitchen.rent': { type: 'money', label: words('租金', 'rent'), min: 0 } },
      derived: { 'kitchen.cheap': { label: words('便宜', 'cheap'), when: leaf('kitchen.rent', 'lessThan', 100) } },
      requirements: [requirement({ requires: { condition: 'kitchen.cheap' }, figures: { rent: 'kitchen.rent' } })],
    }),
  )
  const said = () => {
    const [finding] = policy.evaluate({ kitchens: [{ rent: 123 }] }, { asOf: AS_OF, detail: 'trace' }).findings
    return [finding!.reasons[0], finding!.figures[0], ...finding!.trace!.map(({ node }) => node)]
  }
  const [first, second] = [said(), said()]
  expect(JSON.stringify(first)).toContain('1.23')
  expect(second).toEqual(first)
  for (const [i, part] of second.entries()) expect(part).not.toBe(first[i])
})

/** A pack of whose words every part of a finding tells some. */
const wordy: ToyParts = {
  given: {
    'kitchen.tables': {
      type: 'integer',
      label: words('桌数', 'number of tables'),
      unit: words('张', 'tables'),
      min: 0,
      max: 'kitchen.seats',
    },
    'kitchen.name': { type: 'text', label: words('名称', 'name') },
    'kitchen.kind': {
      type: 'enum',
      label: words('类别', 'kind'),
      values: { a: words('甲类', 'kind A'), b: words('乙类', 'kind B') },
    },
  },
  parameters: {
    least: { type: 'integer', label: words('最少座位', 'least seats'), values: [dated(3)] },
    open: { type: 'integer', label: words('待定', 'open'), question: words('多少？', 'How many?'), values: [] },
  },
  checks: [
    {
      id: 'closed',
      scope: 'kitchen',
      text: words('类别与证照不符', 'kind and licence do not agree'),
      holds: { any: [leaf('kitchen.kind', 'notEqual', 'b'), { condition: 'kitchen.licensed' }] },
      taints: ['kitchen.kind'],
    },
  ],
  requirements: [
    requirement({
      id: 'seats',
      supervisor: 'office',
      requires: leaf('kitchen.seats', 'greaterThanInclusive', { fact: 'parameters.least' }),
      unless: [
        {
          id: 'small',
          clauses: ['c2'],
          text: words('小厨房', 'small'),
          status: 'exempted',
          when: leaf('kitchen.tables', 'lessThan', 1),
        },
      ],
      notes: [
        {
          id: 'clean',
          clauses: ['c1'],
          text: words('已清洁', 'clean'),
          when: leaf('kitchen.cleanedOn', 'notEqual', null),
        },
      ],
      figures: { tables: 'kitchen.tables', name: 'kitchen.name' },
      problem: words('座位不足。', 'There are too few seats.'),
      remedy: words('添置座位。', 'Add seats.'),
    }),
    requirement({ id: 'open', requires: leaf('kitchen.seats', 'greaterThan', { fact: 'parameters.open' }) }),
    requirement({ id: 'kind', requires: leaf('kitchen.kind', 'equal', 'a') }),
  ],
}

/** Every object and list in a report, as often as it is met. */
function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return
  yield value
  for (const part of Object.values(value)) yield* objectsIn(part)
}

it('nobody can change for others what findings share, within a report or with later ones', () => {
  const policy = compile(toyPack(wordy))
  const ledger = {
    kitchens: [
      { id: 'K1', seats: 2, tables: 1, kind: 'a', name: '一', cleanedOn: '2018-05-01' },
      { id: 'K2', seats: 2, tables: 0, kind: 'b', name: '二', licensed: false },
      { id: 'K3', seats: 5 },
    ],
  }
  const report = () => policy.evaluate(ledger, { asOf: AS_OF, detail: 'trace' })
  const [first, second] = [report(), report()]
  const firstFinding = first.findings[0]!
  expect(first.findings.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['not_met', 'exempted', 'met', 'unknown']),
  )
  for (const part of ['problem', 'remedy', 'figures', 'notes', 'parameters', 'supervisor'] as const)
    expect(firstFinding[part]).toBeTruthy()
  expect(first.conflicts).toHaveLength(1)

  const met = new Map<object, number>()
  for (const { findings, conflicts } of [first, second])
    for (const object of objectsIn([findings, conflicts])) met.set(object, (met.get(object) ?? 0) + 1)
  const shared = [...met].filter(([, times]) => times > 1).map(([object]) => object)
  expect(shared).toEqual(expect.arrayContaining([firstFinding.title, firstFinding.remedy, firstFinding.subject]))
  expect(shared.filter((object) => !Object.isFrozen(object))).toEqual([])
})

it('the pack that was handed in is nobody else’s to freeze', () => {
  const source = toyPack(wordy)
  compile(source).evaluate({ kitchens: [{ seats: 2 }] }, { asOf: AS_OF })
  expect([...objectsIn(source)].filter((object) => Object.isFrozen(object))).toEqual([])
})
