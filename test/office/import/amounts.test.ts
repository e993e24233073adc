import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const UNIT_IN_HEADING = '上年度党建经费支出（万元）'

function register(heading: string, amounts: readonly Value[], head = '') {
  return importedGrid([
    ['填报日期：2026年9月30日', head],
    ['律所名称', '执业律师数', heading],
    ...amounts.map((amount, i) => [`${'甲乙丙丁戊'[i]!}律师事务所`, 5, amount]),
  ])
}

describe('an amount that is hard to believe is told, and stays out of the ledger', () => {
  test('where it is nearer to the others of its column in another unit', async () => {
    const result = await register(UNIT_IN_HEADING, [3.2, 36_500, 2.8, 5, 0])
    expect(firmsIn(result).get('乙律师事务所')).toMatchObject({ years: { 2025: {} } })
    expect(JSON.stringify(result.ledger)).not.toContain('36500000000')
    expect(result.notes.map(briefly)).toEqual(['台账 C4 amount-unlike-others'])
  })

  test('where it is unlike two others, and not where there is one other', async () => {
    const told = async (amounts: number[]) => (await register(UNIT_IN_HEADING, amounts)).notes.map(briefly)
    expect(await told([3.2, 500, 2.8])).toEqual(['台账 C4 amount-unlike-others'])
    expect(await told([3.2, 500])).not.toContainEqual(expect.stringContaining('unlike-others'))
  })

  test.each<[heading: string, amounts: Value[], head: string, cells: string[]]>([
    [UNIT_IN_HEADING, [36_500], '', ['C3']],
    [UNIT_IN_HEADING, [3, 36_500], '', ['C4']],
    [UNIT_IN_HEADING, ['36500万元'], '', ['C3']],
    ['上年度党建经费支出', [1.5], '单位：元', ['C3']],
    ['上年度党建经费支出（元）', ['1.5', 15_000], '', ['C3']],
    ['上年度党建经费预算', [1.5], '单位：元', ['C3']],
    ['上年度返还党费（元）', [0.3], '', ['C3']],
  ])('by itself where it is beyond what is usual: %s %j %s', async (heading, amounts, head, cells) => {
    const result = await register(heading, amounts, head)
    expect(result.notes.map(briefly)).toEqual(cells.map((cell) => `台账 ${cell} amount-unusual`))
    expect(Object.keys(firmsIn(result).get('甲律师事务所')!)).toContain('years')
  })

  test.each<[amounts: Value[], told: string[]]>([
    [[0.2, 0.2, 60, 2000], ['C6 amount-unlike-others']],
    [
      [2, 2, 500, 2000],
      ['C5 amount-unusual', 'C6 amount-unusual'],
    ],
  ])('by the middle between the two in the middle: %j', async (amounts, told) => {
    const { notes } = await register(UNIT_IN_HEADING, amounts)
    expect(notes.map(briefly)).toEqual(told.map((one) => `台账 ${one}`))
  })

  test.each<[heading: string, amounts: Value[]]>([
    ['上年度党建经费支出（元）', [100, 1_000_000]],
    [UNIT_IN_HEADING, [3]],
    [UNIT_IN_HEADING, [0, 0.5, 80]],
    [UNIT_IN_HEADING, ['3', '36500元', '2.8', '4']],
    ['上年度党建经费支出（元）', [15_000, 800]],
  ])('and no other is: %s %j', async (heading, amounts) => {
    expect((await register(heading, amounts)).notes).toEqual([])
  })

  const earlier = {
    on: '2025-09-30',
    counties: [
      { id: 'county-1', firms: [{ id: 'firm-1', name: '甲律师事务所', years: { 2024: { spend: 1_500_000 } } }] },
    ],
  }

  test.each([
    [1.5, ['台账 C2 amount-unlike-before']],
    [12_000, []],
  ])('where the earlier ledger had another: %j', async (amount, notes) => {
    const grid = [
      ['律所名称', '执业律师数', '上年度党建经费支出（元）'],
      ['甲律师事务所', 5, amount],
    ]
    const result = await importedGrid(grid, { earlier, on: '2026-09-30' })
    expect(result.earlier).toMatchObject({ kept: 1 })
    expect(result.notes.map(briefly)).toEqual(notes)
  })

  test('where another year of the same firm has another', async () => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律师事务所名称', '2024年经费支出（万元）', '2025年经费支出（万元）'],
      ['甲律师事务所', 3, 36_500],
    ])
    expect(result.notes.map(briefly)).toEqual(['台账 C3 amount-unlike-before'])
  })
})

test('an amount that names its own unit is in the ledger, however much it is', async () => {
  const result = await register(UNIT_IN_HEADING, ['36500万元'])
  expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ years: { 2025: { spend: 36_500_000_000 } } })
})

describe('a unit behind a heading', () => {
  test.each([
    ['上年度党建经费支出（万）', 3, { years: { 2025: { spend: 3_000_000 } } }],
    ['上年度党建经费支出（百）', 3, {}],
    ['上年度党建经费支出（千）', 3, {}],
  ])('%s', async (heading, amount, expected) => {
    const { name: _, lawyers: __, ...firm } = firmsIn(await register(heading, [amount])).get('甲律师事务所')!
    const { years } = firm as { years?: object }
    expect(years === undefined ? {} : { years }).toEqual(expected)
  })
})

describe('an amount with a sign before it', () => {
  test.each<[heading: string, amount: Value, fen: number | undefined]>([
    [UNIT_IN_HEADING, '¥3.50', undefined],
    [UNIT_IN_HEADING, '￥36,500.00', undefined],
    [UNIT_IN_HEADING, '¥0', 0],
    [UNIT_IN_HEADING, '¥3.5万', 3_500_000],
    ['上年度党建经费支出（元）', '¥36,500.00', 3_650_000],
    ['上年度党建经费支出（美元）', '¥36,500.00', undefined],
  ])('is not in the ledger where the heading names another unit: %s %j', async (heading, amount, fen) => {
    const result = await register(heading, [amount])
    const spend = fen === undefined ? [] : [{ years: { 2025: { spend: fen } } }]
    const firm = firmsIn(result).get('甲律师事务所')!
    expect('years' in firm ? [firm] : []).toMatchObject(spend)
    const told = result.notes.filter(({ code }) => code === 'amount-in-two-units')
    expect(told.map(briefly)).toEqual(fen === undefined ? ['台账 C3 amount-in-two-units'] : [])
  })

  test('is as far from the others of its column as one without', async () => {
    const result = await register('上年度党建经费支出（元）', ['¥36,500', '¥3.2', '¥28,000', '¥5,000'])
    expect(result.notes.map(briefly)).toEqual(['台账 C4 amount-unlike-others'])
  })
})

describe('an amount of which the sheet does not say in which unit it is', () => {
  const [HEADING, OF_FIRM] = ['上年度党建经费支出', '甲律师事务所']
  const spent = async (amount: Value, ...notes: string[]) => {
    const table = [['律所名称', '执业律师数', HEADING], [OF_FIRM, 5, amount], ...notes.map((note) => [note])]
    const result = await importedGrid([['填报日期：2026年9月30日'], ...table])
    return { firm: firmsIn(result).get(OF_FIRM), notes: result.notes.map(briefly) }
  }

  test.each([15_000, 3000, 0.001])('is not in the ledger where it is beyond what is usual: %j', async (amount) => {
    const { firm, notes } = await spent(amount)
    expect(firm).not.toMatchObject({ years: { 2025: { spend: expect.anything() as unknown } } })
    expect(notes).toEqual(['台账 C3 amount-unusual'])
  })

  test.each([
    ['50元', 5000],
    ['¥50', 5000],
    ['￥50.5', 5050],
    ['¥3万', 3_000_000],
  ])('is in its own where the cell names one, whatever is usual: %s', async (amount, fen) => {
    const { firm, notes } = await spent(amount)
    expect(firm).toMatchObject({ years: { 2025: { spend: fen } } })
    expect(notes).toEqual(fen < 10_000 ? ['台账 C3 amount-unusual'] : [])
  })

  test('is in that of the mapping where that is usual', async () => {
    expect((await spent(3.5)).firm).toMatchObject({ years: { 2025: { spend: 3_500_000 } } })
  })

  test.each(['注：经费单位为元', '说明：1.空白表示无；2.金额均以元计', '备注：经费以元为单位', '注：金额按元填写'])(
    'is in the one that a note names: %s',
    async (note) => {
      const { firm, notes } = await spent(35_000, note)
      expect(firm).toMatchObject({ years: { 2025: { spend: 3_500_000 } } })
      expect(notes.filter((text) => text.includes('amount'))).toEqual([])
    },
  )

  test('is not in the ledger where notes name several', async () => {
    const { firm } = await spent(3.5, '注：经费单位为元', '说明：金额以万元计')
    expect(firm).not.toHaveProperty('years')
  })
})
