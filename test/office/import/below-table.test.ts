import { describe, expect, test } from 'vitest'
import { utils } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'
import { bookOf, sheetOf, written, type Value } from '../workbook-file.ts'

const HEAD = ['序号', '律师事务所名称', '执业律师数', '成立时间']

async function importedMerged(grid: readonly (readonly Value[])[], ...merges: readonly string[]) {
  const book = bookOf(grid)
  sheetOf(book)['!merges'] = merges.map((range) => utils.decode_range(range))
  return importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
}

describe('a row that repeats headings', () => {
  test('begins another table, which is not read and is told', async () => {
    const result = await importedGrid([
      HEAD,
      [1, '江西甲律师事务所', 5, '2006.3'],
      ['共1家'],
      [],
      ['序号', '律师事务所名称', '注销时间'],
      [1, '江西丙律师事务所', '2020-01-01'],
      ['数据截至2026年9月'],
    ])
    expect([...firmsIn(result).keys()]).toEqual(['江西甲律师事务所'])
    expect(result.notes.map(briefly)).toEqual(['台账 A3 row-skipped', '台账 A5 other-table'])
    expect(result.notes[1]!.severity).toBe('warning')
  })

  test('goes on with the table where they are the same, as on every printed page', async () => {
    const result = await importedGrid([HEAD, [1, '甲律师事务所', 5, '2006.3'], HEAD, [2, '乙律师事务所', 6, '2007.3']])
    expect([...firmsIn(result).keys()]).toEqual(['甲律师事务所', '乙律师事务所'])
    expect(result.notes.map(briefly)).toEqual(['台账 A3 row-skipped'])
  })

  test('is also one whose columns stand elsewhere', async () => {
    const result = await importedGrid([
      HEAD,
      [1, '甲律师事务所', 5, '2006.3'],
      ['律师事务所名称', '负责人', '成立时间'],
      ['丙律师事务所', '2020-01-01', '2001.3'],
      ['2020-01-01', '丁律师事务所'],
    ])
    expect([...firmsIn(result).keys()]).toEqual(['甲律师事务所'])
    expect(result.notes.map(briefly)).toEqual(['台账 A3 other-table'])
  })

  test('is none where the row has a name: words of headings are values too', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '组建形式', '党组织类别', '主任政治面貌'],
      ['甲律师事务所', '', '单独', '支部', '党员'],
    ])
    expect(firmsIn(result).size).toBe(1)
  })
})

test.each(['共2家', '共 2 家', '总数：2', '共计2家', '数据截至2026年9月', '以上数据由各县区报送。', '2026年9月30日'])(
  '%s below a table is no firm, whatever column it is in',
  async (text) => {
    for (const at of [0, 1]) {
      const line = at === 0 ? [text] : ['', text]
      const result = await importedGrid([HEAD, [1, '甲律师事务所', 5, '2006.3'], line])
      expect([...firmsIn(result).keys()]).toEqual(['甲律师事务所'])
      expect(result.notes.map(briefly)).toEqual([`台账 ${at === 0 ? 'A3' : 'B3'} row-skipped`])
    }
  },
)

test.each(['2020-01-01', '以上数据由各县区报送。', '律师事务所名称', 12])(
  '%j in place of a name is none, and is told',
  async (name) => {
    const result = await importedGrid([HEAD, [1, '甲律师事务所', 5, '2006.3'], [2, name, 6, '2007.3']])
    expect([...firmsIn(result).keys()]).toEqual(['甲律师事务所'])
    expect(result.notes.map(briefly)).toEqual(['台账 B3 not-a-name'])
  },
)

const COUNTIES = ['序号', '县（市、区）', '律师事务所名称', '执业律师数']

describe('a row with the name of a county', () => {
  test.each([['南康区'], ['', '南康区'], ['', '', '南康区'], ['二、南康区（2家）'], ['（二）南康区：']])(
    '%j is the county of the rows below',
    async (...section: string[]) => {
      const result = await importedGrid([
        COUNTIES,
        [1, '章贡区', '甲律师事务所', 5],
        section,
        [2, '', '乙律师事务所', 6],
        [3, '', '丙律师事务所', 6],
        [4, '章贡区', '丁律师事务所', 6],
      ])
      expect(countiesOf(result.ledger)).toEqual({
        章贡区: ['甲律师事务所', '丁律师事务所'],
        南康区: ['乙律师事务所', '丙律师事务所'],
      })
      expect(result.ledger['counties']).toMatchObject([{ level: 'county' }, { level: 'county' }])
      expect(result.notes).toEqual([])
    },
  )

  test('is so merged over the table too, and where the table has no such column', async () => {
    const merged = await importedMerged(
      [COUNTIES, [1, '章贡区', '甲律师事务所', 5], ['二、南康区', null, null, null], [2, '', '乙律师事务所', 6]],
      'A3:D3',
    )
    expect(countiesOf(merged.ledger)).toEqual({ 章贡区: ['甲律师事务所'], 南康区: ['乙律师事务所'] })
    const without = await importedMerged(
      [
        HEAD,
        ['一、章贡区', null, null, null],
        [1, '甲律师事务所', 5, '2006.3'],
        ['二、南康区', null, null, null],
        [2, '乙律师事务所', 6, '2006.3'],
      ],
      'A2:D2',
      'A4:D4',
    )
    expect(countiesOf(without.ledger)).toEqual({ 章贡区: ['甲律师事务所'], 南康区: ['乙律师事务所'] })
  })

  test('that is not understood leaves the county of the rows below open, and is told', async () => {
    const result = await importedMerged(
      [
        COUNTIES,
        [1, '章贡区', '甲律师事务所', 5],
        ['二、蓉江', null, null, null],
        [2, '', '乙律师事务所', 6],
        ['合计', '', '', 11],
      ],
      'A3:D3',
    )
    expect(countiesOf(result.ledger)).toMatchObject({ 章贡区: ['甲律师事务所'] })
    expect(Object.values(countiesOf(result.ledger)).flat()).toHaveLength(2)
    expect(result.notes.map(briefly)).toEqual([
      '台账 A3 row-skipped',
      '台账 A5 row-skipped',
      '台账 A3 section-not-known',
      '台账 C4 unplaced',
    ])
  })
})

function countiesOf(ledger: Readonly<Record<string, unknown>>): Record<string, unknown[]> {
  const counties = ledger['counties'] as { name?: string; firms: { name: string }[] }[]
  return Object.fromEntries(counties.map(({ name = '—', firms }) => [name, firms.map((firm) => firm.name)]))
}
