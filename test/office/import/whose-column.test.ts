import { describe, expect, test } from 'vitest'
import { utils } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { firmsIn, importedGrid, plan } from './imported.ts'
import { bookOf, sheetOf, written, type Value } from '../workbook-file.ts'

const NAME = '江西甲律师事务所'

async function importedMerged(grid: readonly (readonly Value[])[], ...merges: readonly string[]) {
  const book = bookOf(grid)
  sheetOf(book)['!merges'] = merges.map((range) => utils.decode_range(range))
  return importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
}

describe('a heading that the firm and its organization may have, without one above', () => {
  test.each(['党组织名称', '党支部名称', '书记', '党支部书记'])('behind %s is of the organization', async (before) => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '组建形式', before, '类别', '成立时间'],
      [NAME, 5, '单独', '张三', '支部', '2015-07-01'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { establishedOn: '2015-07-01' } })
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('establishedOn')
  })

  test.each([[['律所名称', '成立时间', '执业律师数']], [['党组织名称', '律所名称', '成立时间', '执业律师数']]])(
    'behind the name of the firm is of the firm: %j',
    async (head: string[]) => {
      const values: Record<string, Value> = {
        律所名称: NAME,
        成立时间: '2006-01-01',
        执业律师数: 5,
        党组织名称: '甲所党支部',
      }
      const result = await importedGrid([head, head.map((name) => values[name]!)])
      expect(firmsIn(result).get(NAME)).toMatchObject({ establishedOn: '2006-01-01' })
    },
  )

  test('is each of its own where there are two', async () => {
    const result = await importedGrid([
      ['律所名称', '成立时间', '执业律师数', '组建形式', '党组织名称', '成立时间'],
      [NAME, '2006-01-01', 5, '单独', '甲所党支部', '2015-07-01'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({
      establishedOn: '2006-01-01',
      organization: { establishedOn: '2015-07-01' },
    })
  })

  test('is of neither where a person of the firm stands between, and where it is not said how it is formed', async () => {
    for (const [head, use] of [
      [['律所名称', '执业律师数', '组建形式', '党组织名称', '主任', '成立时间'], 'not-usable'],
      [['律所名称', '执业律师数', '从业人员', '党组织名称', '备注', '成立时间'], 'read'],
    ] as const) {
      const result = await importedGrid([head, [NAME, 5, '单独', '某党支部', '张三', '2015-07-01']])
      const firm = firmsIn(result).get(NAME)
      expect(firm).not.toHaveProperty('establishedOn')
      expect(firm?.['organization'] ?? {}).not.toHaveProperty('establishedOn')
      expect(result.columns.at(-1)).toMatchObject({ heading: '成立时间', use })
    }
  })

  test('is of the branch under a merged heading 党支部, with its name and secretary', async () => {
    const result = await importedMerged(
      [
        ['律所名称', '执业律师数', '组建形式', '党支部', null, null],
        [null, null, null, '名称', '成立时间', '书记'],
        [NAME, 5, '单独', '甲所党支部', '2015-07-01', '张三'],
      ],
      'A1:A2',
      'B1:B2',
      'C1:C2',
      'D1:F1',
    )
    expect(firmsIn(result).get(NAME)).toMatchObject({
      organization: { id: 'organization-1', establishedOn: '2015-07-01' },
      secretary: { id: 'person-1' },
    })
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('establishedOn')
  })
})

describe('years as columns, by the mapping of the pack', () => {
  const years = { 2023: { spend: 1_000_000 }, 2024: { spend: 2_000_000 }, 2025: { spend: 3_000_000 } }

  test('stand below the heading of what was spent', async () => {
    const result = await importedMerged(
      [
        ['填报日期：2026年9月30日'],
        ['律所名称', '执业律师数', '经费支出（万元）', null, null],
        [null, null, '2023年', '2024年', '2025年'],
        [NAME, 5, 1, 2, 3],
      ],
      'A2:A3',
      'B2:B3',
      'C2:E2',
    )
    expect(firmsIn(result).get(NAME)).toMatchObject({ years })
    expect(result.notes).toEqual([])
  })

  test('stand above it, with what is so now under that of the form', async () => {
    const result = await importedMerged(
      [
        ['填报日期：2025年12月31日'],
        ['律所名称', '执业律师数', '2024年', null, '2025年', null],
        [null, null, '经费支出（万元）', '党员数', '经费支出（万元）', '党员数'],
        [NAME, 5, 2, 7, 3, 8],
      ],
      'A2:A3',
      'B2:B3',
      'C2:D2',
      'E2:F2',
    )
    expect(firmsIn(result).get(NAME)).toMatchObject({
      members: { all: 8 },
      years: { 2024: { spend: 2_000_000 }, 2025: { spend: 3_000_000 } },
    })
    expect(result.notes).toEqual([])
    expect(result.columns.filter(({ use }) => use !== 'read').map(({ place }) => place.cell)).toEqual(['D3'])
  })

  test('are in the same heading, or in a column', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '2024年经费支出（万元）', '党建经费支出（2025年，万元）'],
      [NAME, 5, 2, 3],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2024: { spend: 2_000_000 } } })
    const rows = await importedGrid([
      ['律所名称', '执业律师数', '年度', '经费支出（万元）'],
      [NAME, 5, 2024, 2],
    ])
    expect(firmsIn(rows).get(NAME)).toMatchObject({ years: { 2024: { spend: 2_000_000 } } })
  })

  test('and without one what was spent is not read, and it is said why', async () => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律所名称', '执业律师数', '经费支出（万元）'],
      [NAME, 5, 2],
    ])
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('years')
    expect(result.columns[2]!.why?.zh).toContain('哪一年')
  })
})

describe('forms of offices', () => {
  test('reminders of elections give the first day of the term, by itself or by its end', async () => {
    const result = await importedGrid([
      ['序号', '支部名称', '书记', '本届任期起始时间', '届满时间', '备注'],
      [1, '江西甲律师事务所党支部', '张三', '2023-07-01', '2026-07-01', ''],
      [2, '江西乙律师事务所党支部', '王五', '', '2026-07-01', ''],
      [3, '章贡区律师第一联合党支部', '李四', '2023-07-01', '2026-07-01', ''],
    ])
    expect(result.mapping).toMatchObject({ guessed: false })
    expect([...firmsIn(result)]).toMatchObject([
      [NAME, { organization: { termStart: '2023-07-01' } }],
      ['江西乙律师事务所', { organization: { termStart: '2023-07-01' } }],
    ])
  })

  test.each(['特殊普通合伙', '特殊的普通合伙', '普通合伙', '个人'])('%s is no branch office', async (form) => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '组织形式'],
      [NAME, 5, form],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ isBranchOffice: false })
  })

  test.each(['正式/预备', '正式或预备', '党员类别'])('a roster with the heading %s is counted', async (heading) => {
    const result = await importedGrid([
      ['姓名', heading, '所在党支部', '是否执业律师'],
      ['张三', '正式', `${NAME}党支部`, '是'],
      ['李四', '预备', `${NAME}党支部`, '否'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({
      members: { all: 2, full: 1, probationary: 1 },
      memberLawyerCount: 1,
    })
  })

  test('so is one with a column for full and one for probationary members', async () => {
    const result = await importedGrid([
      ['姓名', '正式', '预备', '所在党支部'],
      ['张三', '√', '', `${NAME}党支部`],
      ['李四', '', '√', `${NAME}党支部`],
      ['王五', '√', '', `${NAME}党支部`],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ members: { full: 2, probationary: 1 } })
  })
})
