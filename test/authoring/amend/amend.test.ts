import {
  amend,
  compareFindings,
  dossierBlocks,
  dossierMarkdown,
  lintPack,
  withDraft,
  type Amendment,
} from '@tiaoli/authoring'
import { dossierDocx } from '@tiaoli/authoring/dossier-docx'
import { compile, loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyText, words, type ToyParts } from '../../support/toy-pack.ts'

const few = { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } }
const clause = (id: string, place: string, zh: string) => ({
  id,
  place: words(place, `article ${id}`),
  text: words(zh),
  force: 'must',
  testability: 'full',
})
const parts: ToyParts = {
  clauses: [
    clause('c3', '第三条', '厨房座位不得超过十个。'),
    clause('c4', '第四条', '厨房应当持有效许可证。'),
    clause('c5', '第五条', '厨房应当每年报告一次营业收入。'),
  ].map((entry) => ({ ...entry })),
  parameters: {
    limit: { label: words('座位上限', 'limit of seats'), type: 'integer', values: [{ ...dated(10), clauses: ['c3'] }] },
  },
  requirements: [
    requirement({ id: 'seats', clauses: ['c3'], requires: few, problem: words('座位过多。') }),
    requirement({
      id: 'licence',
      clauses: ['c4'],
      requires: { condition: 'kitchen.licensed' },
      notes: [{ id: 'small', text: words('座位少'), clauses: ['c3'], when: few }],
    }),
  ],
  cases: [
    {
      id: 'few',
      title: words('座位少'),
      asOf: '2019-01-01',
      ledger: { kitchens: [{ id: 'K1', seats: 4, licensed: true }] },
      expect: [{ requirement: 'seats', status: 'met' }],
    },
  ],
}
// Without places for the two clauses that every toy pack has, none may have one.
const files = toyText(parts)
for (const path of Object.keys(files)) if (path.endsWith('clauses.json')) files[path] = withPlaces(files[path]!)
const source = { files }
const policy = compile(source)

function withPlaces(text: string): string {
  const { clauses } = JSON.parse(text) as { clauses: { id: string; place?: object }[] }
  return JSON.stringify(
    {
      clauses: clauses.map((entry, i) => ({ place: words(`第${'一二三四五'[i]}条`, `article ${i + 1}`), ...entry })),
    },
    null,
    2,
  )
}

const OLD = '厨房应当清洁。鼓励培训厨师。厨房座位不得超过十个。厨房应当持有效许可证。厨房应当每年报告一次营业收入。'
const made = (text: string, more: Partial<Amendment> = {}) =>
  amend(source, policy, { id: 'notice', from: '2027-01-01', text, ...more })

describe('the whole document anew', () => {
  const dossier = made(OLD.replace('超过十个', '超过八个').replace('厨房应当持有效许可证。', ''))

  it('lists the clauses that it changes, and what rests on them and nothing else', () => {
    expect(dossier).toMatchObject({ reading: 'whole', kept: 3, added: [] })
    expect(dossier.clauses.map(({ clause: id, fate, after }) => [id, fate, after])).toEqual([
      ['c3', 'reworded', ['厨房座位不得超过八个。']],
      ['c4', 'dropped', []],
    ])
    expect(dossier.requirements.map(({ id, clauses, ways }) => [id, clauses, ways])).toEqual([
      ['seats', ['c3'], ['requirement', 'parameter']],
      ['licence', ['c3', 'c4'], ['note', 'parameter', 'requirement']],
    ])
    expect(dossier.parameters).toMatchObject([{ id: 'limit', clauses: ['c3'] }])
    expect(dossier.texts).toMatchObject([{ kind: 'note', id: 'licence/small', clauses: ['c3'] }])
    expect(dossier.cases).toEqual([{ id: 'few', file: 'cases/all.json', requirements: ['seats'] }])
  })

  it('is drafted as a document that continues, replaces and ends clauses, and the pack loads with it', () => {
    const draft = JSON.parse(dossier.draft['documents/notice/clauses.json']!) as { clauses: { changes?: object[] }[] }
    expect(draft.clauses.map(({ changes }) => changes)).toEqual([
      [{ continues: ['c1'] }],
      [{ continues: ['c2'] }],
      [{ replaces: ['c3'] }],
      [{ continues: ['c5'] }, { ends: ['c4'] }],
    ])
    expect(loadPack(withDraft(source, dossier)).diagnostics).toEqual([])
  })

  it('shows by a ledger what its day brings', () => {
    const after = compile(withDraft(source, dossier))
    const ledger = { kitchens: [{ id: 'K1', seats: 20, licensed: false }] }
    const flips = (asOf: string) =>
      compareFindings(policy, after, ledger, { asOf }).examples.map(({ requirement: id, from, to }) => [id, from, to])
    expect(flips('2026-12-31')).toEqual([])
    expect(flips('2027-01-01')).toEqual([
      ['seats', 'not_met', 'absent'],
      ['licence', 'not_met', 'absent'],
    ])
  })

  it('is read in either language, in Markdown and as a Word file', async () => {
    const [zh, en] = (['zh', 'en'] as const).map((language) => dossierMarkdown(dossierBlocks(dossier, language)))
    expect(zh).toContain('- 第三条（c3）改写：厨房座位不得超过~~十~~**八**个。')
    expect(zh).toContain('- 要求（seats）：依据 c3（要求、参数）')
    expect(en).toContain('- article c4 (c4), dropped: ~~厨房应当持有效许可证。~~')
    const word = await dossierDocx(dossierBlocks(dossier, 'zh'))
    expect(new TextDecoder().decode(word.slice(0, 2))).toBe('PK')
  })
})

describe('a notice of changes', () => {
  const dossier = made(
    '关于修改厨房卫生守则的通知\n一、将第三条修改为：“厨房座位不得超过八个。”\n二、删去第四条。\n三、第五条另行规定。\n四、本通知自2027年1月1日起施行。',
  )

  it('leaves alone what it does not speak of, and finds what it quotes, drops and names', () => {
    expect(dossier.reading).toBe('notice')
    expect(dossier.clauses.map(({ clause: id, fate }) => [id, fate])).toEqual([
      ['c3', 'reworded'],
      ['c4', 'dropped'],
      ['c5', 'named'],
    ])
    expect(dossier.clauses[0]!.after).toEqual(['厨房座位不得超过八个。'])
    expect(dossier.added).toEqual([{ text: '四、本通知自2027年1月1日起施行。' }])
    expect(dossier.document.title?.zh).toBe('关于修改厨房卫生守则的通知')
  })

  it('is drafted with each change at the passage that says it, and check asks for what is to be filled in', () => {
    const draft = JSON.parse(dossier.draft['documents/notice/clauses.json']!) as {
      clauses: { text: { zh: string }; changes?: object[] }[]
    }
    expect(draft.clauses.filter(({ changes }) => changes).map(({ text, changes }) => [text.zh, changes])).toEqual([
      ['一、将第三条修改为：“厨房座位不得超过八个。”', [{ replaces: ['c3'] }]],
      ['二、删去第四条。', [{ ends: ['c4'] }]],
    ])
    // The words of a Chinese notice are no English.
    expect(draft.clauses.map(({ text }) => Object.keys(text))).toEqual(draft.clauses.map(() => ['zh']))
    const { lints } = lintPack(loadPack(withDraft(source, dossier)))
    expect(lints.filter(({ code }) => code === 'placeholder').length).toBeGreaterThan(0)
  })

  it('may be told from the whole by the option', () => {
    expect(made('厨房座位不得超过八个。', { reading: 'whole' }).kept).toBe(0)
    expect(made('厨房座位不得超过八个。').kept).toBe(4)
  })
})

it('a document that is not there, and an id that is taken, are refused', () => {
  expect(() => made(OLD, { amends: 'cod' })).toThrow('no document "cod"')
  expect(() => made(OLD, { id: 'code' })).toThrow('"code" is there already')
  expect(() => made(OLD, { id: 'Notice 2027' })).toThrow('lower-case words joined by hyphens')
})
