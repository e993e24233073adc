import { guessMapping, importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { bookOf, written } from '../workbook-file.ts'
import { firmsIn, plan, type Grid } from './imported.ts'

const NAME = '江西青松律师事务所'
const BRANCH = `中共${NAME}党支部`

/** As the pack reads it, and as it is guessed from the headings alone. */
async function bothWays(grid: Grid): Promise<ImportResult[]> {
  const book = await readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })
  const options = { plan, on: '2026-09-30' }
  return [
    await importWorkbooks([book], options),
    await importWorkbooks([book], { ...options, mapping: guessMapping([book], plan) }),
  ]
}

const whyNot = ({ columns }: ImportResult, heading: string) =>
  columns.find((column) => column.heading === heading && column.use === 'not-usable')?.why?.zh

describe('debriefings of secretaries', () => {
  test('are of the years in a column or in the title; grades are in no ledger', async () => {
    const tables = [
      [
        ['年度', '支部名称', '书记', '是否述职', '评议等次'],
        [2025, BRANCH, '王小明', '是', '好'],
      ],
      [['2025年度党组织书记述职评议情况表'], ['支部名称', '述职情况', '综合评价'], [BRANCH, '已述职', '好']],
    ]
    for (const result of (await Promise.all(tables.map(bothWays))).flat()) {
      expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2025: { debriefings: [{ deliveredOn: true }] } } })
      expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
      expect(whyNot(result, result.columns.at(-1)!.heading)).toContain('等次和得分')
    }
  })

  test('of no year are told', async () => {
    for (const result of await bothWays([
      ['律师事务所名称', '述职时间', '评议等次'],
      [NAME, '2026.1.15', '好'],
    ])) {
      expect(firmsIn(result).get(NAME)).not.toHaveProperty('years')
      expect(whyNot(result, '述职时间')).toContain('没有写明是哪一年度的述职')
    }
  })
})

test('an assessment is of Party building or of the firm, and which has to be said', async () => {
  for (const result of await bothWays([
    ['年度', '律师事务所名称', '党建考核时间', '考核时间', '考核等次'],
    [2025, NAME, '2025.12.5', '2025.12.6', '优秀'],
  ])) {
    expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2025: { partyAssessmentOn: '2025-12-05' } } })
    expect(whyNot(result, '考核时间')).toContain('党建工作考核还是律所年度检查考核')
  }
})

test('a list of demonstration firms says since when, in a column that speaks of that', async () => {
  for (const [heading, since] of [
    ['示范所命名时间', '2024-05'],
    ['命名时间', undefined],
  ] as const)
    for (const result of await bothWays([
      ['律师事务所名称', '级别', heading],
      [NAME, '市级', '2024.5'],
    ]))
      expect(firmsIn(result).get(NAME)?.['demonstrationSince']).toBe(since)
})

test('a list of instructors says who sent them and since when', async () => {
  for (const heading of ['选派时间', '时间'])
    for (const result of await bothWays([
      ['律师事务所名称', '指导员', '派出单位', heading],
      [NAME, '王小明', '章贡区司法局', '2024.5'],
    ]))
      expect(firmsIn(result).get(NAME)).toMatchObject({ instructors: [{ from: '2024-05', sentBy: 'countyBureau' }] })
})

test('a roll of branches has their secretaries, days and members; a joint branch is no firm', async () => {
  for (const result of await bothWays([
    ['支部名称', '书记', '成立时间', '换届时间', '党员数'],
    [BRANCH, '王小明', '2018.3', '2024.5', 8],
    ['章贡区第一联合党支部', '李大同', '2018.3', '2024.5', 8],
  ])) {
    expect([...firmsIn(result).keys()]).toEqual([NAME])
    expect(firmsIn(result).get(NAME)).toMatchObject({
      members: { all: 8 },
      organization: { establishedOn: '2018-03' },
      secretary: { id: 'person-1' },
    })
    expect(whyNot(result, '换届时间')).toContain('没有写明是本届从何时起')
    expect(result.notes.map(({ code }) => code)).toEqual(['row-not-read'])
  }
})
