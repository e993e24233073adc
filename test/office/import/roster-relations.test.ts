import type { ImportResult } from '@tiaoli/office/import'
import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲律师事务所'
const BRANCH = `${NAME}党支部`

const members = (result: ImportResult) => firmsIn(result).get(NAME)?.['members'] ?? {}

const told = ({ notes }: ImportResult) => notes.filter(({ code }) => code !== 'record-made').map(briefly)

/** Members of one firm, each with what a column says of the relation. */
const rosterOf = async (heading: string, cells: readonly string[], by = { heading: '所在律所', name: NAME }) =>
  importedGrid([
    ['姓名', '人员类别', by.heading, heading],
    ...cells.map((cell, i) => [['王建国', '李秀英', '张卫东', '陈志强'][i]!, '正式党员', by.name, cell]),
  ])

describe.each([
  { heading: '所在律所', name: NAME },
  { heading: '所在党支部', name: BRANCH },
])('a roster by $heading with a column of relations', (by) => {
  test.each([
    ['组织关系是否转入', ['是', '否', '否']],
    ['是否转入组织关系', ['√', '×', '未转入']],
    ['组织关系是否在本支部', ['是', '否', '否（在外地）']],
  ])('counts no members whose relation is not transferred, and says how many they are: %s', async (heading, cells) => {
    const result = await rosterOf(heading, cells, by)
    expect(members(result)).toEqual({ all: 1, full: 1, probationary: 0, untransferred: 2 })
    expect(told(result)).toEqual(['台账 D3 row-not-counted', '台账 D4 row-not-counted'])
  })

  test.each([
    ['组织关系是否转入', '本人正在联系'],
    ['组织关系是否转入', ''],
    ['组织关系是否转入', '/'],
    ['组织关系是否转入', '是（已转出）'],
    ['组织关系所在单位', '赣县区某社区'],
    ['组织关系所在党组织', ''],
    ['组织关系所在党组织', '江西乙律师事务所党支部'],
    ['是否流动党员', '是'],
    ['组织关系未转入', '√'],
    ['流动党员（流入）', '是'],
    ['转出时间', '2026.5'],
    ['备注', '流动党员'],
    ['备注', '组织关系在赣县区'],
  ])('leaves the numbers open where it is not clear: %s %j', async (heading, cell) => {
    const result = await rosterOf(
      heading,
      ['', '', cell].map((one, i) => (i < 2 ? fine(heading) : one)),
      by,
    )
    expect(members(result)).not.toHaveProperty('all')
    expect(members(result)).not.toHaveProperty('full')
    expect(told(result)).toContain('台账 D4 not-counted')
  })

  test.each([
    ['组织关系是否转入', '是'],
    ['组织关系是否转入', '已转入'],
    ['组织关系所在单位', '本支部'],
    ['组织关系所在党组织', BRANCH],
    ['是否流动党员', '否'],
    ['是否流动党员', ''],
    ['转出时间', ''],
    ['转出时间', '无'],
  ])('counts all where it is: %s %j', async (heading, cell) => {
    const result = await rosterOf(heading, [cell, cell, cell], by)
    expect(members(result)).toMatchObject({ all: 3, full: 3, probationary: 0 })
    expect(told(result)).toEqual([])
  })
})

function fine(heading: string): string {
  return heading === '组织关系是否转入' ? '是' : heading.startsWith('组织关系所在') ? '本支部' : ''
}

test('a roster without such a column is counted as before', async () => {
  expect(members(await rosterOf('联系电话', ['', '', '']))).toEqual({ all: 3, full: 3, probationary: 0 })
})
