import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const HEAD = ['序号', '县（市、区）', '律师事务所名称', '执业律师数', '备注']

describe('what is around the name of a firm', () => {
  test.each([
    '江西甲合律师事务所*',
    '1.江西甲合律师事务所',
    '（1）江西甲合律师事务所',
    '2、江西甲合律师事务所',
    '★江西甲合律师事务所',
    '※ 江西甲合律师事务所',
    '江西甲合律师事务所①',
    '江西 甲合\n律师事务所',
    '江西甲合律师事务所（主任：王一）',
  ])('is no part of it: %j', async (name) => {
    const result = await importedGrid([HEAD, [1, '章贡区', name, 5]])
    expect([...firmsIn(result).keys()]).toEqual(['江西甲合律师事务所'])
    expect(result.notes).toEqual([])
  })

  test('makes no other firm of it', async () => {
    const result = await importedGrid([
      HEAD,
      [1, '章贡区', '江西甲合律师事务所', 5],
      [2, '章贡区', '★江西甲合律师事务所', 5],
    ])
    expect(firmsIn(result).size).toBe(1)
  })
})

describe('a row that shows how to fill in the form', () => {
  test.each([
    ['样表', ''],
    ['示例', ''],
    ['例', ''],
    ['填写示例', ''],
    [1, '填写示例，请删除'],
    [1, '本行为示例，请删除'],
  ])('makes no firm: %j %j', async (first, remark) => {
    const rows = [first, '章贡区', '江西甲合律师事务所', 5, remark]
    const result = await importedGrid([HEAD, rows, [1, '章贡区', '江西乙合律师事务所', 5, '比照示例填写']])
    expect([...firmsIn(result).keys()]).toEqual(['江西乙合律师事务所'])
    expect(result.notes.map(briefly)).toContain('台账 A2 row-skipped')
  })
})
