import { expect, test } from 'vitest'
import { briefly, city, firmsIn, importedGrid, importedGrids } from './imported.ts'

const NAME = '江西明理律师事务所'
const HEAD = ['律所名称', '执业律师数', '主任', '单独', '书记', '是否“一肩挑”']

const imported = (director: string, secretary: string, isOne = '') =>
  importedGrid([HEAD, [NAME, 9, director, '√', secretary, isOne]], { on: '2026-09-30' })

test.each([
  ['张三丰', '张三峰'],
  ['张三丰', '章三丰'],
  ['张三丰', '张丰三'],
  ['欧阳明理', '欧阳明丽'],
  ['张戊', '张戌'],
])('%s and %s may be one by a slip: who is secretary is open, and both cells are told', async (director, secretary) => {
  const result = await imported(director, secretary)
  expect(firmsIn(result).get(NAME)).toMatchObject({ director: { id: 'person-1' } })
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
  expect(result.persons).toEqual({ 'person-1': director })
  expect(result.notes.map((note) => [briefly(note), note.other?.cell])).toEqual([['台账 E2 person-alike', 'C2']])
  expect(JSON.stringify(result.notes)).not.toContain(secretary)
  const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30' })
  const heads = findings.filter(({ requirement }) => requirement === 'one-shoulder')
  expect(heads.map(({ status }) => status)).toEqual(['unknown'])
})

test.each([
  ['张三丰', '李四'],
  ['张伟', '张强'],
  ['张三丰', '张丰'],
])('%s and %s are two', async (director, secretary) => {
  const result = await imported(director, secretary)
  expect(Object.values(result.persons)).toEqual([director, secretary])
  expect(result.notes).toEqual([])
})

test('a column that says that they are not the same is believed, and one that says that they are is told', async () => {
  const two = await imported('张三丰', '张三峰', '否')
  expect(Object.values(two.persons)).toEqual(['张三丰', '张三峰'])
  expect(two.notes).toEqual([])
  const one = await imported('张三丰', '张三峰', '是')
  expect(one.persons).toEqual({})
  expect(one.notes.map(briefly)).toEqual(['台账 F2 contradiction'])
})

test('names of two firms are not compared', async () => {
  const result = await importedGrid([
    HEAD,
    [NAME, 9, '张三丰', '√', '张三丰', ''],
    ['江西启明律师事务所', 9, '张三峰', '√', '张三峰', ''],
  ])
  expect(Object.values(result.persons)).toEqual(['张三丰', '张三峰'])
  expect(result.notes).toEqual([])
})

test('names of one firm in two tables are', async () => {
  const result = await importedGrids([
    [HEAD.slice(0, 3), [NAME, 9, '张三丰']],
    [
      ['支部名称', '支部成立时间', '党员总数', '书记'],
      [`${NAME}党支部`, '2015-07-01', 5, '张三峰'],
    ],
  ])
  expect(result.persons).toEqual({ 'person-1': '张三丰' })
  expect(result.notes.map(briefly)).toEqual(['台账 D2 person-alike'])
})
