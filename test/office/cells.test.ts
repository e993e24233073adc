import { readWorkbook } from '@tiaoli/office'
import { utils, type BookType } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import {
  bookOf,
  cellsOf,
  FIRST_SHEET,
  readSheet,
  refusal,
  sheetOf,
  textsOf,
  withHiddenRow,
  withPart,
  written,
} from './workbook-file.ts'

describe.each<BookType>(['xlsx', 'xlsm', 'xls', 'ods'])('cells of an .%s file', (bookType) => {
  test('are texts, numbers and truths with the text that is shown', async () => {
    const cells = cellsOf(await readSheet(written(bookOf([['√', 12.6, true, ' 是 ', '0']]), bookType)))
    expect([...cells.values()].map(({ kind, value, text }) => [kind, value, text])).toEqual([
      ['text', '√', '√'],
      ['number', 12.6, '12.6'],
      ['truth', true, 'TRUE'],
      ['text', ' 是 ', ' 是 '],
      ['text', '0', '0'],
    ])
  })

  test('have their place and column', async () => {
    const cells = cellsOf(await readSheet(written(bookOf([[], [null, null, '江西明远律师事务所']]), bookType)))
    expect([...cells.values()]).toEqual([
      {
        kind: 'text',
        value: '江西明远律师事务所',
        text: '江西明远律师事务所',
        place: { sheet: '台账', address: 'C2' },
        column: 3,
      },
    ])
  })

  test('of a merged range all show its value, and the formula and note stay with the first', async () => {
    const book = bookOf([
      ['章贡区', '甲'],
      [null, '乙'],
      [null, '丙'],
    ])
    const sheet = sheetOf(book)
    sheet['!merges'] = [utils.decode_range('A1:A3'), utils.decode_range('D1:E2')]
    utils.cell_add_comment(sheet['A1'], 'to be checked')
    const read = await readSheet(written(book, bookType))
    const cells = cellsOf(read)
    expect(read.merges).toEqual(['A1:A3'])
    expect(cells.get('A1')?.note).toBe('to be checked')
    expect(cells.get('A3')).toEqual({
      kind: 'text',
      value: '章贡区',
      text: '章贡区',
      place: { sheet: '台账', address: 'A3' },
      column: 1,
      mergedInto: 'A1',
    })
  })
})

test('a merged range is shown no further than the sheet is used', async () => {
  const book = bookOf([['标题'], ['甲', '乙']])
  sheetOf(book)['!merges'] = [utils.decode_range('A1:XFD1'), utils.decode_range('B2:B1048576')]
  const cells = cellsOf(await readSheet(written(book)))
  expect([...cells.keys()]).toEqual(['A1', 'B1', 'A2', 'B2'])
})

test('a percentage and an amount keep the text of their format', async () => {
  const grid = [
    [
      { t: 'n' as const, v: 0.865, z: '0.0%' },
      { t: 'n' as const, v: 12.6, z: '0.00"万元"' },
      { t: 'n' as const, v: 1234.5, z: '#,##0.00' },
    ],
  ]
  const cells = cellsOf(await readSheet(written(bookOf(grid))))
  expect([...cells.values()].map(({ value, text }) => [value, text])).toEqual([
    [0.865, '86.5%'],
    [12.6, '12.60万元'],
    [1234.5, '1,234.50'],
  ])
})

describe('formulas', () => {
  const withFormula = (xml: string) =>
    withPart(written(bookOf([[1, 2]])), FIRST_SHEET, (text) => text.replace(/<c r="B1".*?<\/c>/, xml))
  const read = async (xml: string) => cellsOf(await readSheet(withFormula(xml))).get('B1')

  test('that fail are cells with an error', async () => {
    expect(await read('<c r="B1" t="e"><f>A9/0</f><v>#DIV/0!</v></c>')).toMatchObject({
      kind: 'error',
      value: '#DIV/0!',
      text: '#DIV/0!',
      formula: 'A9/0',
    })
    expect(await read('<c r="B1" t="e"><v>#REF!</v></c>')).toMatchObject({ kind: 'error', value: '#REF!' })
  })

  test.each([
    '<c r="B1"><f>SUM(A1:A1)</f></c>',
    '<c r="B1"><f>SUM(A1:A1)</f><v></v></c>',
    '<c r="B1"><f>SUM(A1:A1)</f><v/></c>',
    '<c><f>SUM(A1:A1)</f></c>',
    '<c r="B1" t="str"><f>SUM(A1:A1)</f></c>',
  ])('without a result are no number 0: %s', async (xml) => {
    expect(await read(xml)).toMatchObject({ kind: 'error', value: 'not-calculated', text: '', formula: 'SUM(A1:A1)' })
  })

  test('with the result 0 are the number 0', async () => {
    expect(await read('<c r="B1"><f>SUM(A1:A1)</f><v>0</v></c>')).toMatchObject({ kind: 'number', value: 0 })
  })

  test('with an empty text as their result are empty', async () => {
    expect(await read('<c r="B1" t="str"><f>IF(A1,"","")</f><v> </v></c>')).toMatchObject({ kind: 'text', text: ' ' })
    expect(await read('<c r="B1" t="inlineStr"><f>T(0)</f><v>x</v><is><t></t></is></c>')).toMatchObject({
      kind: 'empty',
      text: '',
      formula: 'T(0)',
    })
  })
})

describe('what is hidden', () => {
  const book = bookOf([['甲', '乙', '丙'], ['丁'], ['戊']])
  sheetOf(book)['!cols'] = [{}, { hidden: true }]
  sheetOf(book)['!rows'] = [{}, { hidden: true }]

  test.each<[BookType, Uint8Array]>([
    ['xlsx', written(book)],
    ['xls', withHiddenRow(written(book, 'xls'), 2)],
  ])('is said of rows and columns in .%s', async (_, bytes) => {
    const { rows, hiddenColumns } = await readSheet(bytes)
    expect(rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
    expect(hiddenColumns).toEqual([2])
  })

  test.each<BookType>(['xlsx', 'xls'])('is said of sheets in .%s', async (bookType) => {
    const two = bookOf([['甲']])
    utils.book_append_sheet(two, utils.aoa_to_sheet([['乙']]), '上季度')
    two.Workbook = { Sheets: [{}, { Hidden: 2 }] }
    const { sheets } = await readWorkbook(written(two, bookType), { name: '台账' })
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  test('is said of rows and sheets in .ods', async () => {
    const bytes = withPart(written(bookOf([['甲'], ['乙']]), 'ods'), 'content.xml', (text) =>
      text
        .replace(/(<style:style style:name="ta1"[^>]*>\s*<style:table-properties )[^>]*>/, '$1table:display="false"/>')
        .replace('<table:table-row', '<table:table-row table:visibility="collapse"'),
    )
    const { hidden, rows } = await readSheet(bytes)
    expect(hidden).toBe(true)
    expect(rows.map((row) => row.hidden)).toEqual([true, false])
  })
})

describe('what holds nothing', () => {
  const rowsAt = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, i) => `<row r="${from + i}" ht="14.25" customHeight="1"><c r="A${from + i}" s="0"/></row>`,
    )

  test('is no cell, however many rows have a format', async () => {
    const bytes = withPart(written(bookOf([['甲']])), FIRST_SHEET, (text) =>
      text.replace('</sheetData>', `${rowsAt(2, 20_000).join('')}</sheetData>`),
    )
    expect(textsOf(await readSheet(bytes))).toEqual([['甲']])
  })

  test('in columns is none, though their formats reach beyond the last there can be', async () => {
    const bytes = withPart(written(bookOf([['甲']])), FIRST_SHEET, (text) =>
      text.replace('<sheetData>', '<cols><col min="1" max="4000000000" hidden="1"/></cols><sheetData>'),
    )
    expect((await readSheet(bytes)).hiddenColumns).toEqual([1])
  })
})

test.each(['__proto__', 'constructor', 'toString'])(
  'a sheet with the name %s is refused, and nothing is changed',
  async (name) => {
    const bytes = withPart(written(bookOf([['甲']])), 'xl/workbook.xml', (text) => text.replace('台账', name))
    expect((await refusal(bytes)).code).toBe('sheet-name')
    expect(Object.keys(Object.prototype)).toEqual([])
  },
)

test('two sheets of one name, of which programs find one alone, are refused', async () => {
  const book = bookOf([['甲']])
  utils.book_append_sheet(book, utils.aoa_to_sheet([['乙']]), '上季度')
  const bytes = withPart(written(book), 'xl/workbook.xml', (text) => text.replace('上季度', '台账'))
  expect((await refusal(bytes)).code).toBe('sheet-name')
})

test('cells whose texts are names of prototypes are texts', async () => {
  const grid = [
    ['__proto__', 'constructor'],
    ['甲', '__proto__'],
  ]
  expect(textsOf(await readSheet(written(bookOf(grid))))).toEqual(grid)
  expect(textsOf(await readSheet(new TextEncoder().encode('__proto__,constructor\n甲,__proto__')))).toEqual(grid)
})
