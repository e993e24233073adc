import { read, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { PAPER_KINDS } from '@tiaoli/office/papers'
import { writeWord } from '@tiaoli/office/word'
import type { TableSheet } from '../../../packages/office/src/write/table-sheet.ts'
import { writeWorkbook } from '../../../packages/office/src/write/workbook.ts'
import { cityPapers, cityReport, paragraphsOf, partOf } from './sample-papers.ts'

/** What is in a workbook for the sample city, with one firm called something else. */
async function listWith(name: string): Promise<string[]> {
  const { papers } = await cityPapers('problems', { asOf: '2019-12-31', subjects: ['F005'] }, 'zh', { F005: name })
  const { Sheets, SheetNames } = read(papers[0]!.bytes.slice())
  return Object.values(Sheets[SheetNames[0]!]!).flatMap((cell: { t?: string; v?: unknown }) =>
    cell.t === 's' ? [String(cell.v)] : [],
  )
}

describe('a text in a cell', () => {
  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '<b>&"\'', '_x0041_', '“律所”\n二行'])(
    'is the same when it is read again: %j',
    async (name) => {
      expect(await listWith(name)).toContain(name)
    },
  )

  test('is without what no file can hold', async () => {
    expect(await listWith('律\u0000所\ud800')).toContain('律所')
  })
})

describe('a Word file', () => {
  const word = writeWord([{ kind: 'body', runs: [{ text: '<甲> & "乙"' }, { text: '删', mark: 'removed' }] }], {
    form: 'letter',
    language: 'zh',
  })

  test('holds its words', () => {
    expect(paragraphsOf(word)).toEqual(['<甲> & "乙"删'])
    expect(partOf(word, 'word/document.xml')).toContain('<w:strike/></w:rPr><w:t xml:space="preserve">删</w:t>')
  })

  test('has the margins of official papers: 37, 26, 35 and 28 millimetres', () => {
    const margins = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/
    const [, ...twips] = margins.exec(partOf(word, 'word/document.xml'))!
    expect(twips.map((length) => Math.round((Number(length) * 25.4) / 1440))).toEqual([37, 26, 35, 28])
  })

  test('names the fonts of official papers, and others for who has none of them', () => {
    const fonts = partOf(word, 'word/fontTable.xml')
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    expect(fonts).toContain('<w:font w:name="方正小标宋简体">')
    expect(partOf(word, 'word/styles.xml')).toContain('w:line="560" w:lineRule="exact"')
  })
})

test('files without Chinese name no Chinese font', () => {
  const fontsOf = (text: string) => {
    const runs = [{ text }]
    const word = writeWord([{ kind: 'body', runs }], { form: 'letter', language: 'en' })
    const columns = [{ heading: 'What is missing', width: 20 }]
    const workbook = writeWorkbook([{ name: 'List', title: 'Problems', lines: [], columns, rows: [[text]] }])
    const parts = ['word/styles.xml', 'word/fontTable.xml', 'word/footer1.xml'].map((part) => partOf(word, part))
    return [...parts, partOf(workbook, 'xl/styles.xml')].map((xml) => /\p{Script=Han}|SimSun|SimHei/u.test(xml))
  }
  expect(fontsOf('Northfield “Green”')).toEqual([false, false, false, false])
  expect(fontsOf('Northfield 绿地')).toEqual([true, true, true, true])
})

describe('a table on paper', () => {
  const table = (widths: readonly number[], more: Partial<TableSheet> = {}) => {
    const columns = widths.map((width, i) => ({ heading: `Column ${i + 1}`, width }))
    const workbook = writeWorkbook([{ name: 'List', title: 'List', lines: [], columns, rows: [[1]], ...more }])
    return { sheet: partOf(workbook, 'xl/worksheets/sheet1.xml'), book: partOf(workbook, 'xl/workbook.xml') }
  }

  test('is landscape, as wide as the page, with its headings on every page', () => {
    const { sheet, book } = table([40, 40])
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(book).toContain(">'List'!$2:$2</definedName>")
  })

  test('goes on A3 where its letters would be too small on A4', () => {
    expect(table([90, 90]).sheet).toContain('paperSize="8"')
  })

  test('that is too wide for any page has on each what its rows are about', () => {
    const { sheet, book } = table([20, 20, 100, 100, 100], { frozenColumns: 2, headWidth: 100 })
    expect(sheet).not.toContain('fitToPage')
    expect(sheet).toContain('paperSize="8" orientation="landscape" scale="75" pageOrder="overThenDown"')
    expect(book).toContain(">'List'!$A:$B,'List'!$2:$2</definedName>")
  })

  test('shows a number in words and keeps it a number', () => {
    const rows = [[{ value: 13, format: '0"（另有2家待核）"', shown: '13（另有2家待核）' }]]
    const column = { heading: 'Count', width: 30 }
    const workbook = writeWorkbook([{ name: 'List', title: 'List', lines: [], columns: [column], rows }])
    const { Sheets } = read(workbook.slice())
    expect(Sheets['List']!['A3']).toMatchObject({ t: 'n', v: 13, w: '13（另有2家待核）' })
  })
})

test('papers show officers no digest, and keep in their properties what they were computed from', async () => {
  for (const kind of PAPER_KINDS) {
    const options = { asOf: '2019-12-31', subjects: ['F027'] }
    const { papers } = await cityPapers(kind, options)
    const { packSha256, inputSha256 } = cityReport(options).receipt
    for (const { name, bytes } of papers) {
      // A letter has no properties.
      if (!name.endsWith('.xlsx')) continue
      expect(partOf(bytes, 'xl/sharedStrings.xml')).not.toMatch(/[0-9a-f]{12}|条理|摘要|ganzhou-2018-32/)
      const saved = new Uint8Array(write(read(bytes.slice()), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
      for (const file of [bytes, saved])
        expect(read(file.slice()).Custprops).toMatchObject({
          'tiaoli.pack': 'ganzhou-2018-32',
          'tiaoli.packSha256': packSha256,
          'tiaoli.inputSha256': inputSha256,
          'tiaoli.asOf': '2019-12-31',
        })
    }
  }
})
