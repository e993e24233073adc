import { OFFICE_LIMITS, readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import {
  bookOf,
  compoundOf,
  FIRST_SHEET,
  partsOf,
  readSheet,
  recordsOf,
  refusal,
  streamOf,
  textsOf,
  withPart,
  withRecord,
  written,
  zipOf,
} from './workbook-file.ts'

const SECRET = '江西某某律师事务所'
const workbook = written(
  bookOf([
    [SECRET, '乙'],
    ['丙', '丁'],
  ]),
)
const oldWorkbook = written(bookOf([[SECRET]]), 'xls')
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const changed = (bytes: Uint8Array, at: number, byte: number) => {
  const copy = bytes.slice()
  copy[at] = byte
  return copy
}

/** What is said of all sheets, without the sheets. */
function firstPartOf(stream: Uint8Array): Uint8Array {
  const records = recordsOf(stream)
  const end = records.findIndex(({ kind }) => kind === 0x0a)
  return Buffer.concat(records.slice(0, end + 1).map(({ bytes }) => bytes))
}

describe('a file that is no workbook is refused as what it is:', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
    ['picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['picture', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['picture', latin1('BM\x36\x10\0\0\0\0\0\0\x36\0\0\0')],
    ['archive', latin1('Rar!\x1a\x07\x01\0')],
    ['archive', latin1('\x1f\x8b\x08\0')],
    ['archive', zipOf([['台账.txt', '甲']])],
    [
      'word-document',
      zipOf([
        ['[Content_Types].xml', '<Types/>'],
        ['word/document.xml', '<w:document/>'],
      ]),
    ],
    ['word-document', compoundOf({ WordDocument: new Uint8Array(5000) })],
    ['word-document', latin1('{\\rtf1\\ansi')],
    [
      'presentation',
      zipOf([
        ['[Content_Types].xml', '<Types/>'],
        ['ppt/presentation.xml', '<p/>'],
      ]),
    ],
    ['presentation', compoundOf({ 'PowerPoint Document': new Uint8Array(5000) })],
    ['not-a-workbook', compoundOf({ Contents: new Uint8Array(5000) })],
    ['binary-workbook', written(bookOf([['甲']]), 'xlsb')],
    ['web-page', utf8('<html><body><table><tr><td>甲</td></tr></table></body></html>')],
    ['web-page', utf8('\uFEFF<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
    ['not-a-workbook', latin1('\0\x01\x02\x03'.repeat(100))],
  ])('%s', async (code, bytes) => {
    expect((await refusal(bytes)).code).toBe(code)
  })

  test('a text may begin like a picture', async () => {
    expect(textsOf(await readSheet(utf8('BMW,甲')))).toEqual([['BMW', '甲']])
  })
})

describe('an encrypted file is refused:', () => {
  test.each([
    ['.xlsx', compoundOf({ EncryptionInfo: new Uint8Array(5000), EncryptedPackage: new Uint8Array(9000) })],
    ['.xls', withRecord(oldWorkbook, [0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4])],
    ['zip', zipOf([...partsOf(workbook)], { flags: 1 })],
  ])('%s', async (_, bytes) => {
    expect((await refusal(bytes)).code).toBe('encrypted')
  })
})

describe('a damaged file is refused:', () => {
  test.each([
    ['cut off', workbook.slice(0, -40)],
    ['cut off in the middle', workbook.slice(0, workbook.length / 2)],
    ['with a part that cannot be unpacked', changed(workbook, 60, workbook[60]! ^ 0xff)],
    ['with parts of another size', zipOf([...partsOf(workbook)], { size: 3 })],
    ['with parts that are packed in another way', zipOf([...partsOf(workbook)], { method: 12 })],
    ['with two parts of one name', zipOf([...partsOf(workbook), ['XL/workbook.xml', '<workbook/>']])],
    ['without a sheet', zipOf([...partsOf(workbook)].filter(([name]) => name !== FIRST_SHEET))],
    ['without its list of sheets', zipOf([...partsOf(workbook)].filter(([name]) => !name.endsWith('.rels')))],
    ['as .ods with content that is none', withPart(written(bookOf([['甲']]), 'ods'), 'content.xml', () => '<a>')],
    ['as .xls, cut off', oldWorkbook.slice(0, 1000)],
    ['as .xls, cut off within its stream', compoundOf({ Workbook: streamOf(oldWorkbook).slice(0, 300) })],
    ['as .xls, cut off before its last record', compoundOf({ Workbook: streamOf(oldWorkbook).slice(0, -4) })],
  ])('%s', async (_, bytes) => {
    expect((await refusal(bytes)).code).toBe('broken')
  })

  test.each([
    ['as .xls, without a sheet', compoundOf({ Workbook: firstPartOf(streamOf(oldWorkbook)) })],
    [
      'with a sheet that makes no sense',
      withPart(workbook, FIRST_SHEET, (text) => text.replace(/t="str"><v>[^<]*</, 't="s"><v>9999<')),
    ],
  ])('%s, with the name of the sheet', async (_, bytes) => {
    const { code, sheet } = await refusal(bytes)
    expect([code, sheet]).toEqual(['sheet-broken', '台账'])
  })

  test('with a byte that is another, though it could be unpacked', async () => {
    const bytes = zipOf([...partsOf(workbook)])
    const checksum = Buffer.from(bytes).lastIndexOf('PK\x01\x02') + 16
    expect((await refusal(changed(bytes, checksum, bytes[checksum]! ^ 1))).code).toBe('broken')
  })

  test('with sectors that follow each other in a circle', async () => {
    const view = new DataView(oldWorkbook.slice().buffer)
    const table = (view.getUint32(76, true) + 1) * 512
    for (let sector = 0; sector < 128; sector++) view.setUint32(table + sector * 4, sector, true)
    expect((await refusal(new Uint8Array(view.buffer))).code).toBe('broken')
  })

  test('and none of its bytes, damaged, makes another error', async () => {
    const errors = new Set<string>()
    for (const bytes of [workbook, oldWorkbook])
      for (let at = 0; at < bytes.length; at += 97)
        await readWorkbook(changed(bytes, at, bytes[at]! ^ 0x55), { name: '台账' }).catch((error: Error) =>
          errors.add(error.name),
        )
    expect([...errors]).toEqual(['OfficeError'])
  })
})

describe('a file that is too large is refused:', () => {
  const limited = async (limits: Parameters<typeof refusal>[1], bytes = workbook) => {
    const { code, limit, sheet } = await refusal(bytes, limits)
    return [code, limit, sheet]
  }

  test('by its bytes, before anything is read', async () => {
    expect(await limited({}, new Uint8Array(OFFICE_LIMITS.bytes + 1))).toEqual(['too-large', 'bytes', undefined])
  })

  test('by what its directory says, before anything is unpacked', async () => {
    const bomb = zipOf([...partsOf(workbook)], { size: OFFICE_LIMITS.unpackedBytes, method: 99 })
    expect(await limited({}, bomb)).toEqual(['too-large', 'unpackedBytes', undefined])
  })

  test('by what is unpacked, though its directory says less', async () => {
    const parts = partsOf(workbook).set(FIRST_SHEET, `<worksheet>${' '.repeat(50_000_000)}</worksheet>`)
    expect((await refusal(zipOf([...parts], { size: 1000 }))).code).toBe('broken')
  })

  test('not by its pictures, which are not unpacked', async () => {
    const bytes = zipOf([...partsOf(workbook), ['xl/media/image1.png', new Uint8Array(3_000_000)]])
    expect(textsOf(await readSheet(bytes, { limits: { unpackedBytes: 1_000_000 } }))).toHaveLength(2)
  })

  test.each([
    [{ parts: 3 }, 'parts', undefined],
    [{ sheets: 0 }, 'sheets', undefined],
    [{ cells: 3 }, 'cells', undefined],
    [{ rows: 1 }, 'rows', '台账'],
    [{ columns: 1 }, 'columns', '台账'],
  ])('by %j', async (limits, limit, sheet) => {
    expect(await limited(limits)).toEqual(['too-large', limit, sheet])
    const exact = Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, value + 100]))
    expect(await readSheet(workbook, { limits: exact })).toBeDefined()
  })

  test.each([
    [{ cells: 0 }, 'cells'],
    [{ rows: 0 }, 'rows'],
    [{ sheets: 0 }, 'sheets'],
  ])('as .xls or .ods, by %j', async (limits, limit) => {
    expect((await limited(limits, oldWorkbook))[1]).toBe(limit)
    expect((await limited(limits, written(bookOf([['甲']]), 'ods')))[1]).toBe(limit)
  })

  test('as a table, by its rows and cells', async () => {
    expect((await limited({ rows: 2 }, utf8('甲\n乙\n丙')))[1]).toBe('rows')
    expect((await limited({ cells: 2 }, utf8('甲\n乙\n丙')))[1]).toBe('cells')
  })

  test('by the cells of merged ranges', async () => {
    const bytes = withPart(workbook, FIRST_SHEET, (text) =>
      text.replace('</sheetData>', `</sheetData><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(10)}</mergeCells>`),
    )
    expect(await limited({ cells: 20 }, bytes)).toEqual(['too-large', 'cells', '台账'])
  })

  test('by cells of .ods that are repeated', async () => {
    const bytes = withPart(written(bookOf([['甲']]), 'ods'), 'content.xml', (text) =>
      text
        .replace('<table:table-row', '<table:table-row table:number-rows-repeated="1000000000"')
        .replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
    )
    expect((await limited({}, bytes))[1]).toBe('cells')
  })

  test('by its array formulas', async () => {
    const bytes = withPart(workbook, FIRST_SHEET, (text) =>
      text.replace('</row>', '<c r="C1"><f t="array" ref="C1:C9">A1:A9</f><v>1</v></c></row>'),
    )
    expect((await limited({ arrayFormulas: 0 }, bytes))[1]).toBe('arrayFormulas')
  })
})

test('a refusal says in both languages what to do, and repeats nothing of the cells', async () => {
  const refusals = [
    await refusal(workbook, { cells: 1 }),
    await refusal(workbook.slice(0, -40)),
    await refusal(utf8(`甲,"${SECRET}`)),
    await refusal(withRecord(oldWorkbook, [0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4])),
  ]
  for (const { text, file, message } of refusals) {
    expect(text.zh).toMatch(/请.*。$/)
    expect(text.en).toMatch(/\.$/)
    expect(file).toBe('台账.xlsx')
    expect(message).toContain('台账.xlsx')
    expect(`${message}${text.zh}`).not.toContain(SECRET)
  }
})
