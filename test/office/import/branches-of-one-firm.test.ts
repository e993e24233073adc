import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '甲律师事务所'
const ROSTER = ['姓名', '人员类别', '所在党支部', '是否执业律师', '备注']

test('the members of all branches of a firm, and of its general branch, are its own', async () => {
  const branches = ['第一党支部', '第二党支部', '党总支第三党支部', '党总支', '党支部']
  const rows = branches.map((branch, i) => [`张${'甲乙丙丁戊'[i]!}`, '正式党员', NAME + branch, '是', ''])
  const result = await importedGrid([ROSTER, ...rows])
  expect([...firmsIn(result).values()]).toMatchObject([{ name: NAME, members: { all: 5, full: 5 } }])
})

test('two branches of one firm in a list of branches contradict each other, which is told', async () => {
  const result = await importedGrid([
    ['名称', '成立时间', '类别', '是否联合党支部'],
    ['甲律师事务所第一党支部', '2015-07-01', '党支部', '否'],
    ['甲律师事务所第二党支部', '2016-07-01', '党支部', '否'],
  ])
  expect([...firmsIn(result).keys()]).toEqual([NAME])
  expect(JSON.stringify(result.ledger)).not.toContain('establishedOn')
  expect(result.notes.map(briefly)).toEqual(['台账 A3 named-otherwise', '台账 B3 contradiction'])
})

test('joint branches with ordinals are several', async () => {
  const result = await importedGrid([
    ['律所名称', '执业律师数', '联合', '党组织名称'],
    [NAME, 5, '√', '市直律师第一党支部'],
    ['乙律师事务所', 5, '√', '市直律师第二党支部'],
  ])
  expect(result.ledger['jointBranches']).toMatchObject([{ name: '市直律师第一党支部' }, { name: '市直律师第二党支部' }])
})

test('a group of members is no branch', async () => {
  const register = await importedGrid([
    ['律所名称', '执业律师数', '单独', '党组织名称'],
    [NAME, 5, '√', '甲律师事务所党小组'],
  ])
  expect(firmsIn(register).get(NAME)).not.toHaveProperty('organization')
  expect(register.notes.map(briefly)).toEqual(['台账 D2 contradiction'])
  const branches = await importedGrid([
    ['名称', '成立时间', '类别', '是否联合党支部'],
    ['甲律师事务所党小组', '2015-07-01', '党小组', '否'],
  ])
  expect(branches.ledger).toEqual({})
  expect(branches.notes.map(briefly)).toEqual(['台账 A2 row-not-read'])
})

test.each([
  ['已转正', '预备党员'],
  ['已转出', '正式党员'],
  ['停止党籍', '正式党员'],
  ['去世', '正式党员'],
  ['迁往南昌', '正式党员'],
])('a remark %s of a member leaves open the numbers that it may change, which is told', async (remark, kind) => {
  const result = await importedGrid([ROSTER, ['张甲', '正式党员', NAME, '是', ''], ['李乙', kind, NAME, '是', remark]])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('members.all')
  expect(result.notes.map(briefly)).toContain('台账 E3 not-counted')
})

test('two rows of one firm are told with both cells, and what they contradict each other about is open', async () => {
  const result = await importedGrid([
    ['律所名称', '执业律师数', '单独', '联合', '党组织名称'],
    [NAME, 5, '√', '', '甲律师事务所党支部'],
    [NAME, 5, '', '√', '市直联合党支部'],
  ])
  expect(result.notes[0]).toMatchObject({ code: 'named-twice', place: { cell: 'A3' }, other: { cell: 'A2' } })
  expect(firmsIn(result).get(NAME)).toMatchObject({ lawyers: 5 })
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('organization')
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('jointBranch')
})

test('“the same” is no number, and is told', async () => {
  const result = await importedGrid([
    ['律所名称', '执业律师数', '成立时间'],
    [NAME, 5, '2015-07-01'],
    ['乙律师事务所', '同上', '同上'],
  ])
  expect(firmsIn(result).get('乙律师事务所')).toMatchObject({ establishedOn: '2015-07-01' })
  expect(firmsIn(result).get('乙律师事务所')).not.toHaveProperty('lawyers')
  expect(result.notes.map(briefly)).toEqual(['台账 B3 same-number'])
})

test('a table of which no ledger can be made says what to do instead', async () => {
  const result = await importedGrid([
    ['党支部考核结果'],
    ['年度', '支部', '书记', '考核结果'],
    [2025, '甲律师事务所党支部', '张甲', '好'],
  ])
  expect(result.ledger).toEqual({})
  expect(result.notes.map(({ code }) => code)).toEqual(['no-ledger'])
  expect(result.notes[0]!.text.zh).toContain('请填入台账的“上年度述职”等列')
})

test.each(['2024-05-31', '2024-06-01', '2024-05', '2024-06'])(
  'a term from 2021-06-01 that ends on %s is no contradiction',
  async (end) => {
    const result = await importedGrid(
      [
        ['律所名称', '执业律师数', '单独', '类别', '本届任期起始时间', '届满时间'],
        [NAME, 5, '√', '党支部', '2021-06-01', end],
      ],
      { on: '2023-12-31' },
    )
    expect(result.notes.filter(({ code }) => code === 'end-differs' || code === 'contradiction')).toEqual([])
  },
)
