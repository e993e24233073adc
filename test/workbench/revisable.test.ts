import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeAll, describe, expect, it } from 'vitest'
import { Desk } from '../../packages/workbench/src/engine/desk.ts'
import type { Flip } from '../../packages/workbench/src/engine/revision-calls.ts'
import { comparisonSheets } from '../../packages/workbench/src/parts/revision/comparison-sheets.ts'
import { moreNotMet, withSign } from '../../packages/workbench/src/parts/revision/more-not-met.ts'
import { revisionZh } from '../../packages/workbench/src/words/revision/zh.ts'
import { zh } from '../../packages/workbench/src/words/zh.ts'

const AMOUNT = 'suspiciousRevenueBelow'
const desk = new Desk()
const noSignal = new AbortController().signal
const changes = {}

beforeAll(async () => {
  await desk.answers.openRules({ source: ganzhou }, noSignal)
})

describe('a number of the rules', () => {
  it.each([
    ['minFullMembersForBranch', '人', '3人'],
    [AMOUNT, '元', '1,000元'],
  ])('%s is asked for in %s, as its value reads', async (id, unit, value) => {
    const { parameters } = await desk.answers.revisable({ changes }, noSignal)
    const { form, values } = parameters.find((parameter) => parameter.id === id)!
    expect(form.unit?.zh).toBe(unit)
    expect(values.map(({ text }) => text.zh)).toContain(value)
  })

  it.each([
    ['2000', 200_000, '2,000元'],
    ['2,000.50元', 200_050, '2,000.50元'],
    ['0.2万元', 200_000, '2,000元'],
  ])('%s is read as an answer of the ledger is', async (typed, value, said) => {
    await expect(desk.answers.readAmount({ changes, parameter: AMOUNT, typed }, noSignal)).resolves.toMatchObject({
      value,
      said: { zh: said },
    })
  })

  it.each(['五', '约2000', '0.005'])('%s is none, and it is said how to write one', async (typed) => {
    await expect(desk.answers.readAmount({ changes, parameter: AMOUNT, typed }, noSignal)).resolves.toMatchObject({
      refusal: { zh: '写以元计的准确数字，如 12000.50，或带单位，如 1.2万元。' },
    })
  })
})

it('a value of a draft is told from those in force', async () => {
  const parameter = 'minFullMembersForBranch'
  const edit = { kind: 'value', parameter, value: 5, from: '2027-01-01', ground: { assumption: '暂定' } } as const
  const proposed = await desk.answers.propose({ changes, edit, asOf: '', profile: undefined }, noSignal)
  const { parameters } = await desk.answers.revisable({ changes: proposed.changes }, noSignal)
  const { values } = parameters.find(({ id }) => id === parameter)!
  const told = (isOfDraft: boolean) =>
    new Set(values.filter(({ isDraft }) => isDraft === isOfDraft).map(({ text, from }) => `${text.zh} ${from ?? ''}`))
  expect(told(false)).toEqual(new Set(['3人 ']))
  expect(told(true)).toEqual(new Set(['5人 2027-01-01']))
})

it('a text of the rules is called by the ids on the way to it, and by no other the same', async () => {
  const texts = await desk.answers.texts({ changes }, noSignal)
  const keys = texts.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toContain('requirements/charter.json/requirements/charter-party-building/title')
  expect(keys.filter((key) => /\/requirements\/\d+\//.test(key))).toEqual([])
})

describe('what a change does to a ledger', () => {
  const flip = (id: string, from: Flip['from'], to: Flip['to']): Flip => ({
    subject: { pointer: `/${id}`, id, name: undefined, label: { zh: '律所', en: 'firm' } },
    requirement: 'one',
    title: { zh: '一项要求', en: 'a requirement' },
    period: undefined,
    from,
    to,
  })
  const flips = [flip('F1', 'met', 'not_met'), flip('F2', 'unknown', 'not_met'), flip('F3', 'not_met', 'exempted')]

  it('is counted as more that is not met where more is, and as less where less is', () => {
    expect(withSign(moreNotMet(flips))).toBe('+1')
    expect(withSign(moreNotMet(flips.slice(2)))).toBe('−1')
    expect(withSign(moreNotMet(flips.slice(1)))).toBe('0')
  })

  it('stands in the workbook with the outcome before under before, and the new one under after', () => {
    const proposal = { changes, edited: {}, faults: [], rules: [], texts: [] }
    const effect = { flips, subjects: flips.length, refused: undefined }
    const shown = { title: '', asOf: '2027-01-01', ledger: '', names: {}, words: revisionZh, marks: zh.results.marks }
    const sheets = comparisonSheets({ ...proposal, effect }, { ...shown, text: (said) => said.zh })
    const { columns, rows } = sheets.find(({ name }) => name === '结论改变')!
    const at = (heading: string) => columns.findIndex((column) => column.heading === heading)
    expect(rows.map((row) => [row[at('原结论')], row[at('新结论')]])).toEqual([
      ['符合', '不符合'],
      ['无法判定', '不符合'],
      ['不符合', '经同意的例外'],
    ])
  })
})
