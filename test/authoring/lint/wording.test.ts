import { lintPack } from '@tiaoli/authoring'
import { loadPack, type PackSource } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { quotedDays } from '../../../packages/authoring/src/lint/wording/quoted-bounds.ts'
import { compiledPack, readPack } from '../../load-packs.ts'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

/** The first sentence of every lint on wording. */
function told(source: PackSource): string[] {
  const { diagnostics, lints } = lintPack(loadPack(source))
  expect(diagnostics).toEqual([])
  return lints.filter(({ code }) => code.startsWith('wording-')).map(({ message }) => message.en.split('. ')[0]!)
}

describe('the packs', () => {
  it('the dated targets of Ganzhou are found, with the last day included', () => {
    const { plan } = compiledPack('ganzhou-2018-32')
    const days = [...plan.clauses.values()].flatMap(({ id, text }) =>
      quotedDays(text.zh).map(({ value }) => [id, value]),
    )
    expect(Object.fromEntries(days)).toEqual({
      's2.1.a1': '2018-12-31',
      's2.2.a1': '2019-12-31',
      's2.3.a1': '2020-12-31',
      's3.1.a3': '2018-12-31',
      's3.2.d1': '2018-12-31',
      's3.3.c1': '2018-12-31',
      's4.3.b1': '2018-12-31',
    })
  })
})

describe('the packs, altered', () => {
  it('a first stage that ends a day later is reported, by its parameter and by its due date', () => {
    const late = edited(readPack('ganzhou-2018-32'), 'parameters.json', (text) =>
      text.replace(/("stageOneDeadline"[^]*?"value": )"2018-12-31"/, '$1"2019-01-01"'),
    )
    expect(told(late)).toEqual([
      'parameters.stageOneDeadline is 2019-01-01, the source says 2018年12月底前',
      'stage-one-coverage is due 2019-01-01, the source says 2018年12月底前',
    ])
  })

  it('more than three where the Party constitution says three or more is reported', () => {
    const more = edited(readPack('party-organization-basics'), 'facts.json', (text) =>
      text.replace(
        /"greaterThanInclusive"(,\s*"value": \{ "fact": "parameters.minFullMembersForBranch")/,
        '"greaterThan"$1',
      ),
    )
    expect(told(more)).toContain('own-organization compares with 3 by greaterThan, the source says 三人以上')
  })

  function edited(source: PackSource, file: string, edit: (text: string) => string): PackSource {
    const text = edit(String(source.files[file]))
    expect(text).not.toBe(source.files[file])
    return { ...source, files: { ...source.files, [file]: text } }
  }
})

describe('the lint', () => {
  const problemsOf = (zh: string, rule: Record<string, unknown>, parts: ToyParts = {}) => {
    const clause = { id: 'q1', text: { zh, en: 'In words.' }, force: 'must', testability: 'full' }
    const requirements = [requirement({ clauses: ['q1'], ...rule })]
    const source: PackSource = toyPack({ clauses: [clause], requirements, ...parts })
    return told(source)
  }
  const seats = (operator: string, value: unknown) => ({ fact: 'kitchen.seats', operator, value })

  it.each([
    ['五十个以上', 'greaterThanInclusive', 'greaterThan'],
    ['50个以下', 'lessThanInclusive', 'lessThan'],
    ['50个以内', 'not:greaterThan', 'not:greaterThanInclusive'],
    ['50个以外', 'greaterThan', 'greaterThanInclusive'],
    ['超过50个', 'greaterThan', 'greaterThanInclusive'],
    ['不超过五十个', 'lessThanInclusive', 'lessThan'],
    ['不满50个', 'lessThan', 'lessThanInclusive'],
    ['不足五十个', 'swap:greaterThan', 'swap:greaterThanInclusive'],
  ])('座位%s fits %s and not %s', (zh, right, wrong) => {
    expect(problemsOf(`座位${zh}。`, { requires: seats(right, 50) })).toEqual([])
    expect(problemsOf(`座位${zh}。`, { requires: seats(wrong, 50) })).toEqual([
      `rule compares with 50 by ${wrong}, the source says ${zh}`,
    ])
  })

  it('another number than the one that is cited is reported', () => {
    expect(problemsOf('座位五十个以上。', { requires: seats('greaterThanInclusive', 51) })).toEqual([
      'rule cites 五十个以上 but has no 50',
    ])
  })

  it('a parameter is held to the words of its own source, wherever it is compared with', () => {
    const parameter = (value: number) => ({
      parameters: {
        minSeats: {
          label: words('座位数', 'seats'),
          type: 'integer',
          values: [{ value, basis: [{ instrument: 'code', quote: words('座位三十个以上', 'thirty seats or more') }] }],
        },
      },
      instruments: { code: { title: words('厨房守则', 'Kitchen code'), evidence: 'verified' } },
    })
    const rule = (operator: string) => ({ requires: seats(operator, { fact: 'parameters.minSeats' }) })
    expect(problemsOf('厨房应当宽敞。', rule('greaterThanInclusive'), parameter(30))).toEqual([])
    expect(problemsOf('厨房应当宽敞。', rule('greaterThan'), parameter(30))).toEqual([
      'rule compares with 30 by greaterThan, the source says 三十个以上',
    ])
    expect(problemsOf('厨房应当宽敞。', rule('greaterThanInclusive'), parameter(31))).toEqual([
      'parameters.minSeats is 31, the source says 三十个以上',
    ])
  })

  it('money is compared in fen, 元 and 万元, each tier with its own number', () => {
    const tiers = '超过1万元至10万元的部分，按照2.5%交纳。'
    const within = (low: number, high: number) => ({
      requires: { all: [seats('greaterThan', low), seats('lessThanInclusive', high)] },
    })
    expect(problemsOf(tiers, within(1_000_000, 10_000_000))).toEqual([])
    expect(problemsOf(tiers, within(10_000, 100_000))).toEqual([])
    expect(problemsOf(tiers, within(1, 10))).toEqual([])
    expect(problemsOf(tiers, within(1, 100))).toEqual(['rule cites 10万元 but has no 10000000'])
  })

  it('a parameter before the operator is read from the other side', () => {
    const parameters = {
      minSeats: { label: words('座位数', 'seats'), type: 'integer', values: [{ value: 30, clauses: ['q1'] }] },
    }
    const rule = (operator: string) => ({
      requires: { fact: 'parameters.minSeats', operator, value: { fact: 'kitchen.seats' } },
    })
    expect(problemsOf('座位三十个以上。', rule('lessThanInclusive'), { parameters })).toEqual([])
    expect(problemsOf('座位三十个以上。', rule('lessThan'), { parameters })).toEqual([
      'rule compares with 30 by lessThan, the source says 三十个以上',
    ])
  })

  it('a due date that only a profile moves is reported', () => {
    const values = (value: string) => [{ value, clauses: ['c1'] }]
    const parts = (value: string) => ({
      parameters: { deadline: { label: words('期限', 'deadline'), type: 'date', values: values('2018-12-31') } },
      profiles: [{ id: 'late', label: words('宽', 'late'), parameters: { deadline: values(value) } }],
    })
    const rule = { requires: cleaned, due: 'parameters.deadline' }
    expect(problemsOf('2018年底以前，厨房应当清洁。', rule, parts('2018-12-31'))).toEqual([])
    expect(problemsOf('2018年底以前，厨房应当清洁。', rule, parts('2019-06-30'))).toEqual([
      'rule is due 2019-06-30, the source says 2018年底以前',
    ])
  })

  const cleaned = { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null }

  it.each([
    ['2018年12月底前', '2018-12-31'],
    ['2019年年底前', '2019-12-31'],
    ['2018年底以前', '2018-12-31'],
    ['2020年2月底以前', '2020-02-29'],
    ['2018年6月15日以前', '2018-06-15'],
  ])('%s is due on %s and on no other day', (zh, due) => {
    expect(problemsOf(`${zh}，厨房应当清洁。`, { requires: cleaned, due })).toEqual([])
    const late = { date: due, plusDays: 1 }
    expect(problemsOf(`${zh}，厨房应当清洁。`, { requires: cleaned, due: { date: due, plusDays: 0 } })).toEqual([])
    expect(problemsOf(`${zh}，厨房应当清洁。`, { requires: cleaned, due: late })).toEqual([
      expect.stringMatching(`the source says ${zh}$`),
    ])
  })

  it('a due date that a fact decides is not compared', () => {
    const due = { date: 'kitchen.openedOn', plusDays: 30 }
    expect(problemsOf('2018年12月底前，厨房应当清洁。', { requires: cleaned, due })).toEqual([])
  })

  it('a value of another time is held to its own source', () => {
    const clauses = [
      {
        id: 'c9',
        text: { zh: '延至2019年6月底前。', en: 'By the end of June 2019.' },
        force: 'context',
        testability: 'none',
      },
    ]
    const values = [
      { value: '2018-12-31', clauses: ['q1'], to: '2019-01-01' },
      { value: '2019-06-30', clauses: ['c9'], from: '2019-01-01' },
    ]
    const parameters = { deadline: { label: words('期限', 'deadline'), type: 'date', values } }
    const rule = { requires: cleaned, due: 'parameters.deadline', clauses: ['q1'] }
    const quoted = {
      id: 'q1',
      text: { zh: '2018年底以前，厨房应当清洁。', en: 'In words.' },
      force: 'must',
      testability: 'full',
    }
    expect(told(toyPack({ clauses: [quoted, ...clauses], requirements: [requirement(rule)], parameters }))).toEqual([])
  })

  it('a dated target without a due date is reported', () => {
    expect(problemsOf('2018年12月底前，厨房应当清洁。', { requires: cleaned })).toEqual([
      'rule is due on no day, the source says 2018年12月底前',
    ])
  })

  it('a comparison that leaves out the last day is reported', () => {
    const bound = (operator: string) => ({ fact: 'kitchen.openedOn', operator, value: '2018-12-31' })
    const rule = (operator: string) => ({ applies: bound(operator), requires: cleaned, due: '2018-12-31' })
    expect(problemsOf('2018年底以前，厨房应当清洁。', rule('lessThanInclusive'))).toEqual([])
    expect(problemsOf('2018年底以前，厨房应当清洁。', rule('lessThan'))).toEqual([
      'rule compares with 2018-12-31 by lessThan, the source says 2018年底以前',
    ])
  })
})
