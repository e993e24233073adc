import { read } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { writeWord } from '@tiaoli/office/word'
import { writeWorkbook } from '../../../packages/office/src/write/workbook.ts'
import { cityPapers, paragraphsOf, partOf } from './sample-papers.ts'

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
