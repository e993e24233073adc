import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import type { EnteredDocument, RuleEdit } from '@tiaoli/authoring'
import { beforeAll, describe, expect, it } from 'vitest'
import { Desk } from '../../packages/workbench/src/engine/desk.ts'
import type { FileChanges } from '../../packages/workbench/src/engine/revision-calls.ts'

const desk = new Desk()
const { signal } = new AbortController()
const PARAMETER = 'minFullMembersForBranch'

beforeAll(async () => {
  await desk.answers.openRules({ source: ganzhou }, signal)
})

const NOTICE: EnteredDocument = {
  title: '关于调整人数的通知',
  issuer: '',
  number: '赣市司〔2027〕1号',
  issuedOn: '',
  from: '2027-01-01',
  place: '一',
  text: '',
  force: '',
}

function numberBy(document: Partial<EnteredDocument>, value: number): RuleEdit {
  const ground = { document: { ...NOTICE, ...document } }
  return { kind: 'value', parameter: PARAMETER, value, from: '2027-01-01', ground }
}

async function proposed(edit: RuleEdit | undefined, changes: FileChanges = {}) {
  const setting = { ledger: undefined, asOf: '', profile: undefined }
  return desk.answers.propose({ ...setting, changes, edit }, signal)
}

describe('a number of which the clause that is typed in says another', () => {
  it.each([
    ['有3名以上正式党员的，应当建立党支部。', 5, ['3名', '5人']],
    ['正式党员三名的，应当建立党支部。', 5, ['三名', '5人']],
    ['有正式党员三至四人的，应当建立党支部。', 5, ['三', '四人', '5人']],
    ['有5名以上正式党员的，应当建立党支部。', 5, []],
    ['有正式党员五人的，应当建立党支部。', 5, []],
    ['应当建立党支部。', 5, []],
    ['自2027年1月1日起，应当在6个月内建立党支部。', 5, []],
  ])('%s, %i: is told with both', async (text, value, said) => {
    const { doubts, changes } = await proposed(numberBy({ text }, value))
    expect(doubts).toHaveLength(said.length === 0 ? 0 : 1)
    for (const words of said) expect(doubts[0]!.zh).toContain(words)
    // So it is where the draft is handed in.
    expect((await proposed(undefined, changes)).doubts).toEqual(doubts)
  })
})

describe('a notice that is given twice', () => {
  const text = '有5名以上正式党员的，应当建立党支部。'

  it.each([
    ['another title', { title: '关于调整党员人数的通知' }, ['关于调整人数的通知', '关于调整党员人数的通知']],
    ['another first day', { from: '2027-03-01' }, ['2027年1月1日', '2027年3月1日']],
    ['no number', { number: '' }, ['赣市司〔2027〕1号', '没有写文号']],
    ['another number', { number: '赣市司〔2027〕11号' }, ['赣市司〔2027〕1号', '赣市司〔2027〕11号']],
    ['other words of its clause', { text: '有五名以上正式党员的，应当建立党支部。' }, [text, '有五名以上']],
    ['nothing new', {}, []],
  ])('with %s is told with both', async (_, other, said) => {
    const first = await proposed(numberBy({ text }, 5))
    const { doubts } = await proposed(numberBy({ text, ...other }, 5), first.changes)
    expect(doubts).toHaveLength(said.length === 0 ? 0 : 1)
    for (const words of said) expect(doubts[0]!.zh).toContain(words)
  })
})

it('the kinds that a requirement can be addressed to are told with what they are, and each can be chosen', async () => {
  const { scopes, themes, bodies } = await desk.answers.revisable({ changes: {} }, signal)
  expect(scopes.map(({ id }) => id)).toEqual([
    'city',
    'county',
    'firm',
    'jointBranch',
    'instructor',
    'transfer',
    'member',
    'massOrganization',
  ])
  expect(scopes.map(({ label }) => label.zh).slice(0, 3)).toEqual([
    expect.stringMatching(/^市（整份台账，已有\d+项要求）$/),
    expect.stringMatching(/^县（市、区）（台账中的每一个，已有\d+项要求）$/),
    expect.stringMatching(/^律师事务所（县（市、区）的每一个，已有\d+项要求）$/),
  ])
  for (const { id } of scopes) {
    const edit: RuleEdit = {
      kind: 'requirement',
      title: '建立工作台账',
      file: themes[0]!.id,
      subject: id,
      dutyBearer: bodies[0]!.id,
      like: undefined,
      asks: { done: true },
      from: '2027-01-01',
      due: undefined,
      problem: '',
      remedy: '',
      ground: { document: { ...NOTICE, text: '应当建立工作台账。' } },
    }
    const { faults, changes } = await proposed(edit)
    expect(faults).toEqual([])
    expect((await desk.answers.tell({ changes, base: undefined, language: 'zh' }, signal)).cases).toHaveLength(3)
  }
})

it('changes are told by the notices that they rest on, and counted as somebody makes them', async () => {
  const first = await proposed(numberBy({ text: '有5名以上正式党员的，应当建立党支部。' }, 5))
  expect(first.count).toBe(1)
  const exception: RuleEdit = {
    kind: 'exception',
    requirement: 'dedicated-venue',
    when: { question: '是否经同意暂缓' },
    text: '经同意暂缓',
    status: 'exempted',
    from: '2027-01-01',
    ground: { document: { ...NOTICE, title: '关于场所的通知', number: '2号', text: '经同意的，可以暂缓。' } },
  } as RuleEdit
  const second = await proposed(exception, first.changes)
  expect(second.count).toBe(2)
  const { groups } = await desk.answers.tell({ changes: second.changes, base: undefined, language: 'zh' }, signal)
  expect(groups.map(({ document }) => document?.zh)).toEqual(['关于调整人数的通知', '关于场所的通知'])
  expect(groups[0]!.rules.some(({ zh }) => zh.includes('5人'))).toBe(true)
  expect(groups[1]!.rules.some(({ zh }) => zh.includes('经同意暂缓'))).toBe(true)
})
