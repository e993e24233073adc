import type { OfficeLimits } from '../limits.ts'
import { OfficeError, type FilePlace } from '../office-error.ts'
import { crc32 } from './crc32.ts'
import { inflate } from './inflate.ts'

/** A file within a zip file, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  readonly offset: number
  readonly method: number
  readonly checksum: number
}

const [END, DIRECTORY_ENTRY, LOCAL_ENTRY] = [0x06054b50, 0x02014b50, 0x04034b50]
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const [STORED, DEFLATED] = [0, 8]
const ENCRYPTED = 1
/** Says that the true number is in the extra field of zip64. */
const ELSEWHERE = 0xffffffff

/** What is in a zip file. Nothing is unpacked yet. */
export function readZipDirectory(bytes: Uint8Array, limits: OfficeLimits, place: FilePlace): ZipEntry[] {
  const broken = () => OfficeError.of('broken', place)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) throw broken()
  const total = view.getUint16(end + 10, true)
  if (total > limits.parts) throw OfficeError.tooLarge('parts', limits, place)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < total; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken()
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw OfficeError.of('encrypted', place)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > end) throw broken()
    // Names of parts are ASCII, and parts are found by them whatever their case.
    const name = String.fromCharCode(...bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/')
    if (names.has(name.toLowerCase())) throw broken()
    names.add(name.toLowerCase())
    const [size, packedSize, offset] = [at + 24, at + 20, at + 42].map((field) => view.getUint32(field, true))
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...withZip64(new DataView(bytes.buffer, bytes.byteOffset + nameEnd, extraEnd - nameEnd), {
        size: size!,
        packedSize: packedSize!,
        offset: offset!,
      }),
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return entries
}

/** The parts of a zip file, by name. What they come to is known, and refused, before any is unpacked. */
export async function unpack(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limits: OfficeLimits,
  place: FilePlace,
): Promise<Map<string, Uint8Array>> {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > limits.unpackedBytes) throw OfficeError.tooLarge('unpackedBytes', limits, place)
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const part = await unpackOne(bytes, entry)
    if (!part || crc32(part) !== entry.checksum) throw OfficeError.of('broken', place)
    parts.set(entry.name, part)
  }
  return parts
}

async function unpackOne(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array | undefined> {
  const { offset, packedSize, method, size } = entry
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) return undefined
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) return undefined
  const packed = bytes.subarray(start, start + packedSize)
  if (method === STORED) return packedSize === size ? packed : undefined
  return method === DEFLATED ? await inflate(packed, size) : undefined
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at
  return undefined
}

/** Numbers of more than 32 bits stand one after the other in an extra field; some writers put small ones there too. */
function withZip64(extra: DataView, entry: Pick<ZipEntry, 'size' | 'packedSize' | 'offset'>): typeof entry {
  let at = 0
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== 1) at += 4 + extra.getUint16(at + 2, true)
  at += 4
  const read = (given: number): number => {
    if (given !== ELSEWHERE || at + 8 > extra.byteLength) return given
    at += 8
    return Number(extra.getBigUint64(at - 8, true))
  }
  return { size: read(entry.size), packedSize: read(entry.packedSize), offset: read(entry.offset) }
}
