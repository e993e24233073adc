import { utils, write } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'

const book = utils.book_new()
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([['江西明远律师事务所', { t: 'n', v: 40_681, z: 'yyyy/mm/dd', w: '2011/05/18' }]]),
  '市直',
)
const TEXTS = ['江西明远律师事务所', '2011/05/18']

describe('in a Worker', () => {
  test.each(['xlsx', 'xls', 'ods'] as const)('a workbook is read as .%s', async (bookType) => {
    const bytes = new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer)
    const { sheets } = await readWorkbook(bytes, { name: '台账' })
    expect(sheets[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(TEXTS)
  })

  test('a table is read in GBK', async () => {
    const { sheets } = await readWorkbook(Uint8Array.of(0xbd, 0xad, 0xce, 0xf7, 0x2c, 0xa3, 0xb3), { name: '台账.csv' })
    expect(sheets[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['江西', '３'])
  })
})
