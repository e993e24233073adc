import { compile, UnreadableRecord, type EachEnd } from '@tiaoli/engine'
import type { EachOptions } from '@tiaoli/engine/runtime'
import { recordOfLine, RecordStream } from '@tiaoli/engine/runtime'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyPack, words } from '../../support/toy-pack.ts'
import { drain } from './drain.ts'

const LARGEST = Number.MAX_SAFE_INTEGER
const number = { type: 'integer', label: words('数', 'number') }

/** Each kitchen owes twice its seats, all together at least ten. */
const policy = compile(
  toyPack({
    given: { 'town.budget': number },
    derived: {
      'kitchen.places': { label: words('席位', 'places'), add: ['kitchen.seats', 'kitchen.seats'] },
      'town.seats': { label: words('座位总数', 'seats in all'), sum: 'kitchen.seats' },
      'town.wants': { label: words('需求', 'wanted'), add: ['town.budget', 'town.budget'] },
    },
    parameters: { least: { ...number, values: [dated(10)] } },
    requirements: [
      requirement({ id: 'large', requires: { fact: 'kitchen.places', operator: 'greaterThan', value: 10 } }),
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      requirement({
        id: 'enough',
        subject: 'town',
        requires: { fact: 'town.seats', operator: 'greaterThanInclusive', value: { fact: 'parameters.least' } },
      }),
      requirement({
        id: 'wanted',
        subject: 'town',
        requires: { fact: 'town.wants', operator: 'greaterThan', value: 1 },
      }),
    ],
  }),
)

function streamed(records: readonly unknown[], more: Partial<EachOptions> = {}) {
  return drain(policy.evaluateEach(records, { asOf: '2019-01-01', scope: 'kitchen', detail: 'verdicts', ...more }))
}

/** The requirements that were not evaluated; what no stream of kitchens can tell is the same for all. */
function leftAtEnd({ notEvaluated: [id, ...requirements] }: EachEnd): EachEnd['notEvaluated'] {
  expect(id).toMatchObject({ id: 'kitchen.id' })
  return requirements
}

describe('a record that cannot be computed', () => {
  const { results, end } = streamed([
    { id: 'A', seats: 6, licensed: true },
    { id: 'B', seats: LARGEST, licensed: true },
    { id: 'C', seats: 4, licensed: false },
  ])

  it('has its problem in place of findings, in both languages and without the number', () => {
    expect(results[1]).toEqual({
      position: 1,
      problems: [
        {
          code: 'number-too-large',
          pointer: '',
          message: { zh: expect.stringContaining('无法精确计算'), en: expect.stringContaining('would not be exact') },
        },
      ],
    })
  })

  it('does not end the stream, nor leave anything behind in the next answer', () => {
    const verdicts = results.map(({ findings }) => findings?.map(({ requirement: id, status }) => `${id} ${status}`))
    expect(verdicts).toEqual([['large met', 'licence met'], undefined, ['large not_met', 'licence not_met']])
  })

  it('counts as invalid, and totals are withheld', () => {
    expect(end).toMatchObject({ records: 3, invalid: 1, findings: [] })
    expect(leftAtEnd(end)).toMatchObject([{ id: 'enough' }, { id: 'wanted' }])
  })
})

it('a total that grows too large is withheld with that reason, while every record is answered', () => {
  const requirements = ['licence', 'enough']
  const { results, end } = streamed(
    [
      { id: 'A', seats: LARGEST, licensed: true },
      { id: 'B', seats: 1, licensed: true },
    ],
    { requirements },
  )
  expect(results.map(({ findings }) => findings?.[0]?.status)).toEqual(['met', 'met'])
  expect(end).toMatchObject({ invalid: 0, findings: [] })
  expect(leftAtEnd(end)).toMatchObject([{ id: 'enough', text: { en: expect.stringContaining('would not be exact') } }])
})

it('what cannot be computed at the end is named with the reason, and the rest is answered', () => {
  const { end } = streamed([{ id: 'A', seats: 12 }], { context: { budget: LARGEST } })
  expect(end.findings).toMatchObject([{ requirement: 'enough', status: 'met' }])
  expect(leftAtEnd(end)).toMatchObject([{ id: 'wanted', text: { en: expect.stringContaining('would not be exact') } }])
})

it('a record that could not be read has the problems that were reported for it, and totals are withheld', () => {
  const problem = { code: 'broken-json', pointer: '', message: words('坏行', 'broken line') }
  const { results, end } = streamed([{ id: 'A', seats: 6 }, new UnreadableRecord([problem]), { id: 'C', seats: 6 }])
  expect(results.map(({ id, problems }) => problems ?? id)).toEqual(['A', [problem], 'C'])
  expect(end).toMatchObject({ records: 3, invalid: 1, findings: [] })
})

it('a record that needs more decisions than allowed has that problem, and the next has as many again', () => {
  const answered = (maxDecisions: number) =>
    streamed([{ id: 'A' }, { id: 'B' }], { maxDecisions, statuses: ['exempted'] })
  expect(answered(2).results).toMatchObject([{ findings: [] }, { findings: [] }])
  const { results, end } = answered(1)
  expect(results).toMatchObject([0, 1].map(() => ({ problems: [{ code: 'too-many-decisions', pointer: '' }] })))
  expect(end).toMatchObject({ records: 2, invalid: 2 })
})

it.each([
  [undefined, 'options-missing', ''],
  [{ asOf: '2019-01-01', scope: 'kitchen', maxFindings: 1 }, 'unknown-option', '/maxFindings'],
  [{ asOf: '2019-01-01', scope: 'kichen' }, 'unknown-scope', '/scope'],
  [{ asOf: '2019-01-01' }, 'scope-missing', '/scope'],
])('options that do not fit a stream are refused at once: %j', (options, code, pointer) => {
  expect(() => policy.evaluateEach([{ id: 'A' }], options as EachOptions)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code, pointer })] }) as Error,
  )
})

it.each([
  ['a place without a record', { within: '/counties/1' }, 'record-missing', '/record'],
  ['a record without a place', { record: { id: 'A' } }, 'within-missing', '/within'],
])('a line with %s is told how both are written', (_, line, code, pointer) => {
  const { record } = recordOfLine({ number: 1, text: JSON.stringify(line) })
  expect((record as UnreadableRecord).problems).toMatchObject([
    { code, pointer, message: { en: expect.stringContaining('{"within": "/counties/1", "record": {…}}') as string } },
  ])
})

it('all that is wrong with the options of a stream is reported at once, before the first record', () => {
  const options = { asOf: 'today', scope: 'kichen', within: 3, scopes: ['coock'] } as unknown as EachOptions
  expect(() => new RecordStream(policy, options as never)).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({ code: 'as-of-invalid', pointer: '/asOf' }),
        expect.objectContaining({ code: 'option-invalid', pointer: '/within' }),
        expect.objectContaining({ code: 'unknown-scope', pointer: '/scope', suggestion: 'kitchen' }),
        expect.objectContaining({ code: 'unknown-scope', pointer: '/scopes/0', suggestion: 'cook' }),
      ],
    }) as Error,
  )
})

it.each([{}, null, 'text', 7])('what is no list of records is refused: %j', (records) => {
  expect(() => policy.evaluateEach(records as never, { asOf: '2019-01-01', scope: 'kitchen' })).toThrow(
    expect.objectContaining({
      name: 'InputError',
      of: 'ledger',
      problems: [
        {
          code: 'not-iterable',
          pointer: '',
          message: { zh: expect.stringContaining('列表'), en: expect.stringContaining('list') },
        },
      ],
    }) as Error,
  )
})

it('a stream that has ended takes no more records', () => {
  const stream = new RecordStream(policy, { asOf: '2019-01-01', scope: 'kitchen' })
  stream.end()
  expect(() => stream.answer({ record: {} })).toThrow(TypeError)
})
