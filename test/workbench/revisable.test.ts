import { globSync, readFileSync } from 'node:fs'
import { compile } from '@tiaoli/engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeAll, describe, expect, it } from 'vitest'
import { byNames } from '../../packages/workbench/src/engine/by-names.ts'
import { Desk } from '../../packages/workbench/src/engine/desk.ts'
import type { Concerned, Flip } from '../../packages/workbench/src/engine/revision-calls.ts'
import { comparisonSheets } from '../../packages/workbench/src/parts/revision/comparison-sheets.ts'
import { moreNotMet, withSign } from '../../packages/workbench/src/parts/revision/more-not-met.ts'
import { titleOf } from '../../packages/workbench/src/parts/revision/title-of.ts'
import { EMPTY_GROUND, groundLacks } from '../../packages/workbench/src/screens/revise/typed-ground.ts'
import { inWordsOfForms } from '../../packages/workbench/src/engine/words-of-forms.ts'
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
  const proposed = await desk.answers.propose(
    { changes, edit, ledger: undefined, asOf: '', profile: undefined },
    noSignal,
  )
  const { parameters } = await desk.answers.revisable({ changes: proposed.changes }, noSignal)
  const { values } = parameters.find(({ id }) => id === parameter)!
  const told = (isOfDraft: boolean) =>
    new Set(values.filter(({ isDraft }) => isDraft === isOfDraft).map(({ text, from }) => `${text.zh} ${from ?? ''}`))
  expect(told(false)).toEqual(new Set(['3人 ']))
  expect(told(true)).toEqual(new Set(['5人 2027-01-01']))
})

it.each([
  ['debriefingDueMonths', 3, '年度终了后完成述职的期限：4个月 → 4个月，2026年12月1日起3个月'],
  ['minFullMembersForBranch', 5, '单独建立党组织所需正式党员人数：3人 → 3人，2026年12月1日起5人'],
  [
    'transferToleranceDays',
    30,
    '0日（口径“按字面”“举例：税前列支政策自2020年起施行”），90日（口径“参照实际做法”） → 2026年12月1日起30日',
  ],
])('a change of %s is told once, as it is under every profile', async (parameter, value, told) => {
  const edit = { kind: 'value', parameter, value, from: '2026-12-01', ground: { assumption: '暂定' } } as const
  const asked = { changes, edit, ledger: undefined, asOf: '', profile: undefined }
  const { rules } = await desk.answers.propose(asked, noSignal)
  expect(rules.map((text) => text.zh)).toEqual([expect.stringContaining(told)])
})

it.each([
  ['按新通知调整', 0, 0, '按新通知调整'],
  ['按新通知调整', 0, 1, '按新通知调整'],
  ['按新通知调整', 1, 2, '按新通知调整等2项'],
  ['按新通知调整等2项', 2, 3, '按新通知调整等3项'],
  ['按新通知调整等2项', 2, 2, '按新通知调整等2项'],
  ['按新通知调整 and 1 more', 2, 3, '按新通知调整等3项'],
  ['按新通知调整等2项', 2, 1, '按新通知调整'],
  // What its author has written of other things stays.
  ['调整会议、学习等3项', 0, 1, '调整会议、学习等3项'],
  ['调整会议、学习等3项', 1, 1, '调整会议、学习等3项'],
  ['调整会议、学习等3项', 1, 2, '调整会议、学习等3项等2项'],
  ['调整会议、学习等3项等2项', 2, 3, '调整会议、学习等3项等3项'],
  ['Meetings and 2 more', 1, 2, 'Meetings and 2 more等2项'],
])('a draft called %s, with %i changes saved and %i by now, is %s', (summary, saved, count, title) => {
  expect(titleOf(summary, { count, saved }, revisionZh)).toBe(title)
})

it('of a draft it is told how many changes it has and how many there were before that of the form', async () => {
  const asked = { changes, ledger: undefined, asOf: '', profile: undefined }
  const edit = {
    kind: 'value',
    parameter: 'debriefingDueMonths',
    value: 3,
    from: '2026-12-01',
    ground: { assumption: '暂定' },
  } as const
  const first = await desk.answers.propose({ ...asked, edit }, noSignal)
  expect(first).toMatchObject({ count: 1, saved: 0 })
  const second = { ...edit, parameter: 'transferToleranceDays', value: 30 }
  const then = await desk.answers.propose({ ...asked, changes: first.changes, edit: second }, noSignal)
  expect(then).toMatchObject({ count: 2, saved: 1 })
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
    const proposal = { changes, edited: {}, faults: [], rules: [], texts: [], doubts: [], count: 0, saved: 0 }
    const effect = { flips, subjects: flips.length, refused: undefined }
    const shown = {
      title: '',
      asOf: '2027-01-01',
      ledger: '',
      names: {},
      apart: () => undefined,
      words: revisionZh,
      marks: zh.results.marks,
    }
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

describe('whom a new requirement concerns, where nobody says otherwise,', () => {
  let concerned: readonly Concerned[]
  beforeAll(async () => ({ concerned } = await desk.answers.revisable({ changes }, noSignal)))

  it.each([
    ['firm', '律所存续'],
    ['jointBranch', '以下各项都成立（联合党支部已成立并且没有撤销；联合党支部仍有存续的律所）'],
    ['county', '管理层级为“县（市、区）”'],
  ])('of the scope %s is what most requirements of it have in common', (scope, words) => {
    const usual = concerned.filter((one) => one.scope === scope && one.isUsual)
    expect(usual.map(({ label }) => label.zh)).toEqual([words])
    expect(concerned.find((one) => one.scope === scope)).toBe(usual[0])
  })

  it.each(['city', 'member', 'transfer'])('is every record of the scope %s, where nothing is usual', (scope) => {
    expect(concerned.filter((one) => one.scope === scope && one.isUsual)).toEqual([])
  })
})

describe('a text of the rules that shows a value', () => {
  it('reads with what the value is called, in every place', async () => {
    const texts = await desk.answers.texts({ changes }, noSignal)
    const shows = texts.filter(({ words }) => words.includes('{'))
    expect(shows.length).toBeGreaterThan(50)
    expect(texts.filter(({ read, of }) => /[{}]/.test(`${read}${of?.zh ?? ''}`))).toEqual([])
    expect(shows.find(({ words }) => words.includes('{asOf}'))?.read).toContain('〔评价日期〕')
  })

  it('tells in words what stands in its braces', async () => {
    const texts = await desk.answers.texts({ changes }, noSignal)
    const ofDay = texts.find(({ words }) => words.includes('{asOf}'))!
    expect(ofDay.placeholders).toEqual([{ id: 'asOf', label: expect.objectContaining({ zh: '评价日期' }) as unknown }])
  })
})

it('an exception that is added is told by its words, and not by the ids of those beside it', async () => {
  const edit = {
    kind: 'exception',
    requirement: 'dedicated-venue',
    text: '经同意暂缓',
    status: 'exempted',
    when: { question: '是否经同意暂缓' },
    ground: { assumption: '暂定' },
  } as const
  const { rules } = await desk.answers.propose(
    { changes, edit, ledger: undefined, asOf: '', profile: undefined },
    noSignal,
  )
  expect(rules.map((said) => said.zh)).toEqual(['新增填报内容：“是否经同意暂缓”', '新增例外：“经同意暂缓”'])
})

describe('a remark about rules', () => {
  const named = byNames(compile(ganzhou).plan)

  it.each([
    ['没有要求用到参数“pretaxRate”（税前列支比例）。', '没有要求用到参数“税前列支比例”。'],
    ['要求“dedicated-venue”有效。', '要求“律所为党建工作提供专门的工作场所等必要条件”有效。'],
    ['引用了“六人以上”，条件中却没有 3。', '引用了“六人以上”，条件中却没有 3。'],
    ['“firm.isOpen”不是。', '“律所是否存续”不是。'],
  ])('names things and shows no id: %s', (remark, said) => {
    expect(named({ zh: remark, en: '' }).zh).toBe(said)
  })

  it('does so in English', () => {
    expect(named({ zh: '', en: 'No requirement uses parameter "pretaxRate".' }).en).not.toContain('pretaxRate')
  })
})

describe('a remark of a check, for whoever fills in forms,', () => {
  /** What is put into a message may hold messages itself. */
  const filled = (code: string): string => {
    const next = code.replaceAll(/\$\{[^{}]*\}/g, '□')
    return next === code ? code : filled(next)
  }
  const lints = globSync('packages/authoring/src/lint/**/*.ts').flatMap((file) =>
    [...filled(readFileSync(file, 'utf8')).matchAll(/\b(zh|en): ([`'])((?:\\.|(?!\2).)*)\2/g)].map(
      ([, language, , words]) => ({ language, words: words! }),
    ),
  )
  /** Of files: effective.to, lint.json, notEncoded, `reasons`. */
  const OF_FILES = /[a-z]+[A-Z]\w*|\b(?!i\.e)[a-z]+\.[a-z]+\b|`\w+`|applies or requires/

  it('names no part of a file', () => {
    expect(lints.length).toBeGreaterThan(60)
    const said = lints.map(({ language, words }) =>
      language === 'zh' ? inWordsOfForms({ zh: words, en: '' }).zh : inWordsOfForms({ zh: '', en: words }).en,
    )
    const named = said.filter((words, i) => (lints[i]!.language === 'zh' ? /[A-Za-z]{2,}/ : OF_FILES).test(words))
    expect(named).toEqual([])
  })

  it('writes days as people do', () => {
    expect(inWordsOfForms({ zh: '规划期已于 2020-12-31 届满', en: '' }).zh).toBe('规划期已于2020年12月31日届满')
  })
})

describe('what a form still lacks', () => {
  it('is told by the names of its fields', () => {
    const { document } = EMPTY_GROUND
    expect(groundLacks(EMPTY_GROUND, '', revisionZh)).toEqual(['文件标题', '施行日期', '条文原文'])
    expect(
      groundLacks({ ...EMPTY_GROUND, document: { ...document, title: '通知' } }, '2027-01-01', revisionZh),
    ).toEqual(['条文原文'])
    expect(groundLacks({ ...EMPTY_GROUND, way: 'clause' }, '', revisionZh)).toEqual(['条文'])
    expect(groundLacks({ ...EMPTY_GROUND, way: 'assumption', reason: '试行' }, '', revisionZh)).toEqual([])
    expect(revisionZh.notWhole(['条文原文'])).toContain('条文原文')
  })
})

it('of an answer it is not said that it settles what it may leave open', () => {
  expect(zh.fillIn.weight(3, 4)).toBe('填后可能判定3项，共涉及4项')
  expect(zh.fillIn.weight(0, 4)).toBe('须与其他空格一起填，涉及4项')
})

describe('a day, as the page says it in Chinese,', () => {
  it.each([
    ['2026-11-28', '2026年11月28日'],
    ['2027-01-05', '2027年1月5日'],
    ['2027-01', '2027年1月'],
    ['', ''],
  ])('%s is %s', (day, said) => {
    expect(zh.day(day)).toBe(said)
  })

  it('is written in that form alone', () => {
    const ISO = /\d{4}-\d{2}-\d{2}/
    const day = '2027-01-05'
    const said = [
      zh.ledgerDay(day),
      zh.start.resumeAbout('台账', day),
      revisionZh.endSummary('要求', day),
      revisionZh.requirementSummary('要求', day),
      revisionZh.proposedSummary('数值', '3 → 5', day),
      revisionZh.draftValue('5', day),
      revisionZh.lastDay(day),
      revisionZh.effect.tooEarly(day, day),
      revisionZh.effect.judgeAsOf(day),
      revisionZh.effect.asOf(day),
      revisionZh.comparison.about('台账', day),
      revisionZh.approvals.sample('示例', day),
    ]
    expect(said.filter((one) => ISO.test(one) || !one.includes('2027年1月5日'))).toEqual([])
  })
})
