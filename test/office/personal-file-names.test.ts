import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { plan } from './import/imported.ts'
import { bookOf, written } from './workbook-file.ts'

const PHONE = '13812345678'
const IDENTITY = '36210119800101123X'
const GRID = [
  ['律所名称', '成立时间', '执业律师数'],
  ['甲律师事务所', '2018.1①', '12年'],
]

test.each(['xlsx', 'biff8', 'ods'] as const)(
  'a sheet named by a number of a person is told as … (%s)',
  async (kind) => {
    const book = bookOf(GRID, `张三${PHONE}`)
    utils.book_append_sheet(book, utils.aoa_to_sheet(GRID), '二')
    utils.book_append_sheet(book, utils.aoa_to_sheet(GRID), '…1')
    utils.book_append_sheet(book, utils.aoa_to_sheet(GRID), IDENTITY)
    const read = await readWorkbook(written(book, kind), { name: `张三 ${PHONE}.xlsx` })
    expect(read.name).toBe('….xlsx')
    expect(read.sheets.map(({ name }) => name)).toEqual(['……1', '二', '…1', '…4'])
    const result = await importWorkbooks([read], { plan })
    expect(result.notes.length).toBeGreaterThan(0)
    expect(JSON.stringify([read, result])).not.toMatch(/张三|138123|362101/)
  },
)

test.each([`张三${PHONE}.csv`, `${IDENTITY}.csv`, PHONE])('nor is that of a table as text: %s', async (name) => {
  const text = GRID.map((row) => row.join(',')).join('\n')
  const read = await readWorkbook(new TextEncoder().encode(text), { name })
  const result = await importWorkbooks([read], { plan })
  expect(read.sheets.map((sheet) => sheet.name)).toEqual(['…'])
  expect(result.notes.length).toBeGreaterThan(0)
  expect(JSON.stringify([read, result])).not.toMatch(/张三|138123|362101/)
})

test('nor by what is refused', async () => {
  const broken = readWorkbook(new Uint8Array([0, 1, 2]), { name: `${PHONE}.xlsx` })
  await expect(broken).rejects.toMatchObject({ file: '….xlsx' })
})
