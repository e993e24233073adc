import { readCompoundFile } from '../container/compound-file.ts'
import { readZipDirectory, unpack, type ZipEntry } from '../container/zip.ts'
import { OfficeError } from '../office-error.ts'
import type { Workbook, WorkbookNotice } from '../workbook.ts'
import { isReadPart } from '../xlsx/is-read-part.ts'
import { fileKind } from './file-kind.ts'
import { noticeOf } from './notices.ts'
import { Reading, type ReadOptions } from './reading.ts'
import { readOds } from './read-ods.ts'
import { readTable } from './read-table.ts'
import { readXls } from './read-xls.ts'
import { readXlsx } from './read-xlsx.ts'

/** What is read of an .ods file. */
const ODS_PARTS: ReadonlySet<string> = new Set(['META-INF/manifest.xml', 'content.xml', 'styles.xml'])

/**
 * Reads the bytes of a workbook (.xlsx, .xlsm, .xls, .ods, .et that is one of these) or of a table as text (.csv, .txt) into
 * cells with their places. Throws an `OfficeError` where it cannot, or where the file is larger than `limits` allow; throws
 * the reason of `signal` where it is to stop. The bytes are not changed.
 *
 * @example
 * const { sheets } = await readWorkbook(bytes, { name: '台账.xlsx' })
 * for (const { rows } of sheets) for (const { cells } of rows) console.log(cells.map(({ text }) => text))
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const reading = new Reading(options)
  reading.check('bytes', bytes.length)
  const kind = fileKind(bytes)
  await reading.pace.rest()
  switch (kind) {
    case 'zip':
      return await readZipped(bytes, reading)
    case 'compound':
      return await readCompound(bytes, reading)
    case 'text':
      return { name: reading.file, sheets: await readTable(bytes, reading), notices: [] }
    default:
      throw OfficeError.of(kind, { file: reading.file })
  }
}

async function readZipped(bytes: Uint8Array, reading: Reading): Promise<Workbook> {
  const place = { file: reading.file }
  const entries = readZipDirectory(bytes, reading.limits, place)
  const unpacked = async (isRead: (name: string) => boolean) =>
    await unpack(
      bytes,
      entries.filter(({ name }) => isRead(name)),
      reading.limits,
      place,
    )
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/i)) throw OfficeError.of('binary-workbook', place)
  if (has(/^xl\//i)) {
    const parts = await unpacked(isReadPart)
    await reading.pace.rest()
    const { sheets, notices } = await readXlsx(parts, reading)
    return { name: reading.file, sheets, notices: [...noticesOf(entries), ...notices] }
  }
  if (has(/^content\.xml$/)) {
    const parts = await unpacked((name) => ODS_PARTS.has(name))
    await reading.pace.rest()
    return { name: reading.file, sheets: await readOds(parts, reading), notices: [] }
  }
  if (has(/^word\//i)) throw OfficeError.of('word-document', place)
  if (has(/^ppt\//i)) throw OfficeError.of('presentation', place)
  throw OfficeError.of('archive', place)
}

function noticesOf(entries: readonly ZipEntry[]): WorkbookNotice[] {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  return [
    ...(has(/^xl\/(?:vbaProject\.bin$|macrosheets\/)/i) ? [noticeOf('macros-ignored')] : []),
    ...(has(/^xl\/externalLinks\//i) ? [noticeOf('external-links-ignored')] : []),
  ]
}

async function readCompound(bytes: Uint8Array, reading: Reading): Promise<Workbook> {
  const place = { file: reading.file }
  const asked = ['Workbook', 'Book', 'EncryptedPackage', 'WordDocument', 'PowerPoint Document']
  const { streams, folders } = readCompoundFile(bytes, asked, place)
  if (streams.has('EncryptedPackage')) throw OfficeError.of('encrypted', place)
  const stream = streams.get('Workbook') ?? streams.get('Book')
  if (stream) {
    const notices = folders.has('_VBA_PROJECT_CUR') ? [noticeOf('macros-ignored')] : []
    return { name: reading.file, sheets: await readXls(stream, reading), notices }
  }
  if (streams.has('WordDocument')) throw OfficeError.of('word-document', place)
  throw OfficeError.of(streams.has('PowerPoint Document') ? 'presentation' : 'not-a-workbook', place)
}
