import { crc32, deflateRawSync } from 'node:zlib'
import { CFB, utils, write, type BookType, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import {
  OfficeError,
  readWorkbook,
  type Cell,
  type OfficeLimits,
  type ReadOptions,
  type Row,
  type Sheet,
} from '@tiaoli/office'

export type Value = string | number | boolean | null
type Part = string | Uint8Array

/** A workbook with one sheet of values, to be changed and written. */
export function bookOf(grid: readonly (readonly (Value | CellObject)[])[], name = '台账'): WorkBook {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(grid as Value[][]), name)
  return book
}

export function sheetOf(book: WorkBook): WorkSheet {
  return book.Sheets[book.SheetNames[0]!]!
}

export function written(book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array {
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }) as Buffer)
}

/** The parts of a zipped workbook, as text. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const { FullPaths, FileIndex } = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as {
    FullPaths: string[]
    FileIndex: { content?: Uint8Array; size: number }[]
  }
  return new Map(
    FullPaths.flatMap((path, i) => {
      const { content } = FileIndex[i]!
      const name = path.slice(path.indexOf('/') + 1)
      return content && name !== '' && !name.endsWith('/') ? [[name, Buffer.from(content).toString()] as const] : []
    }),
  )
}

/** A workbook of which one part is written otherwise. */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = partsOf(bytes)
  const before = parts.get(name) ?? ''
  const after = change(before)
  if (after === before) throw new Error(`${name} is not changed`)
  return zipOf([...parts.set(name, after)])
}

export const FIRST_SHEET = 'xl/worksheets/sheet1.xml'

export interface ZipChanges {
  /** What the directory says of the size of every part. */
  size?: number
  flags?: number
  method?: number
}

/** A zip file of parts, in their order. */
export function zipOf(parts: readonly (readonly [string, Part])[], changes: ZipChanges = {}): Uint8Array {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, part] of parts) {
    const content = Buffer.from(part)
    const packed = deflateRawSync(content)
    const description = Buffer.alloc(26)
    description.writeUInt16LE(20, 0)
    description.writeUInt16LE(changes.flags ?? 0, 2)
    description.writeUInt16LE(changes.method ?? 8, 4)
    description.writeUInt32LE(crc32(content), 10)
    description.writeUInt32LE(packed.length, 14)
    description.writeUInt32LE(changes.size ?? content.length, 18)
    description.writeUInt16LE(Buffer.byteLength(name), 22)
    files.push(Buffer.from('PK\x03\x04'), description, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), description, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...files, ...directory, end]))
}

/** A compound file with streams, by name. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new() as object
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}

/** The stream of an .xls file in which its cells are. */
export function streamOf(bytes: Uint8Array): Uint8Array {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as object
  return new Uint8Array((CFB.find(file, '/Workbook') as { content: Uint8Array }).content)
}

/** A record of an .xls file, with its kind and length in front. */
export interface XlsRecord {
  readonly kind: number
  readonly bytes: Uint8Array
}

/** The records of the stream of an .xls file. */
export function recordsOf(stream: Uint8Array): XlsRecord[] {
  const records: XlsRecord[] = []
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= stream.length;) {
    const end = at + 4 + view.getUint16(at + 2, true)
    records.push({ kind: view.getUint16(at, true), bytes: stream.subarray(at, end) })
    at = end
  }
  return records
}

/** An .xls file with other records. */
export function withRecords(bytes: Uint8Array, change: (records: readonly XlsRecord[]) => Uint8Array[]): Uint8Array {
  return compoundOf({ Workbook: Buffer.concat(change(recordsOf(streamOf(bytes)))) })
}

/** An .xls file with a record after that with which the last sheet begins. */
export function withRecord(bytes: Uint8Array, record: readonly number[]): Uint8Array {
  return withRecords(bytes, (records) => {
    const start = records.findLastIndex(({ kind }) => kind === 0x809)
    const [before, after] = [records.slice(0, start + 1), records.slice(start + 1)]
    return [...before.map((one) => one.bytes), Uint8Array.from(record), ...after.map((one) => one.bytes)]
  })
}

/** An .xls file of which a row is hidden: the library writes no such record. */
export function withHiddenRow(bytes: Uint8Array, row: number): Uint8Array {
  return withRecord(bytes, [0x08, 0x02, 16, 0, row - 1, 0, 0, 0, 3, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 1, 0x0f, 0])
}

export async function readSheet(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Sheet> {
  const { sheets } = await readWorkbook(bytes, { name: '台账.xlsx', ...options })
  return sheets[0]!
}

export function cellsOf({ rows }: Sheet): Map<string, Cell> {
  return new Map(rows.flatMap(({ cells }) => cells.map((cell) => [cell.place.address, cell] as const)))
}

/** The texts of the cells that are not filled from merged ranges, row by row. */
export function textsOf({ rows }: Sheet): string[][] {
  const texts: string[][] = []
  for (const { number, cells } of rows)
    for (const { column, text, mergedInto } of cells)
      if (mergedInto === undefined) (texts[number - 1] ??= [])[column - 1] = text
  return Array.from(texts, (row) => Array.from(row ?? [], (text) => text ?? ''))
}

/** The error with which a file is refused. */
export async function refusal(bytes: Uint8Array, limits: Partial<OfficeLimits> = {}): Promise<OfficeError> {
  try {
    await readWorkbook(bytes, { name: '台账.xlsx', limits })
  } catch (error) {
    if (error instanceof OfficeError) return error
    throw error
  }
  throw new Error('The file was read.')
}

/** A sheet as it is with so many lines of a letterhead above it. */
export function withLinesAbove(sheet: Sheet, count: number): Sheet {
  const lines = Array.from({ length: count }, (_, i): Row => ({ number: i + 1, hidden: false, cells: [] }))
  return { ...sheet, rows: [...lines, ...sheet.rows.map((row) => ({ ...row, number: row.number + count }))] }
}
