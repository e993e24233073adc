import { describe, expect, test } from 'vitest'
import { readWorkbook, type Sheet } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { plan } from './import/imported.ts'
import {
  bookOf,
  FIRST_SHEET,
  recordsOf,
  streamOf,
  withPart,
  withRecords,
  written,
  type Value,
} from './workbook-file.ts'

/** 党员情况 stands over two columns, and the two after it have none above. */
const GRID: Value[][] = [
  ['填报日期：2026-09-30'],
  ['律师事务所名称', '党员情况', null, '执业律师数', '成立时间'],
  [null, '党员总数', '其中：预备党员', null, null],
  ['江西明远律师事务所', 17, 2, 40, '2006-03-01'],
]

/** An .xlsx file in which some cells, there or not, are centred over those after them. */
function centredXlsx(addresses: readonly string[], grid = GRID): Uint8Array {
  const styled = withPart(written(bookOf(grid)), 'xl/styles.xml', (xml) =>
    xml.replace(/(<cellXfs[^>]*>)(.*?)(<\/cellXfs>)/s, (_, open: string, inner: string, close: string) => {
      return `${open}${inner}<xf numFmtId="0" xfId="0" applyAlignment="1"><alignment horizontal="centerContinuous"/></xf>${close}`
    }),
  )
  return withPart(styled, FIRST_SHEET, (xml) =>
    addresses.reduce((text, address) => {
      if (text.includes(`<c r="${address}"`)) return text.replace(`<c r="${address}"`, `<c r="${address}" s="1"`)
      const row = /\d+/.exec(address)![0]
      const after = `${String.fromCharCode(address.charCodeAt(0) - 1)}${row}`
      return text.replace(new RegExp(`<c r="${after}".*?(?:</c>|/>)`), (cell) => `${cell}<c r="${address}" s="1"/>`)
    }, xml),
  )
}

const STYLE = 0xe0
const TEXTS: ReadonlySet<number> = new Set([0xfd, 0x204])

/** The same as an .xls file: B2 with its text, and C2 empty. */
function centredXls(): Uint8Array {
  return withRecords(written(bookOf(GRID), 'biff8'), (records) => {
    const style = records.filter(({ kind }) => kind === STYLE).length - 1
    const last = records.findLastIndex(({ kind }) => kind === STYLE)
    return records.flatMap(({ kind, bytes }, i) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      if (i === last) {
        const own = Uint8Array.from(bytes)
        own[4 + 6] = (own[4 + 6]! & ~7) | 6
        return [own]
      }
      if (!TEXTS.has(kind) || view.getUint16(4, true) !== 1 || view.getUint16(6, true) !== 1) return [bytes]
      const own = Uint8Array.from(bytes)
      own.set([style & 0xff, style >> 8], 8)
      return [own, Uint8Array.from([0x01, 0x02, 6, 0, 1, 0, 2, 0, style & 0xff, style >> 8])]
    })
  })
}

const sheetOf = async (bytes: Uint8Array): Promise<Sheet> => (await readWorkbook(bytes, { name: '表.xlsx' })).sheets[0]!

async function headingsOf(bytes: Uint8Array) {
  const result = await importWorkbooks([await readWorkbook(bytes, { name: '表.xlsx' })], { plan })
  return result.columns.map(({ heading }) => heading)
}

const RIGHT = ['律师事务所名称', '党员情况／党员总数', '党员情况／其中：预备党员', '执业律师数', '成立时间']

describe('a heading that is centred over columns without being merged', () => {
  test('is told with the cells it is over', async () => {
    const { centred, merges, rows } = await sheetOf(centredXlsx(['B2', 'C2']))
    expect([centred, merges]).toEqual([['B2:C2'], []])
    expect(rows[1]!.cells.map(({ place }) => place.address)).toEqual(['A2', 'B2', 'D2', 'E2'])
  })

  test.each([
    ['.xlsx', () => centredXlsx(['B2', 'C2'])],
    ['.xls', centredXls],
  ])('is over these and no others in %s', async (_, file) => {
    expect((await sheetOf(file())).centred).toEqual(['B2:C2'])
    expect(await headingsOf(file())).toEqual(RIGHT)
  })

  test('ends where another begins, also where all cells of a row are aligned so', async () => {
    const grid: Value[][] = [
      ['律师事务所名称', '律所基本情况', null, null, '党员情况', null],
      [null, '执业律师数', '成立时间', '党建专用', '党员总数', '预备党员'],
      ['江西明远律师事务所', 40, '2006-03-01', null, 17, 2],
    ]
    // The group ends before a column that belongs to none.
    const bytes = centredXlsx(['B1', 'C1', 'E1', 'F1'], grid)
    expect((await sheetOf(bytes)).centred).toEqual(['B1:C1', 'E1:F1'])
    expect(await headingsOf(bytes)).toEqual([
      '律师事务所名称',
      '律所基本情况／执业律师数',
      '律所基本情况／成立时间',
      '党建专用',
      '党员情况／党员总数',
      '党员情况／预备党员',
    ])
  })

  test('gives no value to an empty cell of a record', async () => {
    const bytes = centredXlsx(['B4', 'C4', 'D4'], [...GRID.slice(0, 3), ['江西明远律师事务所', 17, null, 40]])
    const { ledger } = await importWorkbooks([await readWorkbook(bytes, { name: '表.xlsx' })], { plan })
    expect(JSON.stringify(ledger)).toContain('"members":{"all":17}')
  })
})

test('an .xls file with such styles is read with the same cells as without', async () => {
  const plain = written(bookOf(GRID), 'biff8')
  expect(recordsOf(streamOf(centredXls())).length).toBe(recordsOf(streamOf(plain)).length + 1)
  const { centred: _, ...rest } = await sheetOf(centredXls())
  const { centred: none, ...same } = await sheetOf(plain)
  expect([rest, none]).toEqual([same, []])
})
