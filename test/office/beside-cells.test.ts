import { write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { plan } from './import/imported.ts'
import {
  bookOf,
  FIRST_SHEET,
  partsOf,
  readSheet,
  withPart,
  withRecords,
  written,
  zipOf,
  type Value,
} from './workbook-file.ts'

const GRID: Value[][] = [
  ['律师行业党建工作台账'],
  ['填报日期：2026-09-30'],
  ['县（市、区）', '律师事务所名称', '执业律师数', '党员总数', '党组织组建形式', '成立时间'],
  ['章贡区', '江西明远律师事务所', 40, 17, '单独组建', '2006-03-01'],
  ['章贡区', '江西正和律师事务所', 12, 2, '未建', '2010-05-01'],
]

/** An .xlsx file in which some cells are struck through. */
function struckXlsx(addresses: readonly string[], strike = '<strike/>'): Uint8Array {
  const styled = withPart(written(bookOf(GRID)), 'xl/styles.xml', (xml) =>
    xml
      .replace(/(<fonts[^>]*>.*?)(<\/fonts>)/s, `$1<font>${strike}<sz val="12"/></font>$2`)
      .replace(/(<cellXfs[^>]*>.*?)(<\/cellXfs>)/s, '$1<xf numFmtId="0" fontId="1" xfId="0" applyFont="1"/>$2'),
  )
  return withPart(styled, FIRST_SHEET, (xml) =>
    addresses.reduce((text, address) => text.replace(`<c r="${address}"`, `<c r="${address}" s="1"`), xml),
  )
}

const [FONT, STYLE, SHEET] = [0x31, 0xe0, 0x85]
/** Records of one cell: its row, its column and its style come first. */
const CELLS: ReadonlySet<number> = new Set([0xfd, 0x204, 0x203, 0x27e])
const fontOf = (flags: number) => Uint8Array.from([FONT, 0, 17, 0, 220, 0, flags, ...new Uint8Array(11), 1, 0, 65])

/** The same as an .xls file: fonts and a style more, which the cells have that are given by row and column from 0. */
function struckXls(struck: readonly (readonly [number, number])[]): Uint8Array {
  return withRecords(written(bookOf(GRID), 'biff8'), (records) => {
    const style = records.filter(({ kind }) => kind === STYLE).length
    const last = records.findLastIndex(({ kind }) => kind === STYLE)
    const fonts = [0, 0, 0, 8].map(fontOf)
    const added = fonts.reduce((sum, { length }) => sum + length, records[last]!.bytes.length)
    return records.flatMap(({ kind, bytes }, i) => {
      const own = Uint8Array.from(bytes)
      const view = new DataView(own.buffer)
      const isHere = ([row, column]: readonly [number, number]) =>
        view.getUint16(4, true) === row && view.getUint16(6, true) === column
      if (kind === SHEET) view.setUint32(4, view.getUint32(4, true) + added, true)
      if (CELLS.has(kind) && struck.some(isHere)) view.setUint16(8, style, true)
      if (i !== last) return [own]
      // One font is there already, and none has the number 4: the fifth has 5.
      own[4] = 5
      return [...fonts, bytes, own]
    })
  })
}

const importOf = async (bytes: Uint8Array): Promise<ImportResult> =>
  await importWorkbooks([await readWorkbook(bytes, { name: '表.xlsx' })], { plan })
const notesOf = ({ notes }: ImportResult) =>
  notes.map(({ code, place }) => `${place.cell ?? place.sheet ?? ''} ${code}`)
const ledgerOf = ({ ledger }: ImportResult) => JSON.stringify(ledger)

describe('what is struck through', () => {
  test.each([
    ['.xlsx', struckXlsx(['D4'])],
    ['.xls', struckXls([[3, 3]])],
  ])('is a fault of its cell in %s, with the text that is shown', async (_, bytes) => {
    const { rows } = await readSheet(bytes)
    const cells = rows.flatMap((row) => row.cells).filter(({ kind }) => kind === 'error')
    expect(cells.map(({ place, value, text }) => [place.address, value, text])).toEqual([
      ['D4', 'struck-through', '17'],
    ])
  })

  test('is not in the ledger, and told', async () => {
    const good = ledgerOf(await importOf(written(bookOf(GRID))))
    expect(good).toContain('"members":{"all":17}')
    const result = await importOf(struckXlsx(['D4']))
    expect(notesOf(result)).toContain('D4 cell-struck')
    expect(ledgerOf(result)).not.toContain('17')
  })

  test('is a whole row where the name is', async () => {
    const result = await importOf(struckXlsx(['A5', 'B5', 'C5', 'D5', 'E5', 'F5']))
    expect(notesOf(result).filter((note) => /[A-Z]5 /.test(note))).toEqual(['A5 cell-struck', 'B5 row-struck'])
    expect(ledgerOf(result)).toContain('明远')
    expect(ledgerOf(result)).not.toContain('正和')
  })

  test('is not what a font says is not struck through', async () => {
    expect(ledgerOf(await importOf(struckXlsx(['D4'], '<strike val="0"/>')))).toContain('"members":{"all":17}')
  })

  test('may be part of a text: which part counts is not guessed', async () => {
    const runs = (strike: string) =>
      withPart(written(bookOf(GRID)), FIRST_SHEET, (xml) =>
        xml.replace(
          /<c r="D4"[^>]*>.*?<\/c>/,
          `<c r="D4" t="inlineStr"><is><r><rPr>${strike}</rPr><t>17</t></r><r><rPr/><t>18</t></r></is></c>`,
        ),
      )
    expect(notesOf(await importOf(runs('<strike/>')))).toContain('D4 cell-struck')
    expect(notesOf(await importOf(runs('<strike val="0"/>')))).not.toContain('D4 cell-struck')
  })

  test('may be part of a text that several cells share', async () => {
    const book = new Uint8Array(write(bookOf(GRID), { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer)
    const bytes = withPart(book, 'xl/sharedStrings.xml', (xml) =>
      xml.replace(/<t[^>]*>未建<\/t>/, '<r><rPr><strike/></rPr><t>未建</t></r><r><t>联合组建</t></r>'),
    )
    expect(notesOf(await importOf(bytes))).toContain('E5 cell-struck')
  })
})

describe('what is on a sheet beside its cells', () => {
  const RELATED =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
  const drawn = (drawing: string) =>
    zipOf([
      ...partsOf(written(bookOf(GRID)))
        .set('xl/worksheets/_rels/sheet1.xml.rels', RELATED)
        .set('xl/drawings/drawing1.xml', drawing),
    ])
  const shape = (words: string) =>
    `<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`
  const withFooter = (footer: string) =>
    withPart(written(bookOf(GRID)), FIRST_SHEET, (xml) =>
      xml.replace('</worksheet>', `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter></worksheet>`),
    )

  test('is told where it has words, and changes nothing', async () => {
    const plain = await importOf(written(bookOf(GRID)))
    const result = await importOf(drawn(shape('以上数据未核实')))
    expect(notesOf(result)).toEqual(['台账 text-box-ignored', ...notesOf(plain)])
    expect(result.provenance).toEqual(plain.provenance)
    expect(notesOf(await importOf(drawn(shape(' '))))).toEqual(notesOf(plain))
    expect(notesOf(await importOf(drawn('<xdr:wsDr><xdr:pic/></xdr:wsDr>')))).toEqual(notesOf(plain))
  })

  test.each([
    ['&amp;C第 &amp;P 页 共 &amp;N 页', false],
    ['&amp;C&amp;"宋体,常规"&amp;9&amp;P/&amp;N', false],
    ['&amp;R&amp;KFF0000- &amp;P -', false],
    ['&amp;L数据截至2025年底&amp;R&amp;P', true],
    ['&amp;C&amp;"宋体,常规"&amp;12内部资料', true],
  ])('is told where pages have %s', async (footer, isTold) => {
    expect(notesOf(await importOf(withFooter(footer))).includes('台账 page-header-ignored')).toBe(isTold)
  })

  test('is said of macros and of links to other files in an import too', async () => {
    const parts = partsOf(written(bookOf(GRID)))
    const bytes = zipOf([...parts.set('xl/vbaProject.bin', 'x').set('xl/externalLinks/externalLink1.xml', '<x/>')])
    expect(notesOf(await importOf(bytes)).filter((note) => note.endsWith('-ignored'))).toEqual([
      ' macros-ignored',
      ' external-links-ignored',
    ])
  })
})

test('an .xls file with a style that strikes through is read as without where no cell has it', async () => {
  expect(await readSheet(struckXls([]))).toEqual(await readSheet(written(bookOf(GRID), 'biff8')))
})
