import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const NAME = '江西甲衡律师事务所'

async function imported(headings: Value[], row: Value[]) {
  const result = await importedGrid([['填报日期：2026年9月30日'], headings, row])
  const read = result.columns.filter(({ use }) => use !== 'not-usable').map(({ heading }) => heading)
  return { firm: firmsIn(result).get(NAME)!, read }
}

describe('a sheet is of the table that reads most of it', () => {
  test('and not of one that knows a column and says why it is not read', async () => {
    const { firm, read } = await imported(
      ['律所名称', '县区', '党员人数', '执业律师', '主任', '书记', '支部类型'],
      [NAME, '章贡区', 3, 5, '王建国', '陈二', '党支部'],
    )
    expect(read).toEqual(['律所名称', '县区', '党员人数', '执业律师', '主任', '支部类型'])
    expect(firm).toMatchObject({ lawyers: 5, members: { all: 3 }, director: {} })
  })

  test('so the register is read with the end of a term in it', async () => {
    const { firm } = await imported(
      ['序号', '县区', '事务所', '律师数', '党员数', '党组织名称', '本届届满时间'],
      [1, '章贡区', NAME, 5, 3, `${NAME}党支部`, '2027.5'],
    )
    expect(firm).toMatchObject({ lawyers: 5, members: { all: 3 } })
  })

  test('when firms were set up is not when their branches were', async () => {
    const { firm } = await imported(['律所名称', '成立时间', '党员总数'], [NAME, '2015.7', 3])
    expect(firm).toMatchObject({ establishedOn: '2015-07', members: { all: 3 } })
    expect(firm).not.toHaveProperty('organization')
  })
})

describe('a list of names that may be of firms or of their branches', () => {
  test.each([
    ['单位', '成立时间', '党员人数'],
    ['名称', '批复成立时间', '文号'],
  ])('says under %s of branches alone when they were set up: %s', async (name, day, other) => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      [name, day, other],
      [`${NAME}党支部`, '2015-03-01', 5],
      ['江西乙正律师事务所', '2010-03-01', 0],
    ])
    const firms = firmsIn(result)
    expect(firms.get(NAME)).toMatchObject({ organization: { kind: 'branch', establishedOn: '2015-03-01' } })
    expect(firms.get('江西乙正律师事务所')).not.toHaveProperty('organization')
    expect(result.notes.map(briefly)).toEqual(['台账 B4 not-about-row'])
    expect(result.notes[0]!.text.zh).toMatch(/^这一行写的是律所的名称/)
  })

  test.each([
    ['党组织名称', '批准成立日期', '批准文号'],
    ['支部名称', '成立批复时间', '书记'],
    ['单位', '批复时间', '党组织类型'],
  ])('with %s and %s is one of approvals', async (name, day, other) => {
    const result = await importedGrid([
      [name, day, other],
      [`中共${NAME}支部委员会`, '2015-03-01', other === '党组织类型' ? '党支部' : '王建国'],
    ])
    expect(result.mapping.guessed).toBe(false)
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { kind: 'branch', establishedOn: '2015-03-01' } })
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
  })
})

describe('a table with a column of branches', () => {
  const LACKING = '江西乙正律师事务所'

  test.each<[Value[], Value[], Value[]]>([
    [
      ['序号', '律所', '党支部', '书记', '成立时间'],
      [1, NAME, `${NAME}党支部`, '王建国', '2015-03-01'],
      [2, LACKING, '无', '', ''],
    ],
    [
      ['党支部', '律所', '成立时间', '党员人数'],
      [`${NAME}党支部`, NAME, '2010-03-01', 5],
      ['无', LACKING, '2011-03-01', 0],
    ],
  ])('beside one of firms is of the firms: %j', async (...grid) => {
    const result = await importedGrid(grid)
    expect(firmsIn(result).get(NAME)).toMatchObject({ jointBranch: null, organization: { kind: 'branch' } })
    expect(firmsIn(result).get(LACKING)).toMatchObject({ jointBranch: null, organization: null })
    expect(result.notes).toEqual([])
  })

  test('counts members beside a word that names no branch as those of the firm', async () => {
    const result = await importedGrid([
      ['律所名称', '党员人数', '党支部'],
      [NAME, 5, '有'],
      [LACKING, 0, '无'],
    ])
    expect([NAME, LACKING].map((name) => firmsIn(result).get(name))).toMatchObject([
      { members: { all: 5 } },
      { members: { all: 0 } },
    ])
    expect(result.notes.map(briefly)).toEqual(['台账 C2 not-understood'])
  })

  test.each<[Value[], Value[]]>([
    [
      ['姓名', '性别', '律所', '入党时间', '所在党支部'],
      ['王建国', '男', NAME, '2010-03-01', `${NAME}党支部`],
    ],
    [
      ['姓名', '执业机构', '执业时间', '党支部', '党员'],
      ['王建国', NAME, '2010', `${NAME}党支部`, '是'],
    ],
    [
      ['序号', '姓名', '所在党支部', '评议等次'],
      [1, '王建国', `${NAME}党支部`, '优秀'],
    ],
  ])('whose rows are persons is no roll of branches: %j', async (headings, row) => {
    const { ledger, columns, notes } = await importedGrid([['赣州市律师行业党组织情况'], headings, row])
    expect([Object.keys(ledger), columns]).toEqual([[], []])
    expect(notes.map(briefly)).toEqual(['台账 no-ledger'])
    expect(notes[0]!.text.zh).toContain('每行是一个人')
  })
})

test('numbers of counties in a table of firms are told, as no title has numbers and no rows below it', async () => {
  const { notes, ledger } = await importedGrid([
    ['单位名称', '党员律师数'],
    ['章贡区', 50],
    ['南康区', 7],
  ])
  expect(ledger).not.toHaveProperty('counties')
  expect(notes.map(briefly)).toEqual(['台账 A2 row-not-read', '台账 A3 row-not-read'])
})
