import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'
import { bookOf, sheetOf, written } from '../workbook-file.ts'

const mapping = {
  id: 'test',
  title: { zh: '试', en: 'a test' },
  tables: [
    {
      title: { zh: '表', en: 'a table' },
      has: ['律所'],
      row: 'firm',
      columns: [
        { headings: ['律所', '名称'], record: 'firm' },
        { headings: ['执业律师数', '律师人数'], fact: 'firm.lawyers' },
      ],
    },
  ],
}

describe('two headings of a table that mean the same', () => {
  test('are read once where their columns say the same', async () => {
    const grid = [
      ['律所', '名称', '执业律师数', '律师人数'],
      ['甲律师事务所', '甲律师事务所', 5, 5],
      ['乙律师事务所', '乙律师事务所', '', ''],
    ]
    const result = await importedGrid(grid, { mapping })
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ lawyers: 5 })
    expect([...firmsIn(result).keys()]).toEqual(['甲律师事务所', '乙律师事务所'])
    expect(result.notes).toEqual([])
    expect(result.columns.map(({ use }) => use)).toEqual(['read', 'not-usable', 'read', 'not-usable'])
  })

  test('are not read where they differ in a row, which is told', async () => {
    const grid = [
      ['律所', '执业律师数', '律师人数'],
      ['甲律师事务所', 5, 5],
      ['乙律师事务所', 6, ''],
    ]
    const result = await importedGrid(grid, { mapping })
    expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('lawyers')
    expect(result.notes.map(briefly)).toEqual(['台账 B1 heading-twice', '台账 C1 heading-twice'])
  })

  test('make no firms without names', async () => {
    const grid = [
      ['律所', '名称', '执业律师数'],
      ['甲律师事务所', '乙律师事务所', 5],
    ]
    const result = await importedGrid(grid, { mapping })
    expect(result.ledger).toEqual({})
    expect(result.notes.map(briefly)).toEqual([
      '台账 A1 heading-twice',
      '台账 B1 heading-twice',
      '台账 A1 names-not-read',
    ])
  })
})

test('a hidden column of names makes no firms without names', async () => {
  const book = bookOf([
    ['律师事务所名称', '执业律师数'],
    ['甲律师事务所', 5],
  ])
  sheetOf(book)['!cols'] = [{ hidden: true }, {}]
  const result = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
  expect(result.ledger).toEqual({})
  expect(result.notes.map(briefly)).toEqual(['台账 A1 names-not-read'])
})
