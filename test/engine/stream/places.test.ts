import { compile, UnreadableRecord } from '@tiaoli/engine'
import { LineSplitter } from '@tiaoli/engine/plan'
import { recordOfLine, RecordStream } from '@tiaoli/engine/runtime'
import { expect, it } from 'vitest'
import { requirement, toyPack } from '../../support/toy-pack.ts'

const policy = compile(
  toyPack({ requirements: [requirement({ subject: 'cook', requires: { condition: 'cook.trained' } })] }),
)
const LONGEST = 200
const TWO_KITCHENS = { kitchens: [{ id: 'A' }, { id: 'B' }] }

/** The place of each line's record, or the code of its first problem. */
function placesOf(body: Uint8Array, context?: object): string[] {
  const splitter = new LineSplitter(LONGEST)
  const stream = new RecordStream(policy, { asOf: '2019-01-01', scope: 'cook', context })
  return [...splitter.push(body), ...splitter.end()].map((line) => {
    const { findings, problems } = stream.answer(recordOfLine(line))
    return problems ? problems[0]!.code : findings![0]!.subject.pointer
  })
}

const bytesOf = (...lines: (string | Uint8Array)[]) =>
  Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))

it('the place of a record counts every record before it, those included that could not be read', () => {
  const lines = ['{}', '{"trained": ', '', '{"id": 3}', '7', '{}']
  expect(placesOf(bytesOf(...lines))).toEqual([
    '/kitchens/0/cooks/0',
    'unclosed-bracket',
    'not-id',
    'not-object',
    '/kitchens/0/cooks/4',
  ])
})

it.each([
  ['a broken line', '{"within": "/kitchens/1", "record": {"trained": ', 'unclosed-bracket'],
  ['a broken line with spaces', '  { "within" : "/kitchens/1" , "record" : {"trained": ', 'unclosed-bracket'],
  ['a line that breaks behind its place', '{"within": "/kitchens/1" "record": {}}', 'missing-comma'],
  ['a line without a record', '{"within": "/kitchens/1"}', 'record-missing'],
  ['a line that is too long', `{"within":"/kitchens/1","record":{"id":"${'x'.repeat(LONGEST)}"}}`, 'line-too-long'],
  [
    'a line that is not UTF-8',
    Buffer.concat([Buffer.from('{"within":"/kitchens/1","record":{"id":"'), Buffer.from([0xff, 0x22, 0x7d, 0x7d])]),
    'not-utf-8',
  ],
])('%s takes the place below the parent that it still tells', (_, line, code) => {
  const placed = (kitchen: number) => JSON.stringify({ within: `/kitchens/${kitchen}`, record: {} })
  expect(placesOf(bytesOf(placed(0), line, placed(1), placed(0)), TWO_KITCHENS)).toEqual([
    '/kitchens/0/cooks/0',
    code,
    '/kitchens/1/cooks/1',
    '/kitchens/0/cooks/1',
  ])
})

it('a record that could not be read and tells no parent, or one that is not there, is in no list', () => {
  const lines = ['{"', '{"within": "/kitchens/7", "record": ', '{"within": "/kitchens/0", "record": {}}']
  expect(placesOf(bytesOf(...lines), TWO_KITCHENS).at(-1)).toBe('/kitchens/0/cooks/0')
})

it.each([
  ['more than its place and its record', { within: '/kitchens/1', record: {}, trained: true }],
  ['a place beside its facts', { within: '/kitchens/1', trained: true }],
  ['nothing', null],
  ['a place that is no text', { within: 1, record: {} }],
  ['a fact that is called record', { record: 5 }],
])('a line with %s is itself the record', (_, line) => {
  expect(recordOfLine({ number: 1, text: JSON.stringify(line) })).toEqual({ record: line })
})

it('a program may tell the parent of a record that could not be read', () => {
  const within = (_: unknown, position: number) => `/kitchens/${position % 2}`
  const problem = { code: 'broken', pointer: '', message: { zh: '坏', en: 'broken' } }
  const records = [{}, new UnreadableRecord([problem]), {}, {}]
  const options = { asOf: '2019-01-01', scope: 'cook', context: TWO_KITCHENS, within }
  const results = [...policy.evaluateEach(records, options)]
  expect(results.map(({ findings }) => findings?.[0]!.subject.pointer)).toEqual([
    '/kitchens/0/cooks/0',
    undefined,
    '/kitchens/0/cooks/1',
    '/kitchens/1/cooks/1',
  ])
})
