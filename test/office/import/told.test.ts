import {
  columnChoices,
  correctMapping,
  chooseMapping,
  rowChoices,
  tellTables,
  unknownSheets,
  type ColumnCorrection,
} from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, it } from 'vitest'
import { bookOf, written } from '../workbook-file.ts'
import { firmsIn, importedGrid, plan, type Grid } from './imported.ts'

/** Reads a grid as a person says what its rows and columns are, by the words of the page. */
async function read(grid: Grid, said: Record<string, string>, rows?: string) {
  const book = await readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })
  const chosen = chooseMapping([book], plan)
  const [unknown] = unknownSheets([book], chosen, plan)
  const label = rowChoices(plan).find((one) => one.label.zh === rows)
  const tellings =
    unknown && label ? [{ file: unknown.file, sheet: unknown.sheet, ...unknown.heads[0]!, rows: label.rows }] : []
  const told = tellTables(chosen, tellings, [book], plan)
  const { columns } = await importedGrid(grid, { mapping: told })
  let mapping = told
  for (const { heading, headings, table } of columns) {
    const what = said[heading]
    if (what === undefined) continue
    const choices = columnChoices(plan, mapping.tables[table]!, columns)
    const choice = choices.find((one) => one.label.zh === what)
    if (!choice) throw new Error(`${what} is not offered`)
    const { gives, called } = choice
    const correction: ColumnCorrection = { table, headings, gives, ...(called !== undefined && { called }) }
    mapping = correctMapping(mapping, [correction])
  }
  return importedGrid(grid, { mapping })
}

describe('a column of which a person says what it gives', () => {
  it('may have names: of the record, of persons, of what it belongs to', async () => {
    const grid = [
      ['填报日期：2026-09-30'],
      ['律所名称', '地方', '当家人', '带头人', '所在支部', '人员'],
      ['甲律师事务所', '章贡区', '张三', '李四', '', 5],
    ]
    const { ledger, persons, ...result } = await read(grid, {
      地方: '县（市、区）名称',
      当家人: '律所主任（姓名）',
      带头人: '党组织书记（姓名）',
      人员: '执业律师人数',
    })
    const firm = firmsIn({ ledger, persons, ...result }).get('甲律师事务所')!
    expect(firm).toMatchObject({
      lawyers: 5,
      director: { id: expect.any(String) },
      secretary: { id: expect.any(String) },
    })
    expect(Object.values(persons).sort()).toEqual(['张三', '李四'].sort())
    expect(JSON.stringify(ledger)).toContain('章贡区')
  })

  it('may say that two offices are held by one person, and whether there is an organization', async () => {
    const grid = [
      ['填报日期：2026-09-30'],
      ['律所名称', '独立建的', '支部名', '带头人', '一人兼', '人员'],
      ['甲律师事务所', '√', '甲所党支部', '李四', '是', 5],
    ]
    const result = await read(grid, {
      独立建的: '单独（照对照设置读）',
      支部名: '党组织名称',
      带头人: '党组织书记（姓名）',
      一人兼: '是否“一肩挑”（照对照设置读）',
      人员: '执业律师人数',
    })
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      jointBranch: null,
      organization: { id: expect.any(String) },
      secretary: { isPrincipalManager: true },
    })
  })

  it('has the words of the pack where the values are the same', async () => {
    const grid = [['填报日期：2026-09-30'], ['律所名称', '书记政治面貌'], ['甲律师事务所', '党员']]
    const result = await read(grid, { 书记政治面貌: '党组织书记的党员身份' })
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ secretary: { partyStatus: 'full' } })
    expect(result.notes.map(({ code }) => code)).not.toContain('not-understood')
  })
})

describe('a sheet that is not known', () => {
  const grid = [
    ['全市情况'],
    ['填报日期：2026-09-30'],
    ['谁', '在哪', '多少人', '其他'],
    ['甲律师事务所', '章贡区', 5, '无'],
    ['乙律师事务所', '南康区', 7, ''],
  ]

  it('is read once a person says what its rows and columns are', async () => {
    const before = await importedGrid(grid)
    expect(before.notes.map(({ code }) => code)).toContain('sheet-not-known')
    const said = { 谁: '律师事务所名称', 在哪: '县（市、区）名称', 多少人: '执业律师人数', 其他: '备注，供人工阅读' }
    const result = await read(grid, said, '律师事务所')
    expect([...firmsIn(result)].map(([name, firm]) => [name, firm['lawyers']])).toEqual([
      ['甲律师事务所', 5],
      ['乙律师事务所', 7],
    ])
  })

  it('says of each column that it is still to be told', async () => {
    const result = await read(grid, {}, '律师事务所')
    expect(result.columns.map(({ use, why }) => [use, why?.zh])).toEqual(
      grid[2]!.map(() => ['not-usable', '还没有说明这一列是什么。']),
    )
  })

  it('may be a roster, whose persons are counted', async () => {
    const roster = [
      ['谁', '什么党员', '哪个所'],
      ['张三', '正式党员', '甲律师事务所'],
      ['李四', '预备党员', '甲律师事务所'],
      ['王五', '正式党员', '甲律师事务所'],
    ]
    const said = {
      谁: '姓名（照对照设置读）',
      什么党员: '人员类别（照对照设置读）',
      哪个所: '律师事务所名称',
    }
    const result = await read(roster, said, '党员花名册')
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ members: { all: 3, full: 2, probationary: 1 } })
    expect(JSON.stringify(result.ledger)).not.toMatch(/张三|李四|王五/)
  })

  it('is none where the pack says that no ledger can be made of it', async () => {
    const totals = [
      ['单位', '律所数', '单独建支部'],
      ['章贡区', 5, 2],
    ]
    const book = await readWorkbook(written(bookOf(totals)), { name: '表.xlsx' })
    expect(unknownSheets([book], chooseMapping([book], plan), plan)).toEqual([])
  })
})
