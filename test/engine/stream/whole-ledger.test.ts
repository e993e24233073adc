import { compile, type EachEnd, type Verdict } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'
import { drain } from './drain.ts'

type Json = Record<string, unknown>

const OPTIONS = { asOf: '2019-01-01', detail: 'verdicts' } as const
const none = words('没有', 'none')
const integer = { type: 'integer', label: words('数', 'number') }
const kitchens = (more: Json = {}) => ({ label: words('厨房数', 'number of kitchens'), count: 'kitchen', ...more })

/** What the whole ledger says and what a stream of its kitchens does, and what the stream leaves out. */
function told(parts: ToyParts, ledger: Json & { kitchens: Json[] }) {
  const policy = compile(toyPack(parts))
  const { kitchens: records, ...context } = ledger
  const asLine = ({ requirement: id, subject, status }: Verdict) => `${id} ${subject.id} ${status}`
  const { results, end } = drain(policy.evaluateEach(records, { ...OPTIONS, scope: 'kitchen', context }))
  return {
    whole: policy.evaluate(ledger, OPTIONS).findings.map(asLine).sort(),
    streamed: [...results.flatMap(({ findings = [] }) => findings), ...end.findings].map(asLine).sort(),
    ...leftOf(end),
  }
}

/** Requirements and checks that a stream leaves out, and the facts of which it does not tell whether they agree. */
function leftOf({ notEvaluated }: EachEnd): { left: string[]; unmatched: string[] } {
  const ids = notEvaluated.map(({ id }) => id)
  return { left: ids.filter((id) => !id.includes('.')), unmatched: ids.filter((id) => id.includes('.')) }
}

describe('references that lead to streamed records', () => {
  const given = {
    'kitchen.parent': { type: 'reference', to: 'kitchen', label: words('总店', 'parent'), none },
    'supplier.flagship': { type: 'reference', to: 'kitchen', label: words('旗舰店', 'flagship'), none },
    'supplier.score': integer,
  }
  const ledger = {
    kitchens: [
      { id: 'A', parent: null },
      { id: 'B', parent: 'A' },
    ],
    suppliers: [] as Json[],
  }

  it('a count of those that refer to a streamed record is left to the whole ledger', () => {
    const few = requirement({
      id: 'few',
      requires: { fact: 'kitchen.branches', operator: 'lessThan', value: 2 },
    })
    const { whole, streamed, left } = told(
      { given, derived: { 'kitchen.branches': kitchens() }, requirements: [few] },
      ledger,
    )
    expect(whole).toEqual(['few A met', 'few B met'])
    expect(streamed).toEqual([])
    expect(left).toEqual(['few'])
  })

  it('so is what looks at the record that is referred to, or asks which one it is', () => {
    const requirements = [
      requirement({ id: 'licensed', subject: 'supplier', requires: { condition: 'kitchen.licensed' } }),
      requirement({ id: 'named', requires: { fact: 'kitchen.parent', operator: 'notEqual', value: 'Z' } }),
    ]
    const { streamed, left, unmatched } = told({ given, requirements }, ledger)
    expect(streamed).toEqual([])
    expect(left).toEqual(['licensed', 'named'])
    expect(unmatched).toEqual(['kitchen.id', 'kitchen.parent', 'supplier.flagship'])
  })

  it('are no conflict, whichever records there are', () => {
    const policy = compile(toyPack({ given }))
    const records = [{ id: 'B', parent: 'Z' }]
    const { results, end } = drain(
      policy.evaluateEach(records, {
        ...OPTIONS,
        scope: 'kitchen',
        context: { suppliers: [{ id: 'S', flagship: 'Z' }] },
      }),
    )
    expect([results[0]?.conflicts, end.conflicts]).toEqual([[], []])
  })

  it('they put nothing else in doubt', () => {
    const requirements = [
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      requirement({
        id: 'score',
        subject: 'supplier',
        requires: { fact: 'supplier.score', operator: 'greaterThan', value: 1 },
      }),
    ]
    const { whole, streamed, left } = told(
      { given, requirements },
      {
        kitchens: [
          { id: 'A', licensed: true },
          { id: 'B', parent: 'A', licensed: false },
        ],
        suppliers: [{ id: 'S', flagship: 'A', score: 2 }],
      },
    )
    expect(streamed).toEqual(whole)
    expect(left).toEqual([])
  })
})

it('references of the context that lead nowhere sure stay open for the records that count them', () => {
  const { whole, streamed } = told(
    {
      scopes: { depot: { label: words('仓库', 'depot'), in: 'town', list: 'depots' } },
      given: { 'depot.supplier': { type: 'reference', to: 'supplier', label: words('供货商', 'supplier') } },
      derived: { 'supplier.depots': { label: words('仓库数', 'number of depots'), count: 'depot' } },
      requirements: [
        requirement({ id: 'no-depot', requires: { fact: 'supplier.depots', operator: 'equal', value: 0 } }),
      ],
    },
    { kitchens: [{ id: 'A', supplier: 'S' }], suppliers: [{ id: 'S' }], depots: [{}] },
  )
  expect(whole).toEqual(['no-depot A unknown'])
  expect(streamed).toEqual(whole)
})

describe('checks', () => {
  const parts = {
    given: { 'town.declared': integer, 'town.inspected': { type: 'boolean', label: words('是否检查', 'inspected') } },
    derived: { 'town.counted': kitchens() },
  }
  const agrees = {
    id: 'as-declared',
    scope: 'town',
    text: words('应一致', 'must agree'),
    holds: { fact: 'town.declared', operator: 'equal', value: { fact: 'town.counted' } },
    taints: ['town.declared'],
  }
  const requirements = [
    requirement({
      id: 'two',
      subject: 'town',
      requires: { fact: 'town.declared', operator: 'equal', value: 2 },
    }),
    requirement({ id: 'inspected', requires: { condition: 'town.inspected' } }),
    requirement({ id: 'known', requires: { fact: 'town.declared', operator: 'greaterThan', value: 0 } }),
  ]
  const ledger = { declared: 2, inspected: true, kitchens: [{ id: 'A' }, { id: 'B' }] }

  it('of the context that count streamed records are not run, and what depends on them is named', () => {
    const { whole, streamed, left } = told({ ...parts, checks: [agrees], requirements }, ledger)
    expect(whole).toEqual(['inspected A met', 'inspected B met', 'known A met', 'known B met', 'two  met'])
    expect(streamed).toEqual(['inspected A met', 'inspected B met'])
    expect(left).toEqual(['two', 'known', 'as-declared'])
  })

  describe('of streamed records that read the ledger around them', () => {
    const check = {
      scope: 'kitchen',
      text: words('应一致', 'must agree'),
      taints: ['kitchen.openedOn'],
    }
    const given = { 'town.foundedOn': { type: 'date', label: words('建镇日期', 'founding day') } }
    const old = requirement({
      id: 'old',
      requires: { fact: 'kitchen.openedOn', operator: 'lessThan', value: '2019-01-01' },
    })
    const kitchen = { id: 'A', openedOn: '2018-01-01', supplier: 'S' }

    it('read it as it was given', () => {
      const afterTheTown = {
        id: 'after-the-town',
        ...check,
        holds: { not: { fact: 'kitchen.openedOn', operator: 'lessThan', value: { fact: 'town.eve' } } },
      }
      const eve = { label: words('前夕', 'eve'), date: 'town.foundedOn', plusDays: -1 }
      const founded = requirement({
        id: 'founded',
        requires: { fact: 'town.eve', operator: 'notEqual', value: null },
      })
      const { whole, streamed, left } = told(
        { given, derived: { 'town.eve': eve }, checks: [afterTheTown], requirements: [old, founded] },
        // A day that lies ahead reads as none but for checks.
        { foundedOn: '2019-06-30', kitchens: [kitchen, { ...kitchen, id: 'B' }] },
      )
      expect(whole).toEqual(['founded A not_met', 'founded B not_met', 'old A unknown', 'old B unknown'])
      expect(streamed).toEqual(whole)
      expect(left).toEqual([])
    })

    it('read what a reference leads to as it was given', () => {
      const afterTheSupplier = {
        id: 'after-the-supplier',
        ...check,
        holds: { not: { fact: 'kitchen.openedOn', operator: 'lessThan', value: { fact: 'supplier.foundedOn' } } },
      }
      const { whole, streamed, left } = told(
        {
          given: { 'supplier.foundedOn': { type: 'date', label: words('成立日期', 'founding day') } },
          checks: [afterTheSupplier],
          requirements: [old],
        },
        { suppliers: [{ id: 'S', foundedOn: '2019-06-30' }], kitchens: [kitchen] },
      )
      expect(whole).toEqual(['old A unknown'])
      expect(streamed).toEqual(whole)
      expect(left).toEqual([])
    })

    it('are not run where they roam in it', () => {
      const asManySuppliers = {
        id: 'as-many-suppliers',
        ...check,
        holds: { fact: 'town.suppliers', operator: 'equal', value: 1 },
      }
      const { streamed, left } = told(
        {
          given,
          derived: { 'town.suppliers': { label: words('供货商数', 'suppliers'), count: 'supplier' } },
          checks: [asManySuppliers],
          requirements: [old],
        },
        { suppliers: [{ id: 'S' }], kitchens: [kitchen] },
      )
      expect(streamed).toEqual([])
      expect(left).toEqual(['old', 'as-many-suppliers'])
    })
  })

  it('on unique values leave what depends on these values to the whole ledger', () => {
    const unique = {
      id: 'one-day',
      scope: 'kitchen',
      text: words('不同', 'must differ'),
      unique: 'kitchen.openedOn',
      taints: ['kitchen.seats'],
    }
    const seats = requirement({ id: 'seats', requires: { fact: 'kitchen.seats', operator: 'greaterThan', value: 1 } })
    const stoves = requirement({
      id: 'stoves',
      requires: { fact: 'kitchen.stoves', operator: 'greaterThan', value: 1 },
    })
    const chairs = requirement({
      id: 'chairs',
      requires: { fact: 'kitchen.chairs', operator: 'greaterThan', value: 1 },
    })
    const { whole, streamed, left } = told(
      {
        given: {
          'kitchen.stoves': { ...integer, max: 'kitchen.seats' },
          'kitchen.chairs': { ...integer, equals: 'kitchen.seats' },
        },
        checks: [unique],
        requirements: [seats, stoves, chairs],
      },
      {
        kitchens: [
          { id: 'A', openedOn: '2018-01-01', seats: 1 },
          { id: 'B', openedOn: '2018-01-01', seats: 2 },
        ],
      },
    )
    const open = ['chairs', 'seats', 'stoves'].flatMap((id) => [`${id} A unknown`, `${id} B unknown`])
    expect(whole).toEqual(open)
    expect(streamed).toEqual([])
    expect(left).toEqual(['seats', 'stoves', 'chairs', 'one-day'])
  })

  it('on unique values leave what is bound to these only by way of another to the stream', () => {
    const unique = {
      id: 'one-day',
      scope: 'kitchen',
      text: words('不同', 'must differ'),
      unique: 'kitchen.openedOn',
      taints: ['kitchen.seats'],
    }
    const { whole, streamed, left } = told(
      {
        given: {
          'kitchen.stoves': { ...integer, max: 'kitchen.seats' },
          'kitchen.burners': { ...integer, max: 'kitchen.stoves' },
        },
        checks: [unique],
        requirements: [
          requirement({ id: 'few', requires: { fact: 'kitchen.burners', operator: 'lessThan', value: 4 } }),
        ],
      },
      {
        kitchens: [
          { id: 'A', openedOn: '2018-01-01', seats: 3, stoves: 3 },
          { id: 'B', openedOn: '2018-01-01', seats: 5 },
        ],
      },
    )
    expect(whole).toEqual(['few A met', 'few B unknown'])
    expect(streamed).toEqual(whole)
    expect(left).toEqual(['one-day'])
  })

  it('on unique values leave what lies behind the references that they put in doubt to the whole ledger', () => {
    const unique = {
      id: 'one-day',
      scope: 'kitchen',
      text: words('不同', 'must differ'),
      unique: 'kitchen.openedOn',
      taints: ['kitchen.supplier'],
    }
    const { whole, streamed, left } = told(
      {
        given: { 'supplier.certified': { type: 'boolean', label: words('是否认证', 'certified') } },
        derived: { 'supplier.kitchens': kitchens() },
        checks: [unique],
        requirements: [
          requirement({ id: 'certified', requires: { condition: 'supplier.certified' } }),
          requirement({
            id: 'two',
            subject: 'supplier',
            requires: { fact: 'supplier.kitchens', operator: 'greaterThan', value: 1 },
          }),
        ],
      },
      {
        suppliers: [{ id: 'S', certified: true }],
        kitchens: [
          { id: 'A', openedOn: '2018-01-01', supplier: 'S' },
          { id: 'B', openedOn: '2018-01-01', supplier: 'S' },
        ],
      },
    )
    expect(whole).toEqual(['certified A unknown', 'certified B unknown', 'two S unknown'])
    expect(streamed).toEqual([])
    expect(left).toEqual(['certified', 'two', 'one-day'])
  })

  it('of other streamed records rule no outcome out unseen: what is bound to them is not exact', () => {
    const neverOpen = {
      id: 'never-open',
      scope: 'kitchen',
      text: words('不应开放', 'must be closed'),
      holds: { not: { condition: 'town.open' } },
      taints: ['kitchen.seats'],
    }
    const policy = compile(
      toyPack({
        given: { 'town.open': { type: 'boolean', label: words('是否开放', 'open') } },
        checks: [neverOpen],
        requirements: [requirement({ requires: { condition: 'town.open' } })],
      }),
    )
    const { results } = drain(policy.evaluateEach([{ id: 'A' }], { asOf: '2019-01-01', scope: 'kitchen', exact: true }))
    const [finding] = results[0]?.findings ?? []
    expect(finding).toMatchObject({ status: 'unknown', possible: ['met', 'not_met'] })
    expect(finding).not.toHaveProperty('exact')
  })

  it('that are not run are broken by no cure', () => {
    const unique = {
      id: 'own-owner',
      scope: 'kitchen',
      text: words('不同', 'must differ'),
      unique: 'kitchen.owner',
      taints: ['kitchen.seats'],
    }
    const policy = compile(
      toyPack({
        given: { 'kitchen.owner': { type: 'id', label: words('业主', 'owner') } },
        checks: [unique],
        requirements: [requirement({ requires: { fact: 'kitchen.owner', operator: 'equal', value: 'X' } })],
      }),
    )
    const records = [
      { id: 'A', owner: 'Y' },
      { id: 'B', owner: 'X' },
    ]
    const { results } = drain(policy.evaluateEach(records, { asOf: '2019-01-01', scope: 'kitchen' }))
    expect(results[0]?.findings).toMatchObject([{ status: 'not_met', whatIf: [] }])
  })
})

describe('totals', () => {
  const atLeast = (fact: string, value: number) =>
    requirement({ id: 'enough', subject: 'town', requires: { fact, operator: 'greaterThanInclusive', value } })

  it('stay open where a list below a streamed record was not given', () => {
    const { whole, streamed } = told(
      {
        derived: { 'town.cooks': { label: words('厨师数', 'number of cooks'), count: 'cook' } },
        requirements: [atLeast('town.cooks', 2)],
      },
      { kitchens: [{ id: 'A', cooks: [{ id: 'C' }] }, { id: 'B' }] },
    )
    expect(whole).toEqual(['enough  unknown'])
    expect(streamed).toEqual(whole)
  })

  it('are as narrow as those of the whole ledger where a year below a streamed record was not given', () => {
    const since2017 = { fact: 'year.year', operator: 'greaterThanInclusive', value: 2017 }
    const { whole, streamed } = told(
      {
        given: { 'year.year': integer },
        derived: {
          'town.years': { label: words('年度数', 'number of years'), count: 'year', where: since2017 },
        },
        requirements: [
          requirement({ id: 'few', subject: 'town', requires: { fact: 'town.years', operator: 'lessThan', value: 7 } }),
          requirement({
            id: 'fewer',
            subject: 'town',
            requires: { fact: 'town.years', operator: 'lessThan', value: 6 },
          }),
        ],
      },
      {
        kitchens: [
          { id: 'A', years: { '2018': {} } },
          { id: 'B', years: { '2019': {} } },
        ],
      },
    )
    expect(whole).toEqual(['few  met', 'fewer  unknown'])
    expect(streamed).toEqual(whole)
  })

  it('stay open where a list below a streamed record was not given whose records may refer to any holder', () => {
    const { whole, streamed } = told(
      {
        given: { 'cook.supplier': { type: 'reference', to: 'supplier', label: words('供货商', 'supplier') } },
        derived: { 'supplier.cooks': { label: words('厨师数', 'number of cooks'), count: 'cook' } },
        requirements: [
          requirement({
            id: 'one',
            subject: 'supplier',
            requires: { fact: 'supplier.cooks', operator: 'greaterThan', value: 0 },
          }),
        ],
      },
      { suppliers: [{ id: 'S' }], kitchens: [{ id: 'A', cooks: [] }, { id: 'B' }] },
    )
    expect(whole).toEqual(['one S unknown'])
    expect(streamed).toEqual(whole)
  })

  it('ask for nothing of a streamed record that is no longer at hand', () => {
    const policy = compile(
      toyPack({
        derived: { 'supplier.kitchens': kitchens() },
        requirements: [
          requirement({
            subject: 'supplier',
            requires: { fact: 'supplier.kitchens', operator: 'greaterThan', value: 0 },
          }),
        ],
      }),
    )
    const context = { suppliers: [{ id: 'S' }] }
    const { end } = drain(policy.evaluateEach([{ id: 'A' }], { asOf: '2019-01-01', scope: 'kitchen', context }))
    expect(end.findings).toMatchObject([{ status: 'unknown', missing: [] }])
  })

  it('stay open where the list of those that hold the streamed records was not given for all', () => {
    const policy = compile(
      toyPack({
        derived: { 'town.cooks': { label: words('厨师数', 'number of cooks'), count: 'cook' } },
        requirements: [atLeast('town.cooks', 2)],
      }),
    )
    const { end } = drain(
      policy.evaluateEach([{ id: 'C' }], {
        ...OPTIONS,
        scope: 'cook',
        context: { kitchens: [{ id: 'A' }] },
      }),
    )
    expect(end.findings).toMatchObject([{ status: 'not_met' }])
    const open = drain(policy.evaluateEach([], { ...OPTIONS, scope: 'cook', context: {} })).end
    expect(open.findings).toMatchObject([{ status: 'unknown' }])
  })
})

describe('a ledger of an earlier day', () => {
  it('accuses in a stream of nothing either that was met on its own day', () => {
    const derived = { 'town.open': kitchens({ where: { fact: 'asOf', operator: 'lessThan', value: '2018-12-01' } }) }
    const open = requirement({
      id: 'open',
      subject: 'town',
      requires: { fact: 'town.open', operator: 'greaterThan', value: 0 },
    })
    const ofDay = (on: string) => told({ derived, requirements: [open] }, { on, kitchens: [{ id: 'A' }] })
    expect(ofDay('2018-06-30')).toMatchObject({
      whole: ['open  unknown'],
      streamed: ['open  unknown'],
      left: [],
    })
    expect(ofDay('2018-12-31')).toMatchObject({
      whole: ['open  not_met'],
      streamed: ['open  not_met'],
      left: [],
    })
  })
})
