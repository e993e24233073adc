import { describe, expect, test } from 'vitest'
import { briefly, city, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西赤松律师事务所'
const HEADINGS = ['律师事务所名称', '成立时间', '执业律师数', '组建形式', '专门场所']
const DENIED = { organization: null, venue: { value: false }, closedOn: null }

async function imported(title: string, day: string | undefined, on?: string) {
  const head = day === undefined ? [] : [[`填报日期：${day}`]]
  const grid = [[title], ...head, HEADINGS, [NAME, '2009.3.5', 8, '未建', '无']]
  const result = await importedGrid(grid, on === undefined ? {} : { on })
  const { findings } = city.evaluate(result.ledger, { asOf: on ?? day ?? '2025-05-31' })
  return {
    firm: firmsIn(result).get(NAME),
    accused: findings.filter(({ status }) => status === 'not_met').length,
    notes: result.notes.map(briefly),
    texts: result.notes.map(({ text }) => text.zh),
  }
}

describe('a title of another year than the form', () => {
  test.each([
    ['章贡区律师事务所2018年党建情况表', '2025-05-31', undefined],
    ['2019年章贡区律师事务所党建工作台账', undefined, '2025-05-31'],
    ['2019年度章贡区律师事务所党建工作台账', undefined, undefined],
    ['律师行业党建工作台账（2023年第一季度）', '2025-01-31', undefined],
    ['2026年律所党建情况', '2025-12-31', undefined],
  ])('accuses nobody, and is told: %s, %s, %s', async (title, day, on) => {
    const { firm, accused, notes, texts } = await imported(title, day, on)
    expect(firm).toMatchObject({ lawyers: 8, establishedOn: '2009-03-05' })
    expect(firm).not.toHaveProperty('organization')
    if ((on ?? day) !== undefined) expect(firm).not.toHaveProperty('closedOn')
    expect(accused).toBe(0)
    expect(notes).toContain('台账 A1 remark-not-understood')
    expect(texts.join('\n')).toMatch(/标题（或工作表名）写的是20\d\d年/)
  })

  test.each([
    ['2025年章贡区律师事务所党建工作台账', '2025-05-31', undefined],
    ['2024年度章贡区律师事务所党建工作台账', '2025-01-10', undefined],
    ['2019年章贡区律师事务所党建工作台账', undefined, '2019-12-31'],
    ['2018年以来律所党建工作情况', '2025-05-31', undefined],
    ['2023—2025年律所党建工作情况', '2025-05-31', undefined],
    ['依据2018年11月30日印发的文件', '2025-05-31', undefined],
    ['章贡区律师事务所党建工作台账', undefined, undefined],
  ])('and one of the same does: %s, %s, %s', async (title, day, on) => {
    const { firm, accused, notes } = await imported(title, day, on)
    expect(firm).toMatchObject(DENIED)
    expect(accused).toBeGreaterThan(0)
    expect(notes).not.toContain('台账 A1 remark-not-understood')
  })
})

test('this and last year are counted from the year in the title', async () => {
  const yearsOf = async (title: string, day: string) => {
    const headings = ['律师事务所名称', '执业律师数', '党建经费支出（元）', '上年度经费支出（元）', '本年度述职']
    const grid = [[title], [`填报日期：${day}`], headings, [NAME, 14, 16_000, 12_000, '未述职']]
    const result = await importedGrid(grid)
    expect(result.notes.map(briefly)).toEqual([])
    return firmsIn(result).get(NAME)?.['years']
  }
  const years = { 2023: { spend: 1_200_000 }, 2024: { spend: 1_600_000, debriefings: [] } }
  expect(await yearsOf('2024年度律所党建台账', '2025年1月10日')).toEqual(years)
  expect(await yearsOf('2024年度律所党建台账', '2024年12月20日')).toEqual(years)
})

test('a date is of the whole year that the title names', async () => {
  const head = [['2023年度律所党组织述职和民主评议情况'], ['填报时间：2024年2月5日']]
  const result = await importedGrid([
    ...head,
    ['律师事务所名称', '述职时间', '民主评议时间'],
    [NAME, '2024.1.18', '2024.1.25'],
  ])
  expect(firmsIn(result).get(NAME)?.['years']).toEqual({
    2023: { debriefings: [{ deliveredOn: '2024-01-18' }], democraticAppraisalOn: '2024-01-25' },
  })
  expect(result.notes).toEqual([])
})

test('where a title names a part of a year, it is said that it is none', async () => {
  const head = [['2024年上半年律所党建经费支出情况'], ['填报日期：2024年7月10日', '单位：元']]
  const { columns } = await importedGrid([...head, ['律师事务所名称', '党建经费支出'], [NAME, 5700]])
  expect(columns.at(-1)).toMatchObject({ use: 'not-usable' })
  expect(columns.at(-1)!.why!.zh).toContain('标题写的是半年、季度的')
})
