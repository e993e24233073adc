import { guessMapping } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { expect, test } from 'vitest'
import { bookOf, written } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'

const HEAD = ['县（市、区）', '律所名称', '执业律师数', '党组织名称', '单独', '联合', '党组织成立时间', '书记姓名']

test('a firm with a branch of its own and a joint one has neither in the ledger, and no joint branch is left behind', async () => {
  const result = await importedGrid([
    HEAD,
    ['章贡区', '甲律师事务所', 5, '甲联合党支部', '√', '√', '2015.7', '赵一'],
    ['章贡区', '乙律师事务所', 6, '乙党支部', '√', '', '2016.7', '钱二'],
    ['章贡区', '丙律师事务所', 7, '', '√', '√', '', ''],
  ])
  const firms = firmsIn(result)
  expect(firms.get('甲律师事务所')).toEqual({ id: 'firm-1', name: '甲律师事务所', closedOn: null, lawyers: 5 })
  expect(firms.get('丙律师事务所')).not.toHaveProperty('organization')
  expect(firms.get('丙律师事务所')).not.toHaveProperty('jointBranch')
  expect(firms.get('乙律师事务所')).toMatchObject({ organization: { establishedOn: '2016-07' }, jointBranch: null })
  expect(result.ledger).not.toHaveProperty('jointBranches')
  expect(result.persons).toEqual({ 'person-1': '钱二' })
  expect(result.notes.map(briefly)).toEqual(['台账 E2 contradiction', '台账 E4 contradiction'])
  expect(result.notes.map(({ other }) => other?.cell)).toEqual(['F2', 'F4'])
})

test('a form in words and a tick that contradict each other leave both open', async () => {
  const result = await importedGrid([
    [...HEAD, '党组织组建形式'],
    ['章贡区', '甲律师事务所', 5, '甲联合党支部', '√', '', '2015.7', '赵一', '联合组建'],
    ['章贡区', '乙律师事务所', 5, '乙联合党支部', '', '√', '2015.7', '赵一', '联合组建'],
  ])
  expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('organization')
  expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('jointBranch')
  expect(result.ledger['jointBranches']).toMatchObject([{ name: '乙联合党支部' }])
})

test('whoever has neither says so in both columns', async () => {
  const result = await importedGrid([HEAD, ['章贡区', '甲律师事务所', 5, '', '否', '否', '', '']])
  expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ organization: null, jointBranch: null })
  expect(result.notes).toEqual([])
})

test('two ticks contradict each other also where the mapping is guessed, and no column waits for them', async () => {
  const grid = [
    ['县（市、区）', '律所名称', '执业律师数', '单独', '联合'],
    ['章贡区', '甲律师事务所', 5, '√', '√'],
    ['章贡区', '乙律师事务所', 5, '√', ''],
  ]
  const book = await readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })
  const result = await importedGrid(grid, { mapping: guessMapping([book], plan) })
  expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('organization')
  expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('jointBranch')
  expect(firmsIn(result).get('乙律师事务所')).toMatchObject({ jointBranch: null })
  expect(result.notes.map(briefly)).toEqual(['台账 D2 contradiction'])
})
