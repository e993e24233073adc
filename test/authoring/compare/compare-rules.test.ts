import { compareRules } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

type Json = Record<string, unknown>

const seats = (value: number) => ({ fact: 'kitchen.seats', operator: 'lessThan', value })
const exception = (id: string, when: Json = seats(3)) => ({
  id,
  text: words('例外', 'Exception'),
  status: 'review',
  when,
})
const limit = (...values: Json[]) => ({
  parameters: { limit: { label: words('上限', 'limit'), type: 'integer', values } },
})
const value = (number: number, from: string, more: Json = { clauses: ['c1'] }) => ({ value: number, from, ...more })

function told(before: ToyParts, after: ToyParts): string[] {
  return compareRules(compile(toyPack(before)), compile(toyPack(after))).map(({ text }) => text.en)
}

function rule(before: Json, after: Json): string[] {
  const parts = (json: Json) => ({
    requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, ...json })],
  })
  return told(parts(before), parts(after))
}

it('packs that say the same are the same, whatever the order of their keys and files', () => {
  const { files } = toyPack()
  const turned = Object.fromEntries(
    Object.entries(files).map(([path, json]) => [path, Object.fromEntries(Object.entries(json as Json).toReversed())]),
  )
  expect(compareRules(compile({ files }), compile({ files: turned }))).toEqual([])
  const { 'requirements/all.json': moved, ...rest } = files
  expect(compareRules(compile({ files }), compile({ files: { ...rest, 'requirements/other.json': moved } }))).toEqual(
    [],
  )
})

it('a task of the years planned for that becomes a standing duty is named in Chinese too', () => {
  const parts = (duty: string) => ({
    requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, duty })],
  })
  const changes = compareRules(compile(toyPack(parts('once'))), compile(toyPack(parts('standing'))))
  expect(changes.map(({ text }) => text.zh)).toEqual(['要求 rule 的义务的种类：一次性 → 经常性'])
})

it('what a file may say is named in Chinese, by no key', () => {
  const parts = (id: string): ToyParts => ({
    parameters: {
      size: { label: words('规模', 'size'), type: 'enum', choices: { [id]: words('大', 'large') }, values: [] },
    },
    derived: { 'kitchen.last': { label: words('末日', 'last day'), date: 'kitchen.openedOn', plusDays: id.length } },
  })
  const changes = compareRules(compile(toyPack(parts('big'))), compile(toyPack(parts('large'))))
  expect(changes.map(({ text }) => text.zh)).toEqual([
    expect.stringMatching(/^事实 kitchen\.last 的增加的天数：/),
    expect.stringMatching(/^参数 size 的可选的取值：/),
  ])
})

describe('a later document', () => {
  const code = { horizon: { to: '2018-12-31', text: words('规划期至2018年。', 'The plan runs to 2018.') } }
  const notice = (...changes: Json[]): ToyParts => ({
    document: code,
    documents: {
      notice: {
        document: { number: '卫通[2019]1号', effective: { from: '2019-01-01' } },
        clauses: changes.map((change, i) => ({ id: `a${i + 1}`, changes: [change] })),
      },
    },
  })
  const by = (parts: ToyParts) =>
    compareRules(compile(toyPack({ document: code })), compile(toyPack(parts))).flatMap(({ field, text }) =>
      field === 'laterDocuments' ? [text] : [],
    )

  it('is said to end, replace and continue clauses, and with them requirements, by title, number and day', () => {
    expect(by(notice({ replaces: ['c1'] }, { continues: ['c2'] }))).toEqual([
      {
        zh: '条款 c1：自2019年1月1日起，《关于厨房卫生的通知》（卫通[2019]1号）a1代替《厨房卫生》c1。',
        en: 'clause c1: From 2019-01-01 on, Notice on kitchen hygiene (卫通[2019]1号), a1 replaces Kitchen hygiene, c1.',
      },
      {
        zh: '条款 c2：自2019年1月1日起，《关于厨房卫生的通知》（卫通[2019]1号）a2沿用《厨房卫生》c2。',
        en: 'clause c2: From 2019-01-01 on, Notice on kitchen hygiene (卫通[2019]1号), a2 continues Kitchen hygiene, c2.',
      },
      {
        zh: '要求 licence：自2019年1月1日起不再适用，依据是《关于厨房卫生的通知》（卫通[2019]1号）a1。',
        en: 'requirement licence: No longer in force from 2019-01-01 on, by Notice on kitchen hygiene (卫通[2019]1号), a1.',
      },
    ])
  })

  it('that ends or prolongs a document is told of once, and not again of each clause', () => {
    const texts = by(notice({ prolongs: [{ document: 'code' }], to: '2020-12-31' }, { ends: [{ document: 'code' }] }))
    expect(texts.map(({ en }) => en)).toEqual([
      'document code: From 2019-01-01 on, Notice on kitchen hygiene (卫通[2019]1号), a2 ends Kitchen hygiene.',
      'document code: From 2019-01-01 on, Notice on kitchen hygiene (卫通[2019]1号), a1 prolongs Kitchen hygiene to 2020-12-31.',
      'requirement licence: No longer in force from 2019-01-01 on, by Notice on kitchen hygiene (卫通[2019]1号), a2.',
    ])
  })

  it('that only one of two packs has is told of by both ways round, and what both have by neither', () => {
    const ended = notice({ ends: ['c1'] })
    const back = told(ended, { document: code }).filter((text) => text.startsWith('clause c1'))
    expect(back).toEqual([
      'clause c1: removed: From 2019-01-01 on, Notice on kitchen hygiene (卫通[2019]1号), a1 ends Kitchen hygiene, c1.',
    ])
    expect(told(ended, ended)).toEqual([])
  })
})

describe('a parameter', () => {
  it('tells a new number with the day from which it holds', () => {
    const [change, ...more] = compareRules(
      compile(toyPack(limit(value(3, '2018-01-01')))),
      compile(toyPack(limit(value(5, '2018-01-01')))),
    )
    expect(more).toEqual([])
    expect(change).toEqual({
      kind: 'parameter',
      id: 'limit',
      change: 'changed',
      field: 'values',
      before: 3,
      after: 5,
      text: { zh: 'limit 自2018年1月1日起：3 → 5', en: 'limit from 2018-01-01: 3 → 5' },
    })
  })

  it('tells a value added from a later day, the end of the one before, and another source', () => {
    const first = value(3, '2018-01-01')
    expect(told(limit(first), limit({ ...first, to: '2020-01-01' }, value(4, '2020-01-01')))).toEqual([
      'limit from 2018-01-01: ends none → 2020-01-01',
      'limit from 2020-01-01: value 4 added',
    ])
    expect(told(limit(first), limit(value(3, '2018-01-01', { clauses: ['c2'] })))).toEqual([
      'limit from 2018-01-01: source Kitchen hygiene, c1: Kitchens shall be clean. → Kitchen hygiene, c2: Training cooks is encouraged.',
    ])
    const code = { instruments: { code: { title: words('守则', 'Code'), evidence: 'verified' } } }
    const cited = (...basis: Json[]) => ({ ...code, ...limit(value(3, '2018-01-01', { basis })) })
    const kept = { instrument: 'code', article: words('第一条', 'Article 1') }
    expect(
      told(
        cited(kept, { instrument: 'code', article: words('第二条', 'Article 2') }),
        cited(kept, {
          instrument: 'code',
          article: words('第二条', 'Article 2'),
          evidence: 'to-be-verified',
          effective: { from: '2019-01-01' },
        }),
      ),
    ).toEqual([
      'limit from 2018-01-01: source Code, Article 2 (verified) → Code, Article 2 (to be verified), cited from 2019-01-01',
    ])
  })

  it('is reported in profiles by the profile', () => {
    const profile = (number: number) => ({
      ...limit(),
      profiles: [
        { id: 'strict', label: words('从严', 'strict'), parameters: { limit: [value(number, '2018-01-01')] } },
      ],
    })
    expect(told(profile(3), profile(5))).toEqual(['profile strict, limit from 2018-01-01: 3 → 5'])
  })
})

describe('a requirement', () => {
  it('tells a threshold that moved inside a condition by its place', () => {
    expect(rule({ requires: { all: [seats(3), seats(9)] } }, { requires: { all: [seats(3), seats(8)] } })).toEqual([
      'requirement rule, requires /all/1/value: 9 → 8',
    ])
  })

  it('tells a condition that was rewritten, in words', () => {
    expect(rule({ requires: seats(3) }, { requires: { all: [seats(3), { condition: 'kitchen.licensed' }] } })).toEqual([
      'requirement rule, requires: number of seats is less than 3 seats → all of these hold (number of seats is less than 3 seats; it is licensed)',
    ])
    expect(rule({}, { applies: seats(3) })).toEqual([
      'requirement rule, applies: none → number of seats is less than 3 seats',
    ])
  })

  it('tells a list that grew, and a condition with many changes, whole', () => {
    const among = (...values: number[]) => ({ requires: { fact: 'kitchen.seats', operator: 'in', value: values } })
    expect(rule(among(1), among(2, 3))).toEqual([
      'requirement rule, requires: number of seats is 1 seats → number of seats is one of 2 seats, 3 seats',
    ])
    const many = (from: number) => ({ requires: { any: [0, 1, 2, 3, 4].map((i) => seats(10 * i + from)) } })
    expect(rule(many(1), many(2))).toHaveLength(1)
  })

  it('tells exceptions and notes by themselves, and the order of exceptions', () => {
    const [a, b] = [exception('a'), exception('b', seats(4))]
    expect(rule({ unless: [a] }, { unless: [a, b] })).toEqual(
      ['exception rule/b added: “Exception”', 'requirement rule, unless: none → ["a","b"]'].toReversed(),
    )
    expect(rule({ unless: [a, b] }, { unless: [b, a] })).toEqual(['requirement rule, unless: ["a","b"] → ["b","a"]'])
    expect(rule({ unless: [a] }, { unless: [{ ...a, status: 'exempted' }] })).toEqual([
      'exception rule/a, status: review → exempted',
    ])
    const { status: _, ...note } = a
    expect(rule({ notes: [note] }, {})).toEqual(['note rule/a removed: “Exception”'])
  })

  it('tells fields by name, and a change of one language in that language', () => {
    expect(rule({ due: '2019-01-01' }, { due: '2020-01-01' })).toEqual([
      'requirement rule, due: 2019-01-01 → 2020-01-01',
    ])
    expect(rule({}, { title: { zh: '要求', en: 'A rule' } })).toEqual(['requirement rule, title: “Rule” → “A rule”'])
    expect(rule({}, { title: { zh: '规则', en: 'Rule' } })).toEqual(['requirement rule, title: “要求” → “规则”'])
  })

  it('of another id was removed and added: renames are not guessed', () => {
    expect(rule({}, { id: 'renamed' })).toEqual([
      'requirement rule removed: “Rule”',
      'requirement renamed added: “Rule”',
    ])
  })
})

it('facts, clauses, instruments, bodies and checks are reported, too', () => {
  const number = (max: number) => ({ type: 'integer', label: words('数', 'number'), min: 0, max })
  const clause = (zh: string) => ({ id: 'q1', text: { zh, en: 'Quiet.' }, force: 'must', testability: 'full' })
  const check = (text: string) => ({
    id: 'check',
    scope: 'kitchen',
    text: words(text),
    holds: seats(99),
    taints: ['kitchen.seats'],
  })
  const code = (evidence: string) => ({ code: { title: words('守则', 'Code'), evidence } })
  const parts = (max: number, zh: string, evidence: string): ToyParts => ({
    given: { 'kitchen.number': number(max) },
    derived: { 'kitchen.big': { label: words('是否大', 'whether it is big'), when: { not: seats(max) } } },
    clauses: [clause(zh)],
    checks: [check(zh)],
    instruments: code(evidence),
  })
  expect(told(parts(3, '静。', 'secondary'), parts(4, '安静。', 'verified'))).toEqual([
    'clause q1, text: “静。” → “安静。”',
    'fact kitchen.number, max: 3 → 4',
    'fact kitchen.big, when /not/value: 3 → 4',
    'check check, text: “静。” → “安静。”',
    'instrument code, evidence: secondary → verified',
  ])
})

it('every sentence of a change of the real packs is in both languages, and from there back each is undone', () => {
  const [basics, ganzhou] = [compile(readPack('party-organization-basics')), compile(readPack('ganzhou-2018-32'))]
  const added = compareRules(basics, ganzhou)
  const removed = compareRules(ganzhou, basics)
  expect(added.length).toBeGreaterThan(400)
  expect(removed.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
    added.map(({ kind, id }) => `${kind} ${id}`).sort(),
  )
  expect(added.filter(({ text }) => text.zh === '' || text.en === '' || text.zh === text.en)).toEqual([])
})
