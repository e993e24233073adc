import { compile, type PackSource, type Policy } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import type { Expression, LeafNode } from '../../packages/engine/src/model/expression.ts'
import type { Plan, PlannedParameter, PlannedRequirement } from '../../packages/engine/src/model/plan.ts'
import { everythingIn, nodesOf, type Node } from '../../packages/engine/src/model/walk.ts'
import { formatDay } from '../../packages/engine/src/values/date.ts'
import { formatRate } from '../../packages/engine/src/values/rate.ts'
import { readPack, readSample } from '../load-packs.ts'
import { toyPack, requirement, words, type ToyParts } from '../support/toy-pack.ts'

/**
 * A number or a day in a quote with the word that bounds it. What a word decides is to which side the value itself
 * belongs: with 三人以上 three is above the line, with 超过三人 below it. An operator draws the same line: `>=` and its
 * negation `<` leave the value above, `<=` and `>` below.
 */
interface Bound {
  words: string
  value: string
  side: 'above' | 'below'
}

const NUMBER = '(?<number>\\d+(?:\\.\\d+)?%|\\d+|[一二两三四五六七八九十百]+)(?<unit>[名人个家月日天年岁元次]{0,2})'
const AFTER = new RegExp(`${NUMBER}(?<word>以上|以下|以内|以外)`, 'g')
const BEFORE = new RegExp(`(?<word>不超过|超过|不少于|不低于|不满|不足)${NUMBER}`, 'g')
const SIDES: Record<string, Bound['side']> = {
  以上: 'above',
  以下: 'below',
  以内: 'below',
  以外: 'below',
  超过: 'below',
  不超过: 'below',
  不满: 'above',
  不足: 'above',
  不少于: 'above',
  不低于: 'above',
}

/** 2018年12月底前, 2019年年底前, 2018年底以前, 2018年6月15日以前. */
const DAY = /(?<year>\d{4})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日|年?底)(?:之前|以前|前)/g

function daysIn(quote: string): Bound[] {
  return [...quote.matchAll(DAY)].map(({ 0: found, groups = {} }) => {
    const { year, month = '12', day } = groups
    const last = day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
    const value = `${year}-${month.padStart(2, '0')}-${String(last).padStart(2, '0')}`
    return { words: found, value, side: 'below' }
  })
}

function numbersIn(quote: string): Bound[] {
  return [...quote.matchAll(AFTER), ...quote.matchAll(BEFORE)].map(({ 0: found, groups = {} }) => {
    const number = numberOf(groups['number']!)
    const value = groups['unit'] === '元' ? String(Number(number) * 100) : number // money is in fen
    return { words: found, value, side: SIDES[groups['word']!]! }
  })
}

/** 五十 → 50; digits and percentages as they are. */
function numberOf(text: string): string {
  if (/\d/.test(text)) return text
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = { 十: 10, 百: 100 }[character]
    if (unit) total += (digit || 1) * unit
    digit = unit ? 0 : '一二三四五六七八九'.indexOf(character.replace('两', '二')) + 1
  }
  return String(total + digit)
}

interface Citing {
  clauses?: string[] | undefined
  basis?: { quote?: { zh: string } | undefined }[] | undefined
}

/** What does not fit between the words that are cited and the numbers, operators and due dates that encode them. */
function lint(policy: Policy, ledger: unknown, asOf: string): string[] {
  const { plan } = policy
  return [
    ...new Set([
      ...[...plan.parameters.values()].flatMap((parameter) => parameterProblems(plan, parameter)),
      ...plan.requirements.flatMap((planned) => comparisonProblems(plan, planned)),
      ...plan.requirements.flatMap((planned) => dueProblems(policy, planned, ledger, asOf)),
    ]),
  ]
}

function parameterProblems(plan: Plan, parameter: PlannedParameter): string[] {
  if (!['integer', 'money', 'rate', 'date'].includes(parameter.type)) return []
  return valuesOf(plan, parameter).flatMap((entry) => {
    const bounds = quotesOf(plan, entry).flatMap(parameter.type === 'date' ? daysIn : numbersIn)
    return bounds.length === 0 || bounds.some(({ value }) => value === String(entry.value))
      ? []
      : [`${parameter.name} is ${entry.value}, the source says ${wordsOf(bounds)}`]
  })
}

/** A quote bounds the number it names wherever the part that cites it compares with that number. */
function comparisonProblems(plan: Plan, planned: PlannedRequirement): string[] {
  return partsOf(planned).flatMap(([part, citing, roots]) => {
    const own = boundsOf(plan, citing)
    const nodes = [...everythingIn(roots)]
    const there = new Set(nodes.flatMap((node) => written(plan, node)).map(({ value }) => value))
    const absent = quotesOf(plan, citing)
      .flatMap(numbersIn)
      .filter(({ value }) => part === planned.id && !there.has(value))
    const crossed = nodes
      .filter((node) => node.kind === 'leaf')
      .flatMap((leaf) => [
        { leaf, end: leaf.right, side: sideOf(leaf, false) },
        { leaf, end: leaf.left, side: sideOf(leaf, true) },
      ])
      .flatMap(({ leaf, end, side }) =>
        (end.kind === 'list' ? [] : written(plan, end)).flatMap(({ value, bounds }) =>
          [...own, ...bounds]
            .filter((bound) => side && bound.value === value && bound.side !== side)
            .map((bound) => `${part} compares with ${value} by ${leaf.operator}, the source says ${bound.words}`),
        ),
      )
    return [...absent.map((bound) => `${part} cites ${bound.words} but has no ${bound.value}`), ...crossed]
  })
}

/** Under every profile, the due date found is the day that the clauses of the requirement name. */
function dueProblems({ plan, ...policy }: Policy, { id, entry }: PlannedRequirement, ledger: unknown, asOf: string) {
  const targets = quotesOf(plan, entry).flatMap(daysIn)
  if (targets.length === 0) return []
  return [undefined, ...plan.profiles.keys()].flatMap((profile) => {
    const { findings } = policy.evaluate(ledger, { asOf, requirements: [id], ...(profile ? { profile } : {}) })
    if (findings.length === 0) return [`${id} cites ${wordsOf(targets)} but finds nothing in this ledger`]
    return findings
      .filter(({ due }) => !targets.some(({ value }) => value === due))
      .map(({ due }) => `${id} is due ${due ?? 'on no day'}, the source says ${wordsOf(targets)}`)
  })
}

function wordsOf(bounds: readonly Bound[]): string {
  return bounds.map((bound) => bound.words).join(', ')
}

function quotesOf(plan: Plan, { clauses = [], basis = [] }: Citing): string[] {
  return [...clauses.map((id) => plan.clauses.get(id)?.zh ?? ''), ...basis.map(({ quote }) => quote?.zh ?? '')]
}

function boundsOf(plan: Plan, citing: Citing): Bound[] {
  return quotesOf(plan, citing).flatMap((quote) => [...numbersIn(quote), ...daysIn(quote)])
}

/** The values of a parameter in the pack and in its profiles. */
function valuesOf(plan: Plan, parameter: PlannedParameter) {
  const inProfiles = [...plan.profiles.values()].flatMap(({ timelines }) => timelines.get(parameter)?.values ?? [])
  return [...parameter.entry.values, ...inProfiles]
}

/** The values that a node has in the pack's files, each with the bounds that its own sources give. */
function written(plan: Plan, node: Node): { value: string; bounds: Bound[] }[] {
  if (node.kind === 'constant') return [{ value: shown(node), bounds: [] }]
  if (node.kind !== 'parameter') return []
  return valuesOf(plan, node.parameter).map((entry) => ({ value: String(entry.value), bounds: boundsOf(plan, entry) }))
}

/** A requirement, its exceptions and its notes, each with what it cites and what it asks. */
function partsOf(planned: PlannedRequirement): [name: string, citing: Citing, roots: readonly Node[]][] {
  const { id, entry, unless, notes } = planned
  return [
    [id, entry, nodesOf({ ...planned, unless: [], notes: [] })],
    ...[...unless, ...notes].map((part): [string, Citing, Node[]] => [
      `${id}/${part.entry.id}`,
      part.entry,
      [part.when],
    ]),
  ]
}

function sideOf({ parsed: { operator, decorators } }: LeafNode, flipped: boolean): Bound['side'] | undefined {
  const side = (
    { greaterThanInclusive: 'above', lessThan: 'above', lessThanInclusive: 'below', greaterThan: 'below' } as const
  )[operator as string]
  // 5 <= x is x >= 5; a negation draws the same line.
  const swaps = decorators.filter((name) => name === 'swap').length + Number(flipped)
  if (!side || swaps % 2 === 0) return side
  return side === 'above' ? 'below' : 'above'
}

function shown({ type, value }: Expression & { kind: 'constant' }): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  if (type === 'date') return formatDay(value)
  return type === 'rate' ? formatRate(value) : String(value)
}

describe('the packs', () => {
  it.each(['party-organization-basics', 'ganzhou-2018-32'])('%s means what the words it cites say', (id) => {
    expect(lint(compile(readPack(id)), readSample(), '2021-01-01')).toEqual([])
  })

  it('the dated targets of Ganzhou are found, with the last day included', () => {
    const { plan } = compile(readPack('ganzhou-2018-32'))
    const days = [...plan.clauses.values()].flatMap(({ id, zh }) => daysIn(zh).map(({ value }) => [id, value]))
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
  const problemsAfter = (pack: PackSource) => lint(compile(pack), readSample(), '2021-01-01')

  it('a first stage that ends a day later is reported, by its parameter and by its due date', () => {
    const late = edited(readPack('ganzhou-2018-32'), 'parameters.json', (text) =>
      text.replace(/("stageOneDeadline"[^]*?"value": )"2018-12-31"/, '$1"2019-01-01"'),
    )
    expect(problemsAfter(late)).toEqual([
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
    expect(problemsAfter(more)).toContain('own-organization compares with 3 by greaterThan, the source says 三人以上')
  })

  function edited(source: PackSource, file: string, edit: (text: string) => string): PackSource {
    const text = edit(String(source.files[file]))
    expect(text).not.toBe(source.files[file])
    return { ...source, files: { ...source.files, [file]: text } }
  }
})

describe('the lint', () => {
  const kitchens = { kitchens: [{ id: 'K1', seats: 10, cleanedOn: null }] }
  const problemsOf = (zh: string, rule: Record<string, unknown>, parts: ToyParts = {}) => {
    const clause = { id: 'q1', zh, en: 'In words.', force: 'must', testability: 'full' }
    const requirements = [requirement({ clauses: ['q1'], ...rule })]
    const source: PackSource = toyPack({ clauses: [clause], requirements, ...parts })
    return lint(compile(source), kitchens, '2021-01-01')
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
    expect(problemsOf(`${zh}，厨房应当清洁。`, { requires: cleaned, due: late })).toEqual([
      expect.stringMatching(`the source says ${zh}$`),
    ])
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
