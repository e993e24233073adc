import { InputError } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { compiledPack, readSample } from '../../load-packs.ts'
import { drain } from './drain.ts'

interface County {
  firms?: Record<string, unknown>[]
}
interface City {
  counties: County[]
}
interface Answer {
  requirement: string
  subject: { pointer: string }
  period?: number
  status: string
}

const policy = compiledPack('ganzhou-2018-32')

/** The sample city taken apart: the firms one by one, and the ledger around them. */
function takeApart() {
  const context = readSample() as City
  const records: Record<string, unknown>[] = []
  const parents: string[] = []
  for (const [i, county] of context.counties.entries()) {
    for (const firm of county.firms ?? []) {
      records.push(firm)
      parents.push(`/counties/${i}`)
    }
    delete county.firms
  }
  return { context, records, within: (_: unknown, position: number) => parents[position]! }
}

const asLine = ({ requirement, subject, period, status }: Answer) =>
  `${requirement} ${subject.pointer} ${period} ${status}`

/** What a stream of firms leaves to the whole ledger: what compares ids of firms, or looks from one firm to others. */
const LEFT = [
  'joint-branch-head',
  'head-when-director-not-member',
  'one-shoulder-rates',
  'relation-follows-member',
  'transfer-of-this-member',
  'one-lawyer-one-firm',
  'firm.id',
  'member.transfer',
]

it.each(['2018-12-31', '2019-01-01', '2019-12-31', '2021-01-01'])(
  'as of %s, firms streamed one by one get the statuses of the whole ledger, but for what is named as not evaluated',
  (asOf) => {
    const { records, ...around } = takeApart()
    const { results, end } = drain(policy.evaluateEach(records, { asOf, scope: 'firm', detail: 'verdicts', ...around }))
    const streamed = [...results.flatMap(({ findings = [] }) => findings), ...end.findings]
    const left = new Set(end.notEvaluated.map(({ id }) => id))
    expect([...left]).toEqual(LEFT)
    const whole = policy.evaluate(readSample(), { asOf, detail: 'verdicts' }).findings
    const told = whole.filter(({ requirement }) => !left.has(requirement))
    expect(streamed.map(asLine).sort()).toEqual(told.map(asLine).sort())
  },
)

it('a goal of the whole city is answered from running totals, with its figures', () => {
  const { records, ...around } = takeApart()
  const options = { asOf: '2019-01-01', scope: 'firm', requirements: ['stage-one-coverage'], ...around }
  const { end } = drain(policy.evaluateEach(records, options))
  const whole = policy.evaluate(readSample(), { asOf: '2019-01-01', requirements: ['stage-one-coverage'] })
  expect(end.findings).toMatchObject([{ status: whole.findings[0]?.status, figures: whole.findings[0]?.figures }])
})

it('a record that cannot be read gives its problems, and the next one is answered', () => {
  const { context } = takeApart()
  const records = [{ id: 'A', nickname: 'x' }, { id: 'B' }]
  const requirements = ['own-organization']
  const options = { asOf: '2019-01-01', scope: 'firm', requirements, context, within: '/counties/0' }
  const { results, end } = drain(policy.evaluateEach(records, options))
  expect(results[0]?.problems).toMatchObject([{ code: 'unknown-property', pointer: '/nickname' }])
  expect(results[1]).toMatchObject({
    position: 1,
    id: 'B',
    findings: [{ subject: { pointer: '/counties/0/firms/1' } }],
  })
  expect(end).toMatchObject({ records: 2, invalid: 1, findings: [] })
})

it('a record that may belong to several is refused until it says to which, and the next one is answered', () => {
  const context = { counties: [{ level: 'cityDirect' }, { level: 'county' }] }
  const options = { asOf: '2019-01-01', scope: 'firm', requirements: ['city-direct-subordination'], context }
  const firm = { organization: { kind: 'branch', establishedOn: '2015-01-01', superior: 'countyBureau' } }
  const records = [
    { id: 'A', ...firm },
    { id: 'B', ...firm },
  ]
  const within = (_: unknown, position: number) => (position === 0 ? undefined : '/counties/1')
  const { results } = drain(policy.evaluateEach(records, { ...options, within }))
  expect(results[0]).toMatchObject({ problems: [{ code: 'parent-not-given', pointer: '/within' }] })
  expect(results[0]?.problems?.[0]?.message.en).toContain('"/counties/0"')
  expect(results[1]).toMatchObject({ id: 'B', findings: [{ subject: { pointer: '/counties/1/firms/0' } }] })
})

it('a record that can belong to one alone need not say to which', () => {
  const options = { asOf: '2019-01-01', scope: 'firm', context: { counties: [{ id: 'K1' }] } }
  const { results } = drain(policy.evaluateEach([{ id: 'A' }], options))
  expect(results[0]).toMatchObject({ id: 'A', findings: expect.any(Array) })
})

it('totals are withheld and named where a record could not be read', () => {
  const { context } = takeApart()
  const { end } = drain(policy.evaluateEach([{ id: 1 }], { asOf: '2019-01-01', scope: 'firm', context }))
  expect(end.notEvaluated.map(({ id }) => id)).toContain('stage-one-coverage')
})

it('records left in the context are refused, so that nobody is counted twice', () => {
  const options = { asOf: '2019-01-01', scope: 'firm', context: readSample() }
  expect(() => policy.evaluateEach([], options)).toThrow(InputError)
})

it('a misspelt scope is refused with the one that was meant', () => {
  expect(() => policy.evaluateEach([], { asOf: '2019-01-01', scope: 'frim' })).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ suggestion: 'firm' })] }),
  )
})
