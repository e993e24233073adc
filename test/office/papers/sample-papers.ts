import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { makePapers, type PaperKind, type PaperSet } from '@tiaoli/office/papers'
import type { EvaluateOptions } from '@tiaoli/engine'
import { compiledPack, readSample } from '../../load-packs.ts'

export const city = compiledPack('ganzhou-2018-32')
type Records = readonly { readonly id: string; readonly firms?: Records }[]
const { counties, jointBranches } = readSample() as Record<'counties' | 'jointBranches', Records>
const ids = [...counties, ...jointBranches].flatMap(({ id, firms = [] }) => [id, ...firms.map((firm) => firm.id)])

/** Names for some of its firms; the others are called by their codes, which no paper has by itself. */
export const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ids.map((id) => [id, id])),
  F027: '江西楚天律师事务所',
  F005: '=HYPERLINK("http://example.org","点此")',
}

/** The sample city as it is evaluated on a day. */
export function cityReport(options: EvaluateOptions<'findings'> & { language?: undefined }) {
  return city.evaluate(readSample(), options)
}

/** The papers of one kind for the sample city. */
export function cityPapers(
  kind: PaperKind,
  options: EvaluateOptions<'findings'> & { language?: undefined },
  language: 'zh' | 'en' = 'zh',
  named: Readonly<Record<string, string>> = names,
): Promise<PaperSet> {
  return makePapers(kind, { policy: city, report: cityReport(options), ledger: readSample(), names: named, language })
}

export type Table = Record<string, string>[]

/** The tables of a workbook by the names of its sheets: each row by its headings, as text. */
export function tablesOf(bytes: Uint8Array): Record<string, Table> {
  // The reader leaves marks of its own on what it reads.
  const { SheetNames, Sheets } = read(bytes.slice())
  return Object.fromEntries(
    SheetNames.map((name) => {
      const rows = utils.sheet_to_json<string[]>(Sheets[name]!, { header: 1, defval: '', raw: false })
      const head = rows.findIndex(([first]) => first === '序号' || first === 'No.')
      const headings = rows[head] ?? []
      const table = rows.slice(head + 1).filter(([first]) => /^\d+$/.test(first ?? ''))
      return [name, table.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])))]
    }),
  )
}

/** A part of an office file. */
export function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name]!)
}

/** The paragraphs of a Word file, as text. */
export function paragraphsOf(bytes: Uint8Array): string[] {
  const paragraphs = partOf(bytes, 'word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? []
  return paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text!)
      .join('')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )
}
