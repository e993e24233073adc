import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPack } from '../../scripts/read-pack.ts'
import { readWorkbooks } from '../../packages/workbench/src/engine/read-workbooks.ts'
import { compiledPack } from '../load-packs.ts'
import { bookOf, written } from '../office/workbook-file.ts'

const PACK = 'ganzhou-2018-32'
const REGISTER = 'A-律师行业党建工作台账-2026三季度.xlsx'

it('a column that says whether there is something is told by what that is, each thing once, and not by a fact of it', async () => {
  const { columns } = await readWorkbooks(compiledPack(PACK), readPack(PACK), undefined, {
    files: [{ name: REGISTER, bytes: readFileSync(`test/office/files/${REGISTER}`) }],
    on: '2026-09-30',
    names: {},
    corrections: [],
    tellings: [],
    offices: [],
    own: undefined,
  })
  const givenBy = (heading: string) => columns.find((column) => column.heading === heading)!.gives.map(({ zh }) => zh)
  expect(givenBy('党组织设置情况／组建形式／单独')).toEqual(['没有所在联合党支部的情况'])
  expect(givenBy('党组织设置情况／组建形式／联合')).toEqual(['没有律所单独建立的党组织的情况'])
  expect(givenBy('党组织书记情况／姓名')).toEqual(['党组织书记', '联合党支部书记'])
  // What is asked for comes first; what a cell may say beside, or what follows, is no more than that.
  expect(givenBy('党建指导员／姓名')).toEqual(['党建工作指导员（姓名）', '据此推定的指导员任职截止日期'])
  expect(givenBy('备注')).toEqual(['备注，供人工阅读', '其中写明的律所注销日期'])
  expect(givenBy('党组织书记情况／是否“一肩挑”')).not.toContain('备注，供人工阅读')
})

it('every column that is read says in words what it gives, or that it says how others are read', async () => {
  const policy = compiledPack(PACK)
  const tables = [...policy.plan.imports.values()].flatMap(({ tables: all }) => all)
  const ids = new Set([...policy.plan.facts.keys(), ...policy.plan.scopes.keys()])
  const files = tables.map(({ columns = [] }, i) => {
    const heads = [
      ...new Map(
        columns.map(({ under, headings: [heading = ''] }) => [JSON.stringify([under, heading]), { under, heading }]),
      ).values(),
    ]
    const above = heads.map(({ under, heading }) => [under ?? heading].flat()[0]!)
    const below = heads.map(({ under, heading }) => (under === undefined ? '' : heading))
    return { name: `${i}.xlsx`, bytes: written(bookOf([['填报日期：2026-03-31'], above, below, heads.map(() => '1')])) }
  })
  const asked = { files, on: undefined, names: {}, corrections: [], tellings: [], offices: [], own: undefined }
  const { columns } = await readWorkbooks(policy, readPack(PACK), undefined, asked)
  const used = columns.filter(({ use }) => use !== 'not-usable')
  expect(used.length).toBeGreaterThan(200)
  for (const { place, heading, gives } of used) {
    expect(gives, `${place.file} ${heading}`).not.toEqual([])
    for (const { zh } of gives)
      expect(ids.has(zh) || /标识|代号/.test(zh), `${place.file} ${heading}: ${zh}`).toBe(false)
  }
  expect(columns.find(({ heading }) => heading === '评议事项')!.gives.map(({ zh }) => zh)).toEqual([
    '说明其他列怎么读，本身不给出内容',
  ])
})

it('columns that are guessed count as used, and a record of which nothing but its name is read is listed', async () => {
  const firms = ['甲', '乙', '丙'].map((name) => [`江西${name}律师事务所`, '张三', '说不清'])
  const grid = [['事务所', '负责人', '某某'], ...firms]
  const { mapping, columns, used, records } = await readWorkbooks(compiledPack(PACK), readPack(PACK), undefined, {
    files: [{ name: '自编.xlsx', bytes: written(bookOf(grid)) }],
    on: undefined,
    names: {},
    corrections: [],
    tellings: [],
    offices: [],
    own: undefined,
  })
  expect(mapping!.file.guessed).toBe(true)
  expect(columns.map(({ use }) => use)).toEqual(['guessed', 'guessed', 'not-usable'])
  expect(used).toBe(2)
  expect(records.map(({ name, values }) => [name, values.length])).toEqual(firms.map(([name]) => [name, 0]))
})
