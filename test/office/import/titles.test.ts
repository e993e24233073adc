import { describe, expect, test } from 'vitest'
import { utils } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { briefly, firmsIn, importedGrid, importedSheets, plan } from './imported.ts'
import { written } from '../workbook-file.ts'

const HEAD = ['序号', '律师事务所名称', '执业律师数', '负责人']

interface County {
  readonly id: string
  readonly name?: string
  readonly level?: string
  readonly firms?: readonly { readonly name: string }[]
}

function countiesOf({ ledger }: ImportResult) {
  const counties = (ledger['counties'] ?? []) as readonly County[]
  return Object.fromEntries(counties.map(({ id, name = id, firms = [] }) => [name, firms.map((firm) => firm.name)]))
}

describe('a title that speaks of an end', () => {
  test.each([
    [['五、已注销律师事务所']],
    [['', '已注销律所']],
    [['', '注销律所']],
    [['注销']],
    [['', '暂停执业']],
    [['（五）吊销、停业的律所']],
  ])('%j leaves open whether the firms below it are, which is told', async (title) => {
    const result = await importedGrid([
      HEAD,
      [1, '江西甲律师事务所', 5, '赵一'],
      title,
      [2, '江西乙律师事务所', 5, '钱二'],
    ])
    expect(firmsIn(result).get('江西甲律师事务所')).toMatchObject({ closedOn: null })
    expect(firmsIn(result).get('江西乙律师事务所')).not.toHaveProperty('closedOn')
    expect([...firmsIn(result).keys()]).toHaveLength(2)
    const cell = title[0] === '' ? 'B3' : 'A3'
    expect(result.notes.map(briefly)).toEqual([`台账 ${cell} row-skipped`, `台账 ${cell} left-open`])
  })

  test('is of the firms up to the next title that is not below it', async () => {
    const result = await importedGrid([
      HEAD,
      ['一、章贡区'],
      [1, '江西甲律师事务所', 5, ''],
      ['已注销'],
      [2, '江西乙律师事务所', 5, ''],
      ['二、南康区'],
      [3, '江西丙律师事务所', 5, ''],
    ])
    expect(countiesOf(result)).toEqual({
      章贡区: ['江西甲律师事务所', '江西乙律师事务所'],
      南康区: ['江西丙律师事务所'],
    })
    const open = [...firmsIn(result)].filter(([, firm]) => !('closedOn' in firm)).map(([name]) => name)
    expect(open).toEqual(['江西乙律师事务所'])
  })

  test('goes for all counties below it where it is not below one, and may name one', async () => {
    const result = await importedGrid([
      HEAD,
      ['已注销'],
      ['一、章贡区'],
      [1, '江西甲律师事务所', 5, ''],
      ['南康区已注销律所'],
      [2, '江西乙律师事务所', 5, ''],
    ])
    expect(countiesOf(result)).toEqual({ 章贡区: ['江西甲律师事务所'], 南康区: ['江西乙律师事务所'] })
    expect([...firmsIn(result).values()].filter((firm) => 'closedOn' in firm)).toEqual([])
  })

  test('may be that of the sheet or of the table', async () => {
    const rows = [HEAD, [1, '江西乙律师事务所', 5, '']]
    const bySheet = await importedSheets({ 已注销: rows })
    expect(firmsIn(bySheet).get('江西乙律师事务所')).not.toHaveProperty('closedOn')
    expect(bySheet.notes.map(briefly)).toEqual(['已注销 left-open'])
    const byTitle = await importedGrid([['2026年注销律师事务所名单'], ...rows])
    expect(firmsIn(byTitle).get('江西乙律师事务所')).not.toHaveProperty('closedOn')
    expect(byTitle.notes.map(briefly)).toEqual(['台账 head-day', '台账 A1 left-open'])
    const without = await importedGrid([['律师事务所名单（不含注销）'], ...rows])
    expect(firmsIn(without).get('江西乙律师事务所')).toMatchObject({ closedOn: null })
  })

  test('is none where it is a name: the row of a firm that is closed', async () => {
    const result = await importedGrid([HEAD, ['', '江西乙律师事务所（已注销）']])
    expect(firmsIn(result).get('江西乙律师事务所')).toMatchObject({ closedOn: true })
  })
})

describe('the county of a sheet without a column of counties', () => {
  const rows = (name: string) => [HEAD, [1, name, 5, '']]

  test.each(['章贡区', '1.章贡区', '章贡', '章贡区（2家）', '章贡区台账', '2026章贡区'])(
    'is the one that its name has: %s',
    async (name) => {
      const result = await importedSheets({ [name]: rows('江西甲律师事务所'), 市直: rows('江西乙律师事务所') })
      expect(countiesOf(result)).toEqual({ 章贡区: ['江西甲律师事务所'], 市直: ['江西乙律师事务所'] })
      expect(result.ledger['counties']).toMatchObject([{ level: 'county' }, { level: 'cityDirect' }])
      expect(result.notes).toEqual([])
    },
  )

  test.each(['章贡区司法局', '中共章贡区司法局党组', '赣州市章贡区司法局', '章贡司法局'])(
    'is that of the bureau that filled it in: %s',
    async (by) => {
      const result = await importedGrid([[`填报单位：${by}`], ...rows('江西甲律师事务所')])
      expect(countiesOf(result)).toEqual({ 章贡区: ['江西甲律师事务所'] })
    },
  )

  test('is that in the title, where nothing else names one', async () => {
    const result = await importedGrid([['赣州市章贡区律师行业党建工作台账'], ...rows('江西甲律师事务所')])
    expect(countiesOf(result)).toEqual({ 章贡区: ['江西甲律师事务所'] })
    for (const title of ['章贡区、南康区律师行业党建工作台账', '律师事务所台账（不含章贡区）', '赣州市律师行业台账'])
      expect(countiesOf(await importedGrid([[title], ...rows('江西甲律师事务所')]))).toEqual({
        'county-1': ['江西甲律师事务所'],
      })
  })

  test.each(['赣州市司法局', '市司法局', '中共赣州市律师行业委员会'])(
    'is not known by the bureau of the city: %s',
    async (by) => {
      const result = await importedGrid([[`填报单位：${by}`], ...rows('江西甲律师事务所')])
      expect(countiesOf(result)).toEqual({ 'county-1': ['江西甲律师事务所'] })
    },
  )

  test('is that of which its name is an alias', async () => {
    const result = await importedSheets({ 经开区: rows('江西甲律师事务所') })
    expect(countiesOf(result)).toEqual({ 赣州经济技术开发区: ['江西甲律师事务所'] })
  })

  test.each(['Sheet1', '汇总', '全市', '数据区', '赣州市'])('is not known by any other name: %s', async (name) => {
    const result = await importedSheets({ [name]: rows('江西甲律师事务所') })
    expect(countiesOf(result)).toEqual({ 'county-1': ['江西甲律师事务所'] })
  })

  test('is left open, which is told, where sheet and bureau differ', async () => {
    const result = await importedSheets({ 章贡区: [['填报单位：南康区司法局'], ...rows('江西甲律师事务所')] })
    expect(countiesOf(result)).toEqual({ 'county-1': ['江西甲律师事务所'] })
    expect(result.notes.map(briefly)).toEqual(['章贡区 section-not-known'])
  })

  test('that is not known has the id that it had', async () => {
    const { ledger } = await importedGrid(rows('江西甲律师事务所'))
    const again = await importedGrid([HEAD, [1, '江西乙律师事务所', 5, ''], [2, '江西甲律师事务所', 5, '']], {
      earlier: ledger,
    })
    expect(again.ledger['counties']).toMatchObject([{ id: 'county-1' }])
  })

  test('comes after what a row says', async () => {
    const result = await importedSheets({
      章贡区: [
        ['县区', ...HEAD],
        ['南康区', 1, '江西甲律师事务所', 5, ''],
      ],
    })
    expect(countiesOf(result)).toEqual({ 南康区: ['江西甲律师事务所'] })
  })
})

test('a guessed mapping has the counties of titles', async () => {
  const { guessMapping } = await import('@tiaoli/office/import')
  const book = utils.book_new()
  const grid = [
    ['序号', '律所全称', '执业律师人数', '其他'],
    [1, '江西甲律师事务所', 5, ''],
    ['二、南康区'],
    [2, '江西乙律师事务所', 5, ''],
  ]
  utils.book_append_sheet(book, utils.aoa_to_sheet(grid), '台账')
  const workbook = await readWorkbook(written(book), { name: '表.xlsx' })
  const result = await importWorkbooks([workbook], { plan, mapping: guessMapping([workbook], plan) })
  expect(countiesOf(result)).toEqual({ 'county-1': ['江西甲律师事务所'], 南康区: ['江西乙律师事务所'] })
  expect(result.ledger['counties']).toMatchObject([{}, { level: 'county' }])
})

describe('what a title says of all rows of its table', () => {
  const FIRM = '江西甲衡律师事务所'
  const HEADINGS = ['律所名称', '命名时间', '命名单位']

  test.each<[string, string[][]]>([
    ['表', [['律师行业党建示范所名单'], HEADINGS]],
    ['表', [['赣州市律师行业党建工作示范所名单'], ['填报日期：2026年9月30日'], HEADINGS]],
    ['示范所', [HEADINGS]],
  ])('is what its firms were named: sheet %s, %j', async (sheet, above) => {
    const result = await importedSheets({ [sheet]: [...above, [FIRM, '2023-07-01', '市律师行业党委']] })
    expect(firmsIn(result).get(FIRM)).toMatchObject({ demonstrationSince: '2023-07-01' })
    expect(result.columns.filter(({ use }) => use === 'not-usable').map(({ heading }) => heading)).toEqual(['命名单位'])
  })

  test.each([['全国优秀律师事务所名单'], ['平安建设示范所名单'], ['律所名单']])('is not known of %s', async (title) => {
    const result = await importedSheets({ 表: [[title], HEADINGS, [FIRM, '2023-07-01', '市律师行业党委']] })
    expect(firmsIn(result).get(FIRM)).not.toHaveProperty('demonstrationSince')
    expect(result.columns[1]!.why?.zh).toMatch(/^没有写明命名的是什么/)
  })

  test.each<[string, string[][], string]>([
    ['表', [['2025年度民主评议党员情况表'], ['党支部名称', '评议时间', '优秀']], `${FIRM}党支部`],
    ['2025年度民主评议党员', [['律所名称', '民主评议时间', '评议结果']], FIRM],
    ['表', [['2025年度组织生活会和民主评议党员情况'], ['律所名称', '开展时间', '民主评议时间']], FIRM],
  ])('is the year of an appraisal: sheet %s, %j', async (sheet, above, name) => {
    const row = above.at(-1)!.map((heading) => (heading.endsWith('时间') ? '2026-01-15' : '合格'))
    const result = await importedSheets({ [sheet]: [...above, [name, ...row.slice(1)]] })
    expect(firmsIn(result).get(FIRM)).toMatchObject({ years: { 2025: { democraticAppraisalOn: '2026-01-15' } } })
  })

  test('is not the year of an appraisal of early in a year where it names none', async () => {
    const result = await importedSheets({
      表: [['民主评议党员情况'], ['律所名称', '民主评议时间'], [FIRM, '2026-01-15']],
    })
    expect(firmsIn(result).get(FIRM)).not.toHaveProperty('years')
    expect(result.notes.map(briefly)).toEqual(['表 B3 year-unclear'])
  })
})

test('what a title says is listed where the title is, and not as a column that the sheet does not have', async () => {
  const result = await importedGrid([
    ['全市律师行业党建工作示范所名单', '', ''],
    ['律师事务所名称', '命名时间', '备注'],
    ['江西甲衡律师事务所', '2018年12月', ''],
  ])
  const columns = result.columns.map(({ heading, place }) => [heading, place.cell])
  expect(columns).toContainEqual(['命名事项', 'A1'])
  expect(columns.map(([, cell]) => cell)).not.toContain('D2')
})
