import { unzipSync } from 'fflate'
import { compile } from '@tiaoli/engine'
import { formOf } from '@tiaoli/engine/plan'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeAll, describe, expect, it } from 'vitest'
import { partOf } from '../office/papers/sample-papers.ts'
import { Desk } from '../../packages/workbench/src/engine/desk.ts'
import { inWholeMoney } from '../../packages/workbench/src/engine/in-whole-money.ts'
import type { ReadAnswer } from '../../packages/workbench/src/engine/read-answer.ts'

const LEDGER = { on: '2018-12-31', counties: [{ id: 'K00', firms: [{ id: 'F001', years: { 2018: {} } }] }] }
const desk = new Desk()
let ledger: number
const noSignal = new AbortController().signal

beforeAll(async () => {
  await desk.answers.openRules({ source: ganzhou }, noSignal)
  ledger = (await desk.answers.openLedger({ text: JSON.stringify(LEDGER) }, noSignal)).number
})

async function read(fact: string, typed: string, pointer?: string): Promise<ReadAnswer> {
  return desk.answers.readAnswer(
    { ledger, fact, typed, pointer, language: 'zh', names: { J003: '湖边联合党支部' } },
    noSignal,
  )
}

const REVENUE = 'year.revenue'
const DAY = 'firm.establishedOn'

describe('an amount of money', () => {
  it('is asked in yuan, though the ledger counts fen', () => {
    const { plan } = compile(ganzhou)
    const answer = formOf(plan, REVENUE, '/counties/0/firms/0/years/2018/revenue')
    expect(answer).toMatchObject({ unit: { zh: '分' } })
    const label = { zh: '业务总收入', en: 'revenue' }
    const asked = { fact: REVENUE, label, reason: 'missing_fact', answer, settles: 1, bears: 1, decides: [] } as const
    const { questions } = inWholeMoney(plan, { unknown: 1, open: 1, questions: [asked] })
    expect(questions[0]!.answer).toMatchObject({ type: 'money', unit: { zh: '元' } })
  })

  it.each([
    ['5000', 500_000, '5,000元'],
    ['5,000.50', 500_050, '5,000.50元'],
    ['5000元', 500_000, '5,000元'],
    ['0.5万元', 500_000, '5,000元'],
    ['0.5万', 500_000, '5,000元'],
  ])('%s is read as it is written, and shown as it will be saved', async (typed, value, said) => {
    await expect(read(REVENUE, typed)).resolves.toMatchObject({ value, said: { zh: said } })
  })

  it.each(['五', '5000美元', '约5000', '0.005'])('%s is no amount, and it is said how to write one', async (typed) => {
    await expect(read(REVENUE, typed)).resolves.toMatchObject({
      refusal: { zh: '写以元计的准确数字，如 12000.50，或带单位，如 1.2万元。' },
    })
  })
})

describe('a date', () => {
  it.each([
    ['2020年2月28日', '2020-02-28'],
    ['2020.2.28', '2020-02-28'],
    ['2020年2月', '2020-02'],
    ['2020', '2020'],
  ])('%s is read as offices write it', async (typed, value) => {
    await expect(read(DAY, typed)).resolves.toMatchObject({ value })
  })

  it.each(['2021年6月31日', '2021-02-29', '2021.13.1'])('%s is said to be no day', async (typed) => {
    const { refusal } = (await read(DAY, typed)) as { refusal: { zh: string } }
    expect(refusal.zh).toContain(`没有${typed}这一天。`)
  })

  it('is refused in words, without a place in a file or a word of JSON', async () => {
    const { refusal } = (await read(DAY, '2020年2月30日')) as { refusal: { zh: string } }
    expect(refusal.zh).toContain('日期写成 2014-09-01 或 2014年9月1日')
    expect(refusal.zh).not.toMatch(/true|YYYY|\//)
  })
})

it('a code that is none is refused in words', async () => {
  const error = await read('firm.secretary.id', 'F001 F002').then(({ refusal }: any) => refusal)
  expect(error.zh).toContain('代号')
})

it('a form that comes back as it was sent has filled in nothing', async () => {
  const { name, bytes } = await desk.answers.template(
    { ledger, asOf: '2019-01-01', profile: undefined, subjects: undefined, language: 'zh' },
    noSignal,
  )
  const asked = {
    ledger,
    files: [{ name, bytes }],
    on: undefined,
    names: {},
    corrections: [],
    tellings: [],
    offices: [],
    own: undefined,
  }
  await expect(desk.answers.readWorkbooks(asked, noSignal)).resolves.toMatchObject({ mapping: undefined, values: 0 })
})

describe('a reference', () => {
  const branches = [
    { id: 'J001', name: '第一联合党支部' },
    { id: 'J002', name: '第二联合党支部' },
    { id: 'J003' },
    { id: 'J004', name: '同名联合党支部' },
    { id: 'J005', name: '同名联合党支部' },
  ]

  beforeAll(async () => {
    const text = JSON.stringify({ ...LEDGER, jointBranches: branches })
    ledger = (await desk.answers.openLedger({ text }, noSignal)).number
  })

  it('is offered by the names that the page shows', async () => {
    const names = { J003: '湖边联合党支部' }
    const offered = await desk.answers.records({ ledger, to: 'jointBranch', names }, noSignal)
    expect(offered.slice(1, 3)).toEqual([
      { id: 'J002', name: '第二联合党支部' },
      { id: 'J003', name: '湖边联合党支部' },
    ])
  })

  it.each([
    ['第二联合党支部', 'J002'],
    ['湖边联合党支部', 'J003'],
    ['J001', 'J001'],
  ])('%s is taken for %s', async (typed, value) => {
    await expect(read('firm.jointBranch', typed, '/counties/0/firms/0/jointBranch')).resolves.toMatchObject({ value })
  })

  it('that several records answer to is asked for by its code', async () => {
    const { refusal } = (await read('firm.jointBranch', '同名联合党支部')) as { refusal: { zh: string } }
    expect(refusal.zh).toContain('J004、J005')
  })
})

it('statistics of some records are of these alone, and say so', async () => {
  const asked = { ledger, asOf: '2019-01-01', profile: undefined, template: undefined, names: { F001: '甲所' } }
  const { file } = await desk.answers.papers(
    { ...asked, subjects: ['F001'], kind: 'statistics', language: 'zh' },
    noSignal,
  )
  const [, book] = Object.entries(unzipSync(file!.bytes)).find(([name]) => name.endsWith('.xlsx'))!
  expect(partOf(book, 'xl/sharedStrings.xml')).toContain('只统计：甲所。')
})

it('where nothing has to be put right no notice is made, and there is no file', async () => {
  const empty = await desk.answers.openLedger({ text: '{"on":"2018-12-31","counties":[]}' }, noSignal)
  const asked = {
    ledger: empty.number,
    asOf: '2019-01-01',
    profile: undefined,
    subjects: undefined,
    template: undefined,
    names: {},
  }
  const { file, remarks } = await desk.answers.papers({ ...asked, kind: 'notices', language: 'zh' }, noSignal)
  expect(file).toBeUndefined()
  expect(remarks.map(({ zh }) => zh)).toContain('没有应当通知整改的问题，不出具通知书。')
})
