import { describe, expect, test } from 'vitest'
import { bookOf, cellsOf, FIRST_SHEET, readSheet, withPart, withRecords, written } from './workbook-file.ts'
import type { BookType } from '@e965/xlsx'

const DAY = 40_681 // 2011-05-18
/** The kind of a record of .xls that says how cells look. */
const LOOK = 0xe0

/** How cells look, in the format of a number. */
function inFormat(look: Uint8Array, format: number): Uint8Array {
  const copy = look.slice()
  copy.set([format, 0], 6)
  return copy
}

async function shown(serial: number, format: string, bookType: BookType = 'xlsx', date1904 = false) {
  const book = bookOf([[{ t: 'n', v: serial, z: format }]])
  if (date1904) book.Workbook = { WBProps: { date1904: true } }
  const { kind, value, text } = cellsOf(await readSheet(written(book, bookType))).get('A1')!
  return { kind, value, text }
}

describe.each<BookType>(['xlsx', 'xls'])('a date in an .%s file', (bookType) => {
  test.each([
    ['yyyy"年"m"月"d"日"', { kind: 'date', value: '2011-05-18', text: '2011年5月18日' }],
    ['yyyy/m/d', { kind: 'date', value: '2011-05-18', text: '2011/5/18' }],
    ['[$-804]yyyy"年"m"月"d"日";@', { kind: 'date', value: '2011-05-18', text: '2011年5月18日' }],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', { kind: 'date', value: '2011-05-18', text: '2011年5月18日' }],
    ['yyyy"年"m"月"', { kind: 'date', value: '2011-05', text: '2011年5月' }],
    ['yyyy.m', { kind: 'date', value: '2011-05', text: '2011.5' }],
    ['yyyy.m.d', { kind: 'date', value: '2011-05-18', text: '2011.5.18' }],
    ['yyyy年m月', { kind: 'date', value: '2011-05', text: '2011年5月' }],
    ['yyyy', { kind: 'date', value: '2011', text: '2011' }],
    ['m"月"d"日"', { kind: 'text', value: '5月18日', text: '5月18日' }],
  ])('is known as far as %s shows it', async (format, expected) => {
    expect(await shown(DAY, format, bookType)).toEqual(expected)
  })

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [2_958_465, '9999-12-31'],
    [40_680.999_999_9, '2011-05-18'],
  ])('is the day of the calendar for %d', async (serial, day) => {
    expect(await shown(serial, 'yyyy-mm-dd', bookType)).toMatchObject({ kind: 'date', value: day })
  })

  test.each([0, 60, -1, 2_958_466])('is no day for %d', async (serial) => {
    const { kind, value, text } = await shown(serial, 'yyyy-mm-dd', bookType)
    expect({ kind, value }).toEqual({ kind: 'error', value: 'no-day' })
    expect(text).not.toBe('')
  })

  test('begins in 1904 where the file says so', async () => {
    const expected = { kind: 'date', value: '2015-05-19', text: '2015-05-19' }
    expect(await shown(DAY, 'yyyy-mm-dd', bookType, true)).toEqual(expected)
    expect(await shown(0, 'yyyy-mm-dd', bookType, true)).toMatchObject({ value: '1904-01-01' })
  })

  test.each(['[h]:mm', '[hh]:mm:ss', '[mm]:ss', '[s]'])(
    'is a number where it is shown how much time has passed: %s',
    async (format) => {
      expect(await shown(30.5, format, bookType)).toMatchObject({ kind: 'number', value: 30.5 })
    },
  )

  test('is a day where a colour is named beside it', async () => {
    expect(await shown(DAY, '[Red]yyyy-mm-dd', bookType)).toMatchObject({ kind: 'date', value: '2011-05-18' })
  })

  test('is a number where only the time is shown', async () => {
    expect(await shown(0.604_166_666_666_666_7, 'h:mm', bookType)).toMatchObject({ kind: 'number', text: '14:30' })
  })
})

/** A workbook that has a format of its own under a number. */
function withOwnFormat(format: number): Uint8Array {
  const bytes = written(bookOf([[{ t: 'n', v: DAY, z: 'yyyy-mm-dd' }]]))
  const own = `<numFmts count="1"><numFmt numFmtId="${format}" formatCode="yyyy-mm-dd"/></numFmts>`
  return withPart(bytes, 'xl/styles.xml', (text) =>
    text
      .replace(/<numFmts.*<\/numFmts>/, '')
      .replaceAll(/numFmtId="\d{2,3}"/g, `numFmtId="${format}"`)
      .replace('<fonts', `${own}<fonts`),
  )
}

describe('a date whose format the file does not define', () => {
  const read = async (format: number) => {
    const bytes = written(bookOf([[{ t: 'n', v: DAY, z: 'yyyy-mm-dd' }]]))
    const numbered = withPart(bytes, 'xl/styles.xml', (text) =>
      text.replace(/<numFmts.*<\/numFmts>/, '').replaceAll(/numFmtId="\d{2,3}"/g, `numFmtId="${format}"`),
    )
    return cellsOf(await readSheet(numbered)).get('A1')!
  }

  test.each([
    [14, '2011/5/18', '2011-05-18'],
    [31, '2011年5月18日', '2011-05-18'],
    [57, '2011年5月', '2011-05'],
    [27, '2011年5月', '2011-05'],
  ])('is shown as Chinese Excel shows format %d', async (format, text, value) => {
    expect(await read(format)).toMatchObject({ kind: 'date', text, value })
  })

  test.each([
    [14, '2011/5/18', '2011-05-18'],
    [31, '2011年5月18日', '2011-05-18'],
    [57, '2011年5月', '2011-05'],
  ])('is shown in .xls as Chinese Excel shows format %d', async (format, text, value) => {
    const bytes = withRecords(written(bookOf([[{ t: 'n', v: DAY, z: 'yyyy-mm-dd' }]]), 'xls'), (records) =>
      records.map((one) => (one.kind === LOOK ? inFormat(one.bytes, format) : one.bytes)),
    )
    // The library keeps formats from one file to the next.
    await readSheet(withOwnFormat(format))
    expect(cellsOf(await readSheet(bytes)).get('A1')).toMatchObject({ kind: 'date', text, value })
  })

  test('is shown as the file defines the number, if it does', async () => {
    expect(cellsOf(await readSheet(withOwnFormat(57))).get('A1')).toMatchObject({
      text: '2011-05-18',
      value: '2011-05-18',
    })
  })
})

test('a date that is written as text in XML is the same day in every time zone', async () => {
  const bytes = withPart(written(bookOf([[1]])), FIRST_SHEET, (text) =>
    text.replace(/<c r="A1"[^>]*><v>1<\/v><\/c>/, '<c r="A1" t="d" s="1"><v>2011-05-18</v></c>'),
  )
  const styled = withPart(bytes, 'xl/styles.xml', (text) =>
    text.replace(/<cellXfs.*<\/cellXfs>/, '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'),
  )
  expect(cellsOf(await readSheet(styled)).get('A1')).toMatchObject({ kind: 'date', value: '2011-05-18' })
})

test('a date of an .ods file is the day that it shows', async () => {
  const book = bookOf([[{ t: 'n', v: DAY, z: 'yyyy/mm/dd' }]])
  expect(cellsOf(await readSheet(written(book, 'ods'))).get('A1')).toMatchObject({ kind: 'date', value: '2011-05-18' })
})
