import { expect, test } from 'vitest'
import { utils } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { briefly, firmsIn, plan } from './imported.ts'
import { bookOf, sheetOf, written, type Value } from '../workbook-file.ts'

async function importedMerged(grid: readonly (readonly Value[])[], ...merges: readonly string[]) {
  const book = bookOf(grid)
  sheetOf(book)['!merges'] = merges.map((range) => utils.decode_range(range))
  return importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
}

test('a number in a cell merged over several firms is of none of them, and is told once', async () => {
  const result = await importedMerged(
    [
      ['填报日期：2026-09-30'],
      ['律师事务所名称', '执业律师数', '上年度党建经费支出（万元）'],
      ['甲律师事务所', 12, 3],
      ['乙律师事务所', null, null],
      ['丙律师事务所', 7, 2],
    ],
    'B3:B4',
    'C3:C4',
  )
  const firms = firmsIn(result)
  for (const name of ['甲律师事务所', '乙律师事务所']) {
    expect(firms.get(name)).not.toHaveProperty('lawyers')
    expect(firms.get(name)).not.toHaveProperty('years')
  }
  expect(firms.get('丙律师事务所')).toMatchObject({ lawyers: 7, years: { 2025: { spend: 2_000_000 } } })
  expect(result.notes.map(briefly)).toEqual(['台账 B3 number-of-several', '台账 C3 number-of-several'])
})

test('a day, a person and a tick merged over several firms are of each of them, and are told once', async () => {
  const result = await importedMerged(
    [
      ['县（市、区）', '律师事务所名称', '主任', '成立时间', '有无专门场所', '执业律师数'],
      ['章贡区', '甲律师事务所', '赵甲', '2018-05-01', '√', 5],
      [null, '乙律师事务所', null, null, null, 6],
    ],
    'A2:A3',
    'C2:C3',
    'D2:D3',
    'E2:E3',
  )
  const [one, other] = firmsIn(result).values()
  for (const fact of ['director', 'establishedOn', 'venue']) {
    expect(one).toHaveProperty(fact)
    expect(other?.[fact]).toEqual(one?.[fact])
  }
  expect(result.notes.map(briefly)).toEqual(['C2', 'D2', 'E2'].map((cell) => `台账 ${cell} same-for-several`))
})

test('an organization merged over several firms may be one of all of them: it is of none, and told', async () => {
  const result = await importedMerged(
    [
      ['律师事务所名称', '执业律师数', '单独', '党组织名称'],
      ['甲律师事务所', 5, '√', '中共某某支部'],
      ['乙律师事务所', 6, '√', null],
    ],
    'D2:D3',
  )
  for (const firm of firmsIn(result).values()) expect(firm).not.toHaveProperty('organization.id')
  expect(result.notes.map(briefly)).toEqual(['台账 D2 organization-of-several'])
})

test('a number merged over the rows of one firm is its own', async () => {
  const result = await importedMerged(
    [
      ['律师事务所名称', '执业律师数', '主任'],
      ['甲律师事务所', 12, '赵甲'],
      [null, null, '赵甲'],
    ],
    'A2:A3',
    'B2:B3',
  )
  expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ lawyers: 12 })
  expect(result.notes).toEqual([])
})
