import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'

const NAME = '江西甲合律师事务所'
const OTHER = '江西乙启律师事务所'
const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数', '主任', '党组织名称', '书记', '备注']

const row = (name: string, remark = '') => ['章贡区', name, 5, '张三', `${NAME}党支部`, '张三', remark]

describe('a note behind the name of a firm', () => {
  test.each(['（待核）', '（党员3人）', '(待核实)', '【请核对】', '？', '（新设）（待核）', ' （2023年成立）'])(
    'is no part of it, and is told: %s',
    async (note) => {
      const result = await importedGrid([HEAD, row(NAME + note)])
      expect([...firmsIn(result).keys()]).toEqual([NAME])
      expect(firmsIn(result).get(NAME)).toMatchObject({ organization: {}, jointBranch: null, closedOn: null })
      expect(result.notes.map(briefly)).toEqual(['台账 B2 remark'])
    },
  )

  test('makes no other firm of it, in another table either', async () => {
    const result = await importedGrids([
      [HEAD, row(NAME)],
      [
        ['姓名', '人员类别', '所在党支部'],
        ['张三', '正式党员', `${NAME}党支部（待核）`],
        ['李四', '正式党员', `${NAME}党支部`],
      ],
    ])
    expect([...firmsIn(result)].map(([name, { members }]) => [name, members])).toEqual([
      [NAME, { all: 2, full: 2, probationary: 0 }],
    ])
    expect(result.notes.map(briefly)).toContain('台账 C2 remark')
  })

  test('of a place or a branch is part of it', async () => {
    const result = await importedGrid([HEAD, row(`${NAME}（南康）`), row(`${NAME}（南昌分所）`)])
    expect([...firmsIn(result).keys()]).toEqual([`${NAME}（南康）`, `${NAME}（南昌分所）`])
  })
})

describe('an earlier name of a firm', () => {
  test.each([`（原${OTHER}）`, `（曾用名：${OTHER}）`, `（由${OTHER}更名）`, '（原名乙启所）'])(
    'is none of its name, and the row with that name is told: %s',
    async (note) => {
      const result = await importedGrid([HEAD, row(NAME + note), ['章贡区', OTHER, 6, '', '', '', '']])
      expect([...firmsIn(result).keys()]).toEqual([NAME, OTHER])
      expect(result.notes.map((each) => [briefly(each), each.other?.cell])).toEqual([
        ['台账 B2 remark', undefined],
        ['台账 B2 named-alike', 'B3'],
      ])
      expect(result.notes[1]?.text.zh).toContain('更名')
    },
  )

  test('that no row has is told as a remark', async () => {
    const result = await importedGrid([HEAD, row(`${NAME}（原${OTHER}）`)])
    expect([...firmsIn(result).keys()]).toEqual([NAME])
    expect(result.notes.map(briefly)).toEqual(['台账 B2 remark'])
  })
})

test('a remark that a firm has another name now leaves open whether it is still there, and makes no other', async () => {
  const result = await importedGrid([HEAD, row(NAME, `2025年已更名为${OTHER}`)])
  expect([...firmsIn(result).keys()]).toEqual([NAME])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('closedOn')
  expect(result.notes.map(briefly)).toEqual(['台账 G2 remark', '台账 G2 left-open'])
})

test('a remark of an earlier name closes nothing', async () => {
  const result = await importedGrid([HEAD, row(NAME, `原${OTHER}`)])
  expect(firmsIn(result).get(NAME)).toMatchObject({ closedOn: null })
  expect(result.notes.map(briefly)).toEqual(['台账 G2 remark'])
})

test.each([`${OTHER}→${NAME}`, '甲合所→乙启所', '甲合所->乙启所'])(
  'from one firm to another is neither, and the row is told: %s',
  async (name) => {
    const result = await importedGrid([HEAD, row(name)])
    expect(firmsIn(result).size).toBe(0)
    expect(result.notes.map(briefly)).toEqual(['台账 B2 row-of-several'])
  },
)

test.each([
  ['张三（待核）', 'no-person'],
  ['张三？', 'no-person'],
  ['王五→李六', 'several-persons'],
  ['王五->李六', 'several-persons'],
])('%s does not say who it is now', async (name, code) => {
  const result = await importedGrid([HEAD, ['章贡区', NAME, 5, name, `${NAME}党支部`, name, '']])
  expect(result.persons).toEqual({})
  expect(result.notes.map(briefly)).toEqual([`台账 D2 ${code}`, `台账 F2 ${code}`])
})

test.each(['联系人王小明', '负责人王小明', '书记：王小明'])(
  'of a person who is named behind a firm only the place is told: %s',
  async (note) => {
    const result = await importedGrid([
      ['县（市、区）', '律师事务所名称', '执业律师数'],
      ['章贡区', `江西甲衡律师事务所（${note}）`, 3],
    ])
    expect([...firmsIn(result).keys()]).toEqual(['江西甲衡律师事务所'])
    expect(result.notes.map(({ code, place }) => [code, place.cell])).toEqual([['remark', 'B2']])
    expect(JSON.stringify(result)).not.toContain('王小明')
  },
)

test.each([
  '江西甲合、乙启律师事务所',
  '江西甲合律师事务所、乙启律师所',
  '甲合/乙启所',
  '江西甲合、江西乙启、江西丙明律师事务所',
])('of firms that share the end of their names no row is one: %s', async (name) => {
  const result = await importedGrid([HEAD, row(name)])
  expect(firmsIn(result).size).toBe(0)
  expect(result.notes.map(briefly)).toEqual(['台账 B2 row-of-several'])
})
