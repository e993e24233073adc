import { describe, expect, test } from 'vitest'
import { readMapping } from '@tiaoli/office/import'
import { PackError, type Text } from '@tiaoli/engine'
import { bookOf, sheetOf, written, type Value } from '../workbook-file.ts'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { readPack } from '../../../scripts/read-pack.ts'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'

const NAME = '江西明远律师事务所'
const HEAD: Value[] = ['填报日期：2026年9月30日']

/** What the firm has by year. */
function yearsOf(result: ImportResult) {
  return firmsIn(result).get(NAME)?.['years']
}

const mappingOf = (columns: object[], table: object = {}) =>
  readMapping(
    JSON.stringify({
      id: 'given',
      title: { zh: '表' },
      head: { on: ['填报日期'] },
      units: { 万元: 1_000_000 },
      tables: [
        {
          title: { zh: '表' },
          has: ['律所名称'],
          row: 'firm',
          columns: [{ headings: ['律所名称'], record: 'firm' }, ...columns],
          ...table,
        },
      ],
    }),
    readPack('ganzhou-2018-32'),
  )

const SPEND = { headings: ['经费支出'], fact: 'year.spend', unit: '万元' }

describe('a year in the heading over a column', () => {
  test('that names a year and the one before it is not read, and the one beside it is', async () => {
    const result = await importedGrid([
      HEAD,
      ['律师事务所名称', '执业律师数', '2024年上年度经费支出（万元）', '上年度经费支出（万元）'],
      [NAME, 12, 3, 5],
    ])
    expect(result.columns.map(({ use }) => use)).toEqual(['read', 'read', 'not-usable', 'read'])
    expect(yearsOf(result)).toEqual({ 2025: { spend: 5_000_000 } })
  })

  test('tells columns of several years from each other, in one row of headings', async () => {
    const grid = [HEAD, ['律所名称', '2024年经费支出（万元）', '2025年度经费支出（万元）'], [NAME, 3, 5]]
    const result = await importedGrid(grid, { mapping: mappingOf([SPEND]) })
    expect(yearsOf(result)).toEqual({ 2024: { spend: 3_000_000 }, 2025: { spend: 5_000_000 } })
    expect(result.notes).toEqual([])
  })

  test.each([
    ['above', '2024年', '2025年', '经费支出（万元）', '经费支出（万元）'],
    ['below', '经费支出（万元）', '经费支出（万元）', '2024年', '2025年'],
    ['as a number below', '经费支出（万元）', '经费支出（万元）', 2024, 2025],
  ])('so does one that stands %s', async (_, ...[a, b, c, d]) => {
    const book = bookOf([HEAD, ['律所名称', a!, b!], [null, c!, d!], [NAME, 3, 5]])
    sheetOf(book)['!merges'] = [
      { s: { c: 0, r: 1 }, e: { c: 0, r: 2 } },
      ...(a === b ? [{ s: { c: 1, r: 1 }, e: { c: 2, r: 1 } }] : []),
    ]
    const workbook = await readWorkbook(written(book), { name: '表.xlsx' })
    const result = await importWorkbooks([workbook], { plan, mapping: mappingOf([SPEND]) })
    expect(yearsOf(result)).toEqual({ 2024: { spend: 3_000_000 }, 2025: { spend: 5_000_000 } })
  })

  test('and says “last year” beside it is told where it is another than that of the form', async () => {
    const said = async (heading: string) => {
      const { columns } = await importedGrid([HEAD, ['律师事务所名称', '执业律师数', heading], [NAME, 12, 3]])
      return columns[2]!
    }
    expect(await said('上年度经费支出（2025年）')).toMatchObject({ use: 'read' })
    const other = await said('上年度经费支出（2024年）')
    expect(other.use).toBe('not-usable')
    expect(other.why?.zh).toContain('不是同一年')
  })

  test('is no year of what is so now: a column under another year than that of the form is told', async () => {
    const columnUnder = async (year: string) => {
      const { columns } = await importedGrid([HEAD, ['律所名称', year], ['律所名称', '执业律师数'], [NAME, 12]])
      return columns.find(({ place }) => place.cell === 'B3')
    }
    expect(await columnUnder('2026年')).toMatchObject({ use: 'read' })
    expect(await columnUnder('2025年')).toMatchObject({ use: 'not-usable' })
  })
})

describe('a column that gives the year', () => {
  const YEAR = { headings: ['年度'] }
  const rows: Value[][] = [
    ['律所名称', '年度', '经费支出'],
    [NAME, 2024, 3],
    [NAME, '2025年度', 5],
    [NAME, '同上', 5],
    [NAME, null, 7],
  ]
  const want = { 2024: { spend: 3_000_000 }, 2025: { spend: 5_000_000 } }
  const open = ['台账 C5 year-not-known']

  test.each([
    ['is named by the table and gives nothing else', [YEAR, SPEND], { year: { column: '年度' } }],
    ['is named by a column', [YEAR, { ...SPEND, year: { column: '年度' } }], { year: 'previous' }],
    ['is named and unused otherwise', [{ ...YEAR, unused: { zh: '年度。' } }, SPEND], { year: { column: '年度' } }],
    ['is the key of the records', [{ ...YEAR, fact: 'year.year' }, SPEND], {}],
    ['is in the sheet alone', [SPEND], { year: 'previous' }],
    ['is of a table whose rows are years', [YEAR, SPEND], { row: 'year', year: { column: '年度' } }],
  ])('and %s is read', async (_, columns, table) => {
    const result = await importedGrid(rows, { mapping: mappingOf(columns, table) })
    expect(yearsOf(result)).toEqual(want)
    expect(result.notes.map(briefly).filter((note) => note.includes('year'))).toEqual(
      'row' in table ? ['台账 A5 year-not-known'] : open,
    )
    expect(result.columns.find(({ place }) => place.cell === 'B1')?.use).toBe(
      'unused' in columns[0]! ? 'not-usable' : 'read',
    )
  })

  test('beside “last year” in a heading leaves open which is meant', async () => {
    const spend = { ...SPEND, headings: ['上年度经费支出'], year: 'previous' }
    const result = await importedGrid(
      [
        ['律所名称', '年度', '上年度经费支出'],
        [NAME, 2024, 3],
      ],
      {
        mapping: mappingOf([spend]),
        on: '2026-09-30',
      },
    )
    expect(result.notes.map(briefly)).toEqual(['台账 C2 year-unclear'])
  })

  test('is the only kind of column of which a mapping need not say what it gives', () => {
    const problem = (columns: object[], table: object = {}): Text | undefined => {
      try {
        mappingOf(columns, table)
        return undefined
      } catch (error) {
        return (error as PackError).diagnostics[0]!.message
      }
    }
    expect(problem([YEAR], { year: { column: '年度' } })).toBeUndefined()
    expect(problem([YEAR])?.zh).toContain('unused')
  })
})

test('a record of a year belongs to the year of its row', async () => {
  const mapping = mappingOf([{ headings: ['年度'] }, { headings: ['述职时间'], fact: 'debriefing.deliveredOn' }], {
    row: 'debriefing',
    year: { column: '年度' },
  })
  const result = await importedGrid(
    [
      ['律所名称', '年度', '述职时间'],
      [NAME, 2025, '2025-12-20'],
    ],
    { mapping },
  )
  expect(yearsOf(result)).toEqual({ 2025: { debriefings: [{ deliveredOn: '2025-12-20' }] } })
})

describe('an appraisal under a heading without a year', () => {
  const imported = (text: Value, heading = '民主评议党员', on = '2019-12-31') =>
    importedGrid([[`填报日期：${on}`], ['律师事务所名称', '执业律师数', heading], [NAME, 12, text]])

  test.each(['2019年12月20日', '2019.12'])(
    'on %s is of that year, and not of the one before the form',
    async (text) => {
      const result = await imported(text)
      expect(Object.keys(yearsOf(result) ?? {})).toEqual(['2019'])
      expect(result.notes).toEqual([])
    },
  )

  test.each(['未开展', '√', '2019年1月15日'])('of which it says %s may be of this year or the last', async (text) => {
    const result = await imported(text)
    expect(yearsOf(result)).toBeUndefined()
    expect(result.notes.map(briefly)).toEqual(['台账 C3 year-unclear'])
  })

  test.each([
    ['上年度民主评议党员', '2018'],
    ['本年度民主评议党员', '2019'],
    ['2017年民主评议党员', '2017'],
  ])('is of the year that a heading such as %s says', async (heading, year) => {
    const mapping = mappingOf([
      {
        headings: ['民主评议党员', heading],
        fact: 'year.democraticAppraisalOn',
        year: 'cell',
        words: { 未开展: null },
      },
    ])
    const grid = [['填报日期：2019-12-31'], ['律所名称', heading], [NAME, '未开展']]
    expect(yearsOf(await importedGrid(grid, { mapping }))).toEqual({ [year]: { democraticAppraisalOn: null } })
  })
})

test('a title has the year though the unit stands beside it', async () => {
  const result = await importedGrid([
    ['2025年党建经费台账', '单位：元'],
    ['律师事务所名称', '预算', '支出'],
    ['江西甲律师事务所', 20_000, 15_000],
  ])
  expect(firmsIn(result).get('江西甲律师事务所')).toMatchObject({
    years: { '2025': { budget: 2_000_000, spend: 1_500_000 } },
  })
})
