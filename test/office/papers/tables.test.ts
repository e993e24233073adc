import { read } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { makePapers } from '@tiaoli/office/papers'
import { readSample } from '../../load-packs.ts'
import { city, cityPapers, cityReport, names, partOf, tablesOf } from './sample-papers.ts'

const asOf = '2019-12-31'

interface Firm {
  id: string
  members?: { all?: number; untransferred?: number }
}
const ledger = () => readSample() as { counties: { firms: Firm[] }[] }

describe('the statistics form of the sample city', async () => {
  const { papers } = await cityPapers('statistics', { asOf })
  const tables = tablesOf(papers[0]!.bytes)
  const form = Object.fromEntries(tables['统计表']!.map((row) => [row['项目']!.trim(), row]))
  const behind = (item: string) => tables['各数所含单位']!.filter((row) => row['项目'] === item)

  test('counts the firms, their organizations and their members as a hand count does', () => {
    const firms = ledger().counties.flatMap((county) => county.firms)
    const known = firms.flatMap(({ members }) => members?.all ?? [])
    expect(form['单位数']!['数']).toBe(String(firms.length))
    expect(form['党员']!['数']).toBe(
      `${known.reduce((sum, count) => sum + count, 0)}（另有${firms.length - known.length}家待核）`,
    )
    const parts = ['已单独建立党组织的', '已建立联合党支部的', '未建立党组织的'].map((item) =>
      Number(form[item]!['数']),
    )
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(firms.length)
  })

  test('has behind each number the units that it counts, and apart from them those to be found out', () => {
    const rows = behind('其中：具有3名以上党员的')
    const of = (state: string) => rows.filter((row) => row['状态'] === state)
    expect(form['其中：具有3名以上党员的']!['数']).toBe(`${of('计入').length}（另有${of('待核').length}家待核）`)
    expect(of('待核').length).toBeGreaterThan(0)
    expect(behind('联合党支部数').map((row) => row['单位'])).toContain('J01')
  })

  test('has a number in each cell that has one, also beside units to be found out', () => {
    const sheet = read(papers[0]!.bytes.slice()).Sheets['统计表']!
    const numbers = Object.entries(sheet as Record<string, { t?: string; w?: string }>).filter(([at]) =>
      /^C\d+$/.test(at),
    )
    expect(numbers.some(([, { t, w }]) => t === 'n' && w!.includes('待核'))).toBe(true)
    for (const [, { t, w = '' }] of numbers) if (/^\d/.test(w)) expect(t).toBe('n')
  })

  test('says why the ledger cannot fill a row, and leaves it empty', () => {
    expect(form['党建工作指导员']).toMatchObject({ 数: '', 备注: expect.stringContaining('不能计人数') })
  })

  test('counts nothing of which nothing is known', async () => {
    const blank = { counties: [{ id: 'K1', firms: [{ id: 'F1' }, { id: 'F2' }] }] }
    const report = city.evaluate(blank, { asOf })
    const made = await makePapers('statistics', { policy: city, report, ledger: blank, language: 'zh' })
    const [first] = tablesOf(made.papers[0]!.bytes)['统计表']!
    expect(first).toMatchObject({ 项目: '单位数', 数: '待核（2家）' })
    const sheet = read(made.papers[0]!.bytes.slice()).Sheets['统计表']!
    const values = Object.values<{ t?: string; v?: unknown; w?: string }>(sheet)
    expect(values.filter(({ t, v }) => t === 's' && v === '待核（2家）').length).toBeGreaterThan(0)
    expect(values.filter(({ t, w }) => t === 'n' && w!.includes('待核'))).toEqual([])
    expect(made.remarks.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('全部待核，没有填数，请先补全台账：单位数、'),
    ])
  })

  test('says what is lacking of those to be found out: who sent an instructor, but not until when', async () => {
    const firm = (id: string) => ({
      id,
      establishedOn: '2010-01-01',
      closedOn: null,
      organization: null,
      jointBranch: null,
      instructors: [{ from: '2019-01-10' }],
    })
    const sent = { counties: [{ id: 'K1', firms: [firm('F1'), firm('F2')] }], jointBranches: [] }
    const report = city.evaluate(sent, { asOf })
    const made = await makePapers('statistics', { policy: city, report, ledger: sent, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['统计表']!
    const row = rows.find((one) => one['项目']!.trim() === '已派党建工作指导员的')!
    expect(row).toMatchObject({ 数: '待核（2家）', 备注: '待核的须查明：指导员任职截止日期（2家）' })
  })

  test('says nought where some are known to have none of what is added up', async () => {
    const [none, open] = [
      { id: 'F1', establishedOn: '2010-01-01', closedOn: null, members: { all: 0 } },
      { id: 'F2', closedOn: null },
    ]
    const some = { counties: [{ id: 'K1', firms: [none, open] }] }
    const report = city.evaluate(some, { asOf })
    const made = await makePapers('statistics', { policy: city, report, ledger: some, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['统计表']!
    expect(rows.find((one) => one['项目']!.trim() === '党员')).toMatchObject({ 数: '0（另有1家待核）' })
  })

  test('says nought where some are known not to count, and how many are to be found out', async () => {
    const [none, open] = [{ id: 'F1', organization: null, jointBranch: null }, { id: 'F2' }]
    const some = { counties: [{ id: 'K1', firms: [none, open] }] }
    const report = city.evaluate(some, { asOf })
    const made = await makePapers('statistics', { policy: city, report, ledger: some, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['统计表']!
    const row = rows.find((one) => one['项目']!.trim() === '已单独建立党组织的')
    expect(row).toMatchObject({ 数: '0（另有1家待核）' })
    // No number: one that is copied would look as if there were none.
    const sheet = read(made.papers[0]!.bytes.slice()).Sheets['统计表']!
    const cells = Object.values<{ t?: string; w?: string }>(sheet).filter(({ w }) => w === '0（另有1家待核）')
    expect(new Set(cells.map(({ t }) => t))).toEqual(new Set(['s']))
  })

  test('has no unit behind a number to which it adds nothing', async () => {
    const firms = [
      { id: 'F1', establishedOn: '2010-01-01', closedOn: null, members: { all: 0 } },
      { id: 'F2', establishedOn: '2010-01-01', closedOn: null, members: { all: 2 } },
    ]
    const some = { counties: [{ id: 'K1', firms }] }
    const report = city.evaluate(some, { asOf })
    const made = await makePapers('statistics', { policy: city, report, ledger: some, language: 'zh' })
    const { 统计表: rows, 各数所含单位: units } = tablesOf(made.papers[0]!.bytes)
    expect(rows!.find((one) => one['项目']!.trim() === '党员')).toMatchObject({ 数: '2' })
    expect(units!.filter((one) => one['项目'] === '党员').map((one) => [one['单位'], one['数']])).toEqual([
      [expect.stringContaining('第2个'), '2'],
    ])
  })

  test('says that there may be more where a list is not given', async () => {
    const blank = { counties: [{ id: 'K1' }] }
    const report = city.evaluate(blank, { asOf })
    const made = await makePapers('statistics', { policy: city, report, ledger: blank, language: 'zh' })
    const [first] = tablesOf(made.papers[0]!.bytes)['统计表']!
    expect(first).toMatchObject({ 数: '0', 备注: '台账的清单不齐全，实际可能更多' })
  })
})

describe('the statistics form of some records', async () => {
  const report = cityReport({ asOf, subjects: ['K05'] })
  const input = { policy: city, report, ledger: readSample(), names, language: 'zh' as const, subjects: ['K05'] }
  const { papers } = await makePapers('statistics', input)
  const form = Object.fromEntries(tablesOf(papers[0]!.bytes)['统计表']!.map((row) => [row['项目']!.trim(), row]))

  test('counts those below them, and no others', () => {
    const county = (readSample() as { counties: { id: string; firms: Firm[] }[] }).counties.find(
      ({ id }) => id === 'K05',
    )
    expect(form['单位数']!['数']).toBe(String(county!.firms.length))
    const behind = tablesOf(papers[0]!.bytes)['各数所含单位']!
    expect(new Set(behind.map((row) => row['县（市、区）']))).toEqual(new Set(['K05']))
  })

  test('leaves empty what is of no record below them, and says whose numbers they are', () => {
    expect(form['联合党支部数']).toMatchObject({ 数: '', 备注: '不在所选范围之内，未统计' })
    expect(partOf(papers[0]!.bytes, 'xl/sharedStrings.xml')).toContain('只统计：K05。')
  })
})

test('a form of a county and its firms says that it is of the county', async () => {
  const { counties } = readSample() as { counties: { id: string; firms: Firm[] }[] }
  const { id, firms } = counties.find((county) => county.id === 'K05')!
  const subjects = [id, ...firms.map((firm) => firm.id), 'F027']
  const report = cityReport({ asOf, subjects })
  const input = { policy: city, report, ledger: readSample(), language: 'zh', subjects, names } as const
  const { papers } = await makePapers('statistics', input)
  const [line] = /只统计：[^<]*/u.exec(partOf(papers[0]!.bytes, 'xl/sharedStrings.xml'))!
  expect(line.split('、')).toHaveLength(2)
  expect(line).toContain('江西楚天律师事务所')
})

test('a form of some records calls them by their names', async () => {
  const subjects = ['F027']
  const report = cityReport({ asOf, subjects })
  const { papers } = await makePapers('statistics', {
    policy: city,
    report,
    ledger: readSample(),
    language: 'zh',
    subjects,
    names,
  })
  const words = partOf(papers[0]!.bytes, 'xl/sharedStrings.xml')
  expect(words).toContain('只统计：江西楚天律师事务所。')
})

describe('the register of debriefings', async () => {
  const day = '2020-06-30'
  const { papers } = await cityPapers('registers', { asOf: day })
  const table = tablesOf(papers[0]!.bytes)['述职情况表']!

  test('has a line for each organization and year that had to, none as failing of which it is not known', () => {
    const due = cityReport({ asOf: day, requirements: ['debriefing', 'joint-branch-debriefing'] }).findings.filter(
      ({ status }) => status !== 'not_applicable',
    )
    expect(table).toHaveLength(due.length)
    const count = (state: string) => table.filter((row) => row['状态'] === state).length
    expect(count('待核')).toBe(due.filter(({ status }) => status === 'unknown').length)
    expect(count('不符合')).toBe(due.filter(({ status }) => status === 'not_met').length)
  })

  test('says when it was done, and before whom', async () => {
    const debriefed = {
      counties: [
        {
          id: 'K1',
          firms: [
            {
              id: 'F1',
              establishedOn: '2010-01-01',
              closedOn: null,
              organization: { id: 'O1', establishedOn: '2011-01-01', dissolvedOn: null },
              years: {
                '2019': { debriefings: [{ deliveredOn: '2020-01-10', to: 'cityCommittee' }] },
                '2020': { debriefings: [{ deliveredOn: '2020-06-01', to: 'countyBureau' }] },
              },
            },
          ],
        },
      ],
    }
    const report = city.evaluate(debriefed, { asOf: day })
    const made = await makePapers('registers', { policy: city, report, ledger: debriefed, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['述职情况表']!
    expect(rows.find((row) => row['年度'] === '2019')).toMatchObject({
      单位: '律师事务所（名称未填，台账第1个）',
      状态: '符合',
      完成情况: '2020年1月10日，市律师行业党委',
    })
  })

  test.each([
    [true, '已述职，日期不详；述职对象未填写'],
    ['2020-01', '2020年1月（日不详），述职对象未填写'],
    ['2020', '2020年（月、日不详），述职对象未填写'],
    [null, '尚未述职，述职对象未填写'],
  ])('reads as a sentence where the day is %j', async (deliveredOn, words) => {
    const firm = {
      id: 'F1',
      establishedOn: '2010-01-01',
      closedOn: null,
      organization: { id: 'O1', establishedOn: '2011-01-01', dissolvedOn: null },
      years: { '2019': { debriefings: [{ deliveredOn }] } },
    }
    const partly = { counties: [{ id: 'K1', firms: [firm] }] }
    const report = city.evaluate(partly, { asOf: day })
    const made = await makePapers('registers', { policy: city, report, ledger: partly, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['述职情况表']!
    expect(rows.find((row) => row['年度'] === '2019')!['完成情况']).toBe(words)
    const list = await makePapers('problems', { policy: city, report, ledger: partly, language: 'zh' })
    expect(JSON.stringify(tablesOf(list.papers[0]!.bytes))).not.toContain('已完成（日期不详）')
  })

  test.each([
    [{ '2019': { debriefings: [] } }, '尚未述职'],
    [{ '2019': null }, '尚未述职'],
    [null, '尚未述职'],
    [{ '2019': {} }, ''],
    [{}, ''],
    [{ '2019': { debriefings: [], complete: { debriefings: false } } }, ''],
  ])('says of years given as %j that nothing was done only where that is known', async (years, words) => {
    const firm = {
      id: 'F1',
      establishedOn: '2010-01-01',
      closedOn: null,
      organization: { id: 'O1', establishedOn: '2011-01-01', dissolvedOn: null },
      years,
    }
    const known = { counties: [{ id: 'K1', firms: [firm] }] }
    const report = city.evaluate(known, { asOf: day })
    const made = await makePapers('registers', { policy: city, report, ledger: known, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['述职情况表']!
    expect(rows.find((row) => row['年度'] === '2019')!['完成情况']).toBe(words)
  })

  test('says what it is that is not known about what was done', async () => {
    const firm = {
      id: 'F1',
      establishedOn: '2010-01-01',
      closedOn: null,
      organization: { id: 'O1', establishedOn: '2011-01-01', dissolvedOn: null },
      years: { '2019': { debriefings: [{ deliveredOn: '2020-01-10' }] } },
    }
    const partly = { counties: [{ id: 'K1', firms: [firm] }] }
    const report = city.evaluate(partly, { asOf: day })
    const made = await makePapers('registers', { policy: city, report, ledger: partly, language: 'zh' })
    const rows = tablesOf(made.papers[0]!.bytes)['述职情况表']!
    const { 完成情况: done } = rows.find((row) => row['年度'] === '2019')!
    expect(done).toMatch(/^2020年1月10日，.+未填写$/)
    expect(done).not.toContain('，未填写')
  })
})

test.each(['statistics', 'registers'] as const)('two %s of one title are two files', async (kind) => {
  const { tables, registers } = city.plan
  const policy = {
    ...city,
    plan: { ...city.plan, tables: [...tables, ...tables], registers: [...registers, ...registers] },
  }
  const { papers } = await makePapers(kind, {
    policy,
    report: cityReport({ asOf }),
    ledger: readSample(),
    language: 'zh',
  })
  const [first, second] = papers.map(({ name }) => name)
  expect(second).toBe(first!.replace('.xlsx', '-2.xlsx'))
})

test('a pack without forms and registers has no such papers, and that is told', async () => {
  const { tables, registers } = city.plan
  const policy = { ...city, plan: { ...city.plan, tables: [], registers: [] } }
  expect([tables.length, registers.length]).toEqual([1, 1])
  const input = { policy, report: cityReport({ asOf }), ledger: readSample(), language: 'zh' as const }
  for (const kind of ['statistics', 'registers'] as const) {
    const { papers, remarks } = await makePapers(kind, input)
    expect(papers).toEqual([])
    expect(remarks[0]!.zh).toMatch(/^所用规则没有附/)
  }
})
