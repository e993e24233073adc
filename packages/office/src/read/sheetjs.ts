/**
 * The only file that knows SheetJS. It gets parts that are unpacked, counted and known to be a workbook, and gives cells.
 * @module
 */
import type { MergedRange } from '../cells/merged-range.ts'
import { contentOfNumber, STRUCK, type WrittenCell } from '../cells/written-cell.ts'
import type { CellFault } from '../workbook.ts'
import { CHINESE_FORMATS } from '../xlsx/with-chinese-formats.ts'

/** What a workbook holds by the account of the library. */
export interface LibrarySheet {
  readonly name: string
  readonly hidden: boolean
  readonly cells: readonly WrittenCell[]
  readonly merges: readonly MergedRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

interface LibraryCell {
  readonly t: 'n' | 's' | 'b' | 'e' | 'z' | 'd'
  readonly v?: unknown
  readonly w?: string
  /** A format or, in old files, its number. */
  readonly z?: string | number
  readonly f?: string
  /** The runs of a text that has several, as the file has them. */
  readonly r?: unknown
  readonly c?: readonly { readonly t?: string }[]
}

interface LibraryRange {
  readonly s: { readonly r: number; readonly c: number }
  readonly e: { readonly r: number; readonly c: number }
}

interface LibraryBook {
  readonly SheetNames: readonly string[]
  readonly Sheets: Readonly<Record<string, WorkSheet | undefined>>
  readonly Workbook?: {
    readonly WBProps?: { readonly date1904?: boolean }
    readonly Sheets?: readonly { readonly Hidden?: number }[]
  }
}

interface WorkSheet {
  readonly '!data'?: readonly (readonly LibraryCell[])[]
  readonly '!merges'?: readonly LibraryRange[]
  readonly '!rows'?: readonly { readonly hidden?: boolean }[]
  readonly '!cols'?: readonly { readonly hidden?: boolean }[]
}

type Options = Readonly<Record<string, unknown>>

/** Part of what the module exports; its own types leave out the readers of parts. */
interface Library {
  parse_zip(parts: { FullPaths: string[]; FileIndex: object[] }, options: Options): LibraryBook
  parse_xlscfb(stream: Uint8Array, options: Options): LibraryBook
  readonly SSF: {
    load(format: string, id: number): void
    format(format: string, value: number, options: { date1904: boolean }): string
  }
}

/** The library leaves out a sheet in which it finds a fault. */
export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet'
  readonly sheet: string

  constructor(sheet: string) {
    super(`Cannot read the sheet ${sheet}`)
    this.sheet = sheet
  }
}

const OPTIONS: Options = { dense: true, cellNF: true, cellHTML: false }

/** Sheets of a zipped workbook, in the order of the file: all, or those whose numbers are given, from 0. */
export async function sheetsOfParts(
  parts: ReadonlyMap<string, Uint8Array>,
  numbers?: readonly number[],
): Promise<LibrarySheet[]> {
  const library = await load()
  const names = [...parts.keys()]
  const archive = {
    FullPaths: ['Root Entry/', ...names.map((name) => `Root Entry/${name}`)],
    FileIndex: [{ name: 'Root Entry' }, ...names.map((name) => ({ name, type: 2, content: parts.get(name) }))],
  }
  const book = library.parse_zip(archive, { ...OPTIONS, ...(numbers ? { sheets: [...numbers] } : {}) })
  return sheetsIn(book, library, numbers)
}

/** The sheets of the stream `Workbook` of an .xls file. */
export async function sheetsOfStream(stream: Uint8Array): Promise<LibrarySheet[]> {
  const library = await load()
  // The library keeps the formats of the file before: those that a file of Chinese Excel takes for granted are set again.
  for (const [id, format] of Object.entries(CHINESE_FORMATS)) library.SSF.load(format, Number(id))
  return sheetsIn(library.parse_xlscfb(stream, { ...OPTIONS, type: 'buffer', cellStyles: true }), library)
}

async function load(): Promise<Library> {
  return (await import('@e965/xlsx')) as unknown as Library
}

function sheetsIn(book: LibraryBook, library: Library, numbers?: readonly number[]): LibrarySheet[] {
  const starts1904 = book.Workbook?.WBProps?.date1904 ?? false
  const read = (cell: LibraryCell, row: number, column: number) => writtenCell(cell, row, column, starts1904, library)
  return book.SheetNames.flatMap((name, number) => {
    if (numbers && !numbers.includes(number)) return []
    const sheet = book.Sheets[name]
    if (!sheet) throw new UnreadableSheet(name)
    const cells: WrittenCell[] = []
    // These lists have holes, which `forEach` passes over.
    sheet['!data']?.forEach((row, r) =>
      row.forEach((cell, c) => {
        const written = read(cell, r + 1, c + 1)
        if (written) cells.push(written)
      }),
    )
    return [
      {
        name,
        hidden: (book.Workbook?.Sheets?.[number]?.Hidden ?? 0) !== 0,
        cells,
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
          from: { row: s.r + 1, column: s.c + 1 },
          to: { row: e.r + 1, column: e.c + 1 },
        })),
        hiddenRows: hiddenIn(sheet['!rows']),
        hiddenColumns: hiddenIn(sheet['!cols']),
      },
    ]
  })
}

function hiddenIn(lines: readonly { readonly hidden?: boolean }[] | undefined): Set<number> {
  const hidden = new Set<number>()
  lines?.forEach((line, i) => {
    if (line.hidden) hidden.add(i + 1)
  })
  return hidden
}

/** Undefined where the cell holds nothing. */
function writtenCell(
  cell: LibraryCell,
  row: number,
  column: number,
  starts1904: boolean,
  library: Library,
): WrittenCell | undefined {
  const notes = cell.c?.flatMap(({ t }) => (t === undefined || t === '' ? [] : [t])) ?? []
  const shown = shownIn(cell, starts1904, library)
  if (shown.content.kind === 'empty' && notes.length === 0 && cell.f === undefined) return undefined
  return {
    row,
    column,
    ...shown,
    ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
    ...(cell.f === undefined ? {} : { formula: cell.f }),
  }
}

function shownIn(
  { t, v, w, z, r }: LibraryCell,
  starts1904: boolean,
  library: Library,
): Pick<WrittenCell, 'content' | 'text'> {
  if (t === 'e') return { content: { kind: 'error', value: (w ?? '#N/A') as CellFault }, text: w ?? '#N/A' }
  if (typeof v === 'boolean') return { content: { kind: 'truth', value: v }, text: w ?? (v ? 'TRUE' : 'FALSE') }
  if (typeof v === 'number') {
    const format = typeof z === 'string' ? z : 'General'
    const formatted = (shown: string) => library.SSF.format(shown, v, { date1904: starts1904 })
    const text = isSystemLongDate(format) ? formatted(CHINESE_FORMATS[31]!) : (w ?? formatted(withEscapes(format)))
    const content = contentOfNumber(v, text, format, starts1904)
    return { content, text: text === '' && content.kind === 'error' ? HASHES : text }
  }
  if (typeof v === 'string' && v !== '')
    return { content: isStruckInPart(r) ? STRUCK : { kind: 'text', value: v }, text: v }
  return { content: { kind: 'empty', value: null }, text: '' }
}

const STRIKE = /<(?:\w+:)?strike(?![^>]*val="(?:0|false)")[ />]/

function isStruckInPart(runs: unknown): boolean {
  return typeof runs === 'string' && STRIKE.test(runs)
}

/** What Excel shows instead of a date before its calendar. */
const HASHES = '########'

/** The long date of the system, which the library writes as an American one. */
function isSystemLongDate(format: string): boolean {
  return format.includes('[$-F800]')
}

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|(?<=[ymd])\.(?!0)|[^ -~]/gi

/** A format in which points between the parts of a date and Chinese characters are marked as such: the library knows no others. */
function withEscapes(format: string): string {
  return format.replaceAll(LITERAL, (literal) => (literal.length === 1 ? `\\${literal}` : literal))
}
