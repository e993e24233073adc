import { guessMapping, importWorkbooks } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { bookOf, written } from '../workbook-file.ts'
import { briefly, firmsIn, plan, type Grid } from './imported.ts'

const PINE = '江西青松律师事务所'
const CEDAR = '江西雪杉律师事务所'
const ALDER = '江西桤木律师事务所'
const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数', '书记']

/** As the pack reads the sheets, and as they are guessed from the headings alone. */
async function bothWays(sheets: Readonly<Record<string, Grid>>) {
  const [[name, grid] = ['', []], ...others] = Object.entries(sheets)
  const file = bookOf(grid, name)
  for (const [other, rows] of others) utils.book_append_sheet(file, utils.aoa_to_sheet(rows as unknown[][]), other)
  const book = await readWorkbook(written(file), { name: '表.xlsx' })
  const options = { plan, on: '2026-09-30' }
  return [
    await importWorkbooks([book], options),
    await importWorkbooks([book], { ...options, mapping: guessMapping([book], plan) }),
  ]
}

const FORMED = {
  [PINE]: { jointBranch: null, secretary: { id: 'person-1' } },
  [CEDAR]: { organization: null },
  [ALDER]: { organization: null, jointBranch: null },
}

describe('how the Party organizations of firms are formed', () => {
  const rows = [
    ['章贡区', PINE, 12, '王小明'],
    ['章贡区', CEDAR, 8, ''],
    ['章贡区', ALDER, 5, ''],
  ]

  test.each([
    [['一、单独组建党支部的律师事务所', '二、联合组建党支部的律师事务所', '三、未组建党组织的律师事务所']],
    [['（一）单独建立（1家）', '（二）联合建立（1家）', '（三）未建立']],
    [['单独组建', '联合组建', '未组建']],
  ])('is told in titles of rows: %j', async (titles) => {
    const grid = [HEAD, ...rows.flatMap((row, i) => [[titles[i]!, '', '', ''], row])]
    for (const result of await bothWays({ 台账: grid })) {
      const firms = firmsIn(result)
      for (const [name, facts] of Object.entries(FORMED)) expect(firms.get(name)).toMatchObject(facts)
      expect(result.notes).toEqual([])
      const none = result.provenance.find(({ pointer }) => pointer.endsWith('/firms/2/organization'))
      expect(none?.cell).toBe('A6')
    }
  })

  test('is told in the names of sheets', async () => {
    const sheets = Object.fromEntries(['单独组建', '联合组建', '未组建'].map((name, i) => [name, [HEAD, rows[i]!]]))
    for (const result of await bothWays(sheets))
      for (const [name, facts] of Object.entries(FORMED)) expect(firmsIn(result).get(name)).toMatchObject(facts)
  })

  test('is no longer told below the title of another county, unless the counties are below it', async () => {
    const head = HEAD.slice(1)
    const [inner] = await bothWays({
      台账: [head, ['章贡区'], ['单独组建'], [PINE, 12, ''], ['南康区'], [ALDER, 5, '']],
    })
    expect(firmsIn(inner!).get(PINE)).toHaveProperty('jointBranch', null)
    expect(firmsIn(inner!).get(ALDER)).not.toHaveProperty('jointBranch')
    const [outer] = await bothWays({
      台账: [head, ['单独组建'], ['章贡区'], [PINE, 12, ''], ['南康区'], [ALDER, 5, '']],
    })
    expect(firmsIn(outer!).get(ALDER)).toHaveProperty('jointBranch', null)
  })
})

describe('sheets of quarters', () => {
  test.each([[['一季度', '第二季度', '3季度']], [['2025年四季度', '2026年一季度', '2026年第3季度']]])(
    'are the ledger of the latest, and the earlier ones are told: %j',
    async ([first = '', second = '', third = '']) => {
      const sheets = {
        [first]: [HEAD, ['章贡区', PINE, 12, ''], ['章贡区', CEDAR, 8, '']],
        [third]: [HEAD, ['章贡区', PINE, 14, '']],
        [second]: [HEAD, ['章贡区', PINE, 13, '']],
      }
      for (const result of await bothWays(sheets)) {
        expect([...firmsIn(result)].map(([name, { lawyers }]) => [name, lawyers])).toEqual([[PINE, 14]])
        expect(result.notes.map(briefly)).toEqual([`${first} sheet-earlier`, `${second} sheet-earlier`])
      }
    },
  )

  test('are told by the days of their forms too, where they are named by years', async () => {
    const formOf = (day: string, ...rows: Grid) => [[`填报日期：${day}`], HEAD, ...rows]
    const [result] = await bothWays({
      '2026年': formOf('2026年9月30日', ['章贡区', PINE, 14, '']),
      '2025年': formOf('2025年12月31日', ['章贡区', PINE, 12, ''], ['章贡区', CEDAR, 8, '']),
    })
    expect([...firmsIn(result!)].map(([name, { lawyers }]) => [name, lawyers])).toEqual([[PINE, 14]])
    expect(result!.notes.map(briefly)).toEqual(['2025年 sheet-earlier'])
    const [counties] = await bothWays({
      章贡区: formOf('2026年9月30日', ['章贡区', PINE, 14, '']),
      南康区: formOf('2026年9月28日', ['南康区', CEDAR, 8, '']),
    })
    expect(firmsIn(counties!).size).toBe(2)
  })

  test('without rows is not the latest, and other forms are read beside', async () => {
    const [result] = await bothWays({
      台账一季度: [HEAD, ['章贡区', PINE, 12, '']],
      台账二季度: [HEAD],
      经费一季度: [
        ['律师事务所名称', '2025年预算（元）', '2025年支出（元）'],
        [PINE, 300, 200],
      ],
    })
    expect(firmsIn(result!).get(PINE)).toMatchObject({ lawyers: 12, years: { 2025: { spend: 20000 } } })
  })
})

describe('tables beside each other', () => {
  test('of two counties are two tables', async () => {
    for (const result of await bothWays({
      台账: [
        ['章贡区', '', '', '', '南康区', '', ''],
        ['律师事务所名称', '执业律师数', '党员人数', '', '律师事务所名称', '执业律师数', '党员人数'],
        [PINE, 12, 5, '', ALDER, 3, 0],
        [CEDAR, 8, 2, '', '', '', ''],
      ],
    })) {
      const counties = result.ledger['counties'] as { name: string; firms: { name: string; lawyers: number }[] }[]
      expect(counties.map(({ name, firms }) => [name, firms.map((firm) => [firm.name, firm.lawyers])])).toEqual([
        [
          '章贡区',
          [
            [PINE, 12],
            [CEDAR, 8],
          ],
        ],
        ['南康区', [[ALDER, 3]]],
      ])
    }
  })

  test('of two kinds, and without a gap, are two tables', async () => {
    for (const result of await bothWays({
      台账: [
        ['律师事务所名称', '执业律师数', '', '支部名称', '任命时间', '应换届时间'],
        [PINE, 12, '', `中共${PINE}党支部`, '2024.3', '2027.3'],
      ],
      名册: [
        ['律师事务所名称', '执业律师数', '律师事务所名称', '执业律师数'],
        [CEDAR, 8, ALDER, 5],
      ],
    })) {
      const firms = firmsIn(result)
      expect(firms.get(PINE)).toMatchObject({ lawyers: 12, organization: { termStart: '2024-03' } })
      expect([CEDAR, ALDER].map((name) => firms.get(name)?.['lawyers'])).toEqual([8, 5])
    }
  })
})
