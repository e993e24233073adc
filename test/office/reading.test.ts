import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, type BookType } from '@e965/xlsx'
import { build } from 'esbuild'
import fc from 'fast-check'
import { readWorkbook, type Progress } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { bookOf, partsOf, readSheet, textsOf, withPart, written, zipOf } from './workbook-file.ts'

const LEDGER = join(import.meta.dirname, 'files', 'A-律师行业党建工作台账-2026三季度.xlsx')

/** Texts as people type them, without what the formats of files themselves cannot hold. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '√',
    '—',
    '是',
    '2006.3',
    '2019年4月2日',
    '３２',
    '约3万',
    ' 甲 ',
    '=1+1',
    '0',
    '1E5',
    "'36",
    '甲\n乙',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .filter((some) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF\uFEFF]|_x[\da-f]{4}_/iu.test(some)),
)
const grid = fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 })

/** Rows without their empty ends. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((some) => some !== '') + 1))
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1)
}

describe('any grid of texts is read back as it was written', () => {
  test.each<BookType>(['xlsx', 'xls'])('as .%s', async (bookType) => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        expect(textsOf(await readSheet(written(bookOf(rows), bookType)))).toEqual(trimmed(rows))
      }),
    )
  })

  test('as .csv', async () => {
    const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const csv = ['"甲","乙"', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n')
        const [, ...read] = textsOf(await readSheet(new TextEncoder().encode(csv)))
        expect(read).toEqual(trimmed(rows))
      }),
    )
  })
})

describe('while a workbook is read', () => {
  const book = bookOf([['甲']], '表1')
  for (let i = 2; i <= 5; i++) utils.book_append_sheet(book, utils.aoa_to_sheet([['乙'.repeat(9000)]]), `表${i}`)

  test.each<BookType>(['xlsx', 'xls', 'ods'])('as .%s, it is said how many sheets are done', async (bookType) => {
    const said: Progress[] = []
    const { sheets } = await readWorkbook(written(book, bookType), {
      name: '台账',
      onProgress: (progress) => said.push(progress),
    })
    expect(sheets.map(({ name }) => name)).toEqual(['表1', '表2', '表3', '表4', '表5'])
    expect(said.length).toBeGreaterThan(1)
    expect(said.at(-1)).toEqual({ done: 5, total: 5 })
    expect(said.map(({ done }) => done)).toEqual(said.map(({ done }) => done).sort((one, other) => one - other))
  })

  test('others run, and can stop it', async () => {
    const stop = new AbortController()
    const said: Progress[] = []
    const reading = readWorkbook(written(book), {
      name: '台账',
      signal: stop.signal,
      onProgress: (progress) => {
        said.push(progress)
        setTimeout(() => stop.abort(new Error('closed')))
      },
    })
    await expect(reading).rejects.toThrow('closed')
    expect(said).toHaveLength(1)
  })

  test('that is stopped already, nothing is done', async () => {
    const reading = readWorkbook(written(book), { name: '台账', signal: AbortSignal.abort(new Error('closed')) })
    await expect(reading).rejects.toThrow('closed')
  })

  test('the bytes stay what they were', async () => {
    for (const bytes of [written(book), written(book, 'xls'), new Uint8Array(readFileSync(LEDGER))]) {
      const before = bytes.slice()
      await readWorkbook(bytes, { name: '台账' })
      expect(bytes).toEqual(before)
      expect(Object.keys(bytes)).toHaveLength(bytes.length)
    }
  })
})

test('a workbook that was read can be sent to another thread', async () => {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(LEDGER)), { name: '台账.xlsx' })
  expect(structuredClone(workbook)).toEqual(workbook)
  expect(JSON.parse(JSON.stringify(workbook))).toEqual(workbook)
})

test('a workbook read after another is not shown in the formats of that', async () => {
  const own = bookOf([[{ t: 'n', v: 1.5, z: '0.00"万元"' }]])
  const plain = bookOf([[{ t: 'n', v: 40_681, z: 'yyyy"年"m"月"' }]])
  for (const bookType of ['xls', 'xlsx'] as const) {
    const alone = textsOf(await readSheet(written(plain, bookType)))
    await readSheet(written(own, bookType))
    expect(textsOf(await readSheet(written(plain, bookType)))).toEqual(alone)
  }
})

describe('what is left out of a workbook', () => {
  const notices = async (parts: readonly (readonly [string, string])[]) => {
    const bytes = zipOf([...partsOf(written(bookOf([['甲']]))), ...parts])
    return (await readWorkbook(bytes, { name: '台账' })).notices.map(({ code }) => code)
  }

  test('is said: macros and links to other files', async () => {
    expect(await notices([])).toEqual([])
    expect(await notices([['xl/vbaProject.bin', 'x']])).toEqual(['macros-ignored'])
    expect(await notices([['xl/externalLinks/externalLink1.xml', '<x/>']])).toEqual(['external-links-ignored'])
  })

  test('is a sheet that is a chart: it has no cell', async () => {
    const book = bookOf([['甲']])
    utils.book_append_sheet(book, utils.aoa_to_sheet([['乙']]), '图表')
    const bytes = withPart(written(book), 'xl/_rels/workbook.xml.rels', (rels) =>
      rels.replace(
        /(<Relationship [^>]*relationships\/)worksheet("[^>]*sheet2\.xml"|(?=[^>]*sheet2))/,
        '$1chartsheet$2',
      ),
    )
    const { sheets } = await readWorkbook(bytes, { name: '台账' })
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['台账', 1],
      ['图表', 0],
    ])
  })
})

test('the package has nothing in it that only Node has', async () => {
  const { metafile, errors } = await build({
    entryPoints: [join(import.meta.dirname, '../../packages/office/src/index.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    outdir: 'dist',
    metafile: true,
    logLevel: 'silent',
  })
  expect(errors).toEqual([])
  const entry = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint?.endsWith('src/index.ts'))!
  expect(Object.keys(entry.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
})
