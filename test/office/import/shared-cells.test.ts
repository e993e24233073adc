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

test('a number merged over the rows of one firm is its own', async () => {
  const result = await importedMerged(
    [
      ['律师事务所名称', '执业律师数', '主任'],
      ['甲律师事务所', 12, '赵某'],
      [null, null, '赵某'],
    ],
    'A2:A3',
    'B2:B3',
  )
  expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ lawyers: 12 })
  expect(result.notes).toEqual([])
})
