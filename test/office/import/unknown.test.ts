import { expect, test } from 'vitest'
import { briefly, importedGrid, plan } from './imported.ts'

test('of a table that is not known, the one that is most like it is named, and what it lacks', async () => {
  const { ledger, notes } = await importedGrid(
    [
      ['序号', '介绍信有效期天数', '转出办理时间'],
      [1, 90, '2026.3.1'],
    ],
    { mapping: plan.imports.get('party-building-forms') },
  )
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 sheet-not-known'])
  expect(notes[0]!.text.zh).toContain('最像“组织关系转接表”，还缺列：姓名、转入办理时间。')
  expect(notes[0]!.text.zh).toContain('按表头推测一份对照设置')
})

test('a table of which nothing is known is told with what to do, and repeats nothing of it', async () => {
  const { notes } = await importedGrid([
    ['甲', '乙'],
    ['丙', '丁'],
  ])
  expect(notes.map(briefly)).toEqual(['台账 sheet-not-known'])
  expect(notes[0]!.text.zh).toMatch(/^没有认出这张表，没有读。也可以按表头推测一份对照设置，改好后用它导入。$/)
})

test('a form about one firm is told as such, and no firm is made of its labels', async () => {
  const { ledger, notes } = await importedGrid([
    ['名称', '甲律师事务所', '成立时间', '2006.3'],
    ['主任', '赵某', '执业律师数', 5],
    ['党员总数', 3, '', ''],
    ['党组织名称', '甲所党支部', '', ''],
  ])
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 sheet-of-one'])
})

test('a form about one firm of two lines is told as such', async () => {
  const { ledger, notes } = await importedGrid([
    ['律所名称', '江西甲衡律师事务所', '主任', '赵某'],
    ['执业律师数', 14, '党员总数', 6],
  ])
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 sheet-of-one'])
})

test('a table whose cells are called as columns elsewhere is no form about one firm', async () => {
  const { ledger, notes } = await importedGrid([
    ['序号', '律师事务所', '党支部', '类别', '书记', '党员总数', '其中：预备党员'],
    [1, '江西甲衡律师事务所', '甲衡律所党支部', '支部', '赵甲', 14, 2],
    [2, '江西乙正律师事务所', '乙正律所党总支', '总支', '钱乙', 32, 3],
    [3, '江西丙和律师事务所', '市直律所第一联合支部', '联合', '孙丙', 2, 0],
  ])
  expect(notes.map(briefly)).not.toContain('台账 sheet-of-one')
  expect(JSON.stringify(ledger)).toContain('江西丙和律师事务所')
})

test('a table is like the one of which it has what that is known by, not one with which it shares other columns', async () => {
  const mapping = plan.imports.get('party-building-forms')
  const { notes } = await importedGrid(
    [
      ['姓名', '人员类别', '书记', '联系人', '换届方式', '备注'],
      ['甲', '正式', '乙', '丙', '票决', ''],
    ],
    { mapping },
  )
  expect(notes[0]!.text.zh).toContain('最像“党员花名册')
})

test('of a table with firms in its headings it is said that it has to be turned', async () => {
  const { ledger, notes } = await importedGrid([
    ['项目', '江西甲正律师事务所', '江西乙衡律师事务所'],
    ['执业律师数', 4, 5],
    ['党员总数', 3, 2],
  ])
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 sheet-not-known'])
  expect(notes[0]!.text.zh).toMatch(/一列一个；请行列对调/)
})

test.each<[string, (string | number)[][]]>([
  [
    'under a title',
    [['各县（市、区）律师行业党建情况'], ['项目', '章贡区', '南康区'], ['律所数', 12, 3], ['党组织数', 8, 2]],
  ],
  [
    'with numbers and a sum',
    [
      ['序号', '指标', '市直', '章贡区', '合计', '备注'],
      [1, '律师事务所（家）', 5, 12, 17, ''],
      [2, '党员数', 50, 60, 110, ''],
    ],
  ],
  [
    'that are headed as counties',
    [
      ['县（市、区）', '章贡区', '南康区'],
      ['律所数', 12, 3],
      ['党员律师数', 60, 10],
    ],
  ],
  [
    'with headings below them',
    [
      ['项目', '章贡区', '', '南康区', ''],
      ['', '数量', '比例', '数量', '比例'],
      ['律所数', 12, '50%', 3, '10%'],
    ],
  ],
])('so it is said of one with counties in its headings %s, whatever its labels are', async (_, grid) => {
  const { ledger, notes, columns } = await importedGrid(grid)
  expect([Object.keys(ledger), columns]).toEqual([[], []])
  expect(notes.map(briefly)).toEqual(['台账 sheet-not-known'])
  expect(notes[0]!.text.zh).toMatch(/一列一个；请行列对调.*第一列的列名写明是什么单位/)
})

test('a table of the pack that the mapping in use does not have is named, and lacks nothing', async () => {
  const mapping = { ...plan.imports.get('party-building-forms')! }
  const tables = mapping.tables.filter(({ title }) => title.zh === '党员花名册')
  const grid = [
    ['律所名称', '命名时间'],
    ['江西甲正律师事务所', '2024-07-01'],
  ]
  const { notes } = await importedGrid(grid, { mapping: { ...mapping, tables } })
  expect(notes[0]!.text.zh).toMatch(/它有“党建工作示范所名单”的各列/)
  expect(notes[0]!.text.zh).not.toContain('还缺列')
})

test.each([
  [
    ['江西甲正律师事务所', '江西甲正律师事务所', '江西甲正律师事务所'],
    ['甲', '乙', '丙'],
  ],
  [
    ['所在市', '所在县', '乙', '丙'],
    ['赣州市', '大余县', '1', '2'],
  ],
])('a title or headings of places turn no table: %j', async (...rows) => {
  const { notes } = await importedGrid(rows, { mapping: plan.imports.get('party-building-forms') })
  expect(notes[0]!.text.zh).not.toContain('行列对调')
})

test('of a column that another table of the mapping reads it is said in which', async () => {
  const { columns } = await importedGrid([
    ['支部名称', '应换届时间', '执业律师数', '奇怪的列'],
    ['江西甲正律师事务所党支部', '2027.1.2', 4, 1],
  ])
  const [elsewhere, unknown] = columns.slice(2).map(({ why }) => why?.zh)
  expect(elsewhere).toMatch(/按“换届提醒表”读.*“律师行业党建工作台账”.*中才有/)
  expect(unknown).toBe('对照设置中没有这样表头的列。')
})
