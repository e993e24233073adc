import { describe, expect, test } from 'vitest'
import { readSheet, refusal, textsOf } from './workbook-file.ts'

const GRID = [
  ['律师事务所名称', '成立时间', '党员数'],
  ['江西明远律师事务所', '2006.3', '19'],
  ['江西正衡律师事务所', '', '11（含预备1）'],
]
const TEXT = GRID.map((row) => row.join(',')).join('\r\n')
/** “江西，３２” in GBK. */
const GBK = Uint8Array.of(0xbd, 0xad, 0xce, 0xf7, 0x2c, 0xa3, 0xb3, 0xa3, 0xb2)
/** “㐀” has four bytes in GB 18030, and none in GBK. */
const GB18030 = Uint8Array.of(0x81, 0x39, 0xee, 0x39, 0x2c, 0xbd, 0xad)

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const bigEndian = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a table as text', () => {
  test.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16', utf16(`\uFEFF${TEXT}`)],
    ['UTF-16 with the high byte first', bigEndian(`\uFEFF${TEXT}`)],
    ['UTF-16 without a byte order mark', utf16(TEXT)],
    ['UTF-16 with the high byte first, without a byte order mark', bigEndian(TEXT)],
  ])('is read in %s', async (_, bytes) => {
    expect(textsOf(await readSheet(bytes))).toEqual([GRID[0], GRID[1], ['江西正衡律师事务所', '', '11（含预备1）']])
  })

  test('is read in GBK and GB 18030', async () => {
    expect(textsOf(await readSheet(GBK))).toEqual([['江西', '３２']])
    expect(textsOf(await readSheet(GB18030))).toEqual([['㐀', '江']])
  })

  test.each([';', '\t', ','])('is read with %j between its columns', async (delimiter) => {
    expect(textsOf(await readSheet(utf8(TEXT.replaceAll(',', delimiter))))[1]).toEqual(GRID[1])
  })

  test('is one column where nothing separates any', async () => {
    expect(textsOf(await readSheet(utf8('江西明远律师事务所\n江西正衡律师事务所')))).toEqual([
      ['江西明远律师事务所'],
      ['江西正衡律师事务所'],
    ])
  })

  test('has quoted commas and lines within its cells, and its rows by their numbers', async () => {
    const { rows } = await readSheet(utf8('甲,"乙,\n丙"\n\n丁,"说“好”""是"""\n'))
    expect(rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])).toEqual([
      [1, '甲', '乙,\n丙'],
      [3, '丁', '说“好”"是"'],
    ])
  })

  test('has numbers and dates as the text that was typed', async () => {
    const { rows } = await readSheet(utf8('007,2019-04-02,12.60,TRUE'))
    expect(rows[0]!.cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'text 007',
      'text 2019-04-02',
      'text 12.60',
      'text TRUE',
    ])
  })

  test('is refused from the row where a quote is not closed', async () => {
    const error = await refusal(utf8('甲,乙\n丙,"丁\n戊,己\n'))
    expect([error.code, error.sheet, error.cell]).toEqual(['open-quote', '台账', 'A2'])
  })

  test('is refused in an encoding that nobody knows', async () => {
    expect((await refusal(Uint8Array.of(0xbd, 0xad, 0xff, 0xff, 0x2c))).code).toBe('unknown-encoding')
  })

  test('is refused where it holds what no text has', async () => {
    expect((await refusal(utf8('甲,\u0001'))).code).toBe('not-a-workbook')
  })
})
