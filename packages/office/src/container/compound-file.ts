import { OfficeError, type FilePlace } from '../office-error.ts'

/** The files of the root folder of a compound file ([MS-CFB]), in which .xls is stored, and the names of its folders. */
export interface CompoundFile {
  readonly streams: ReadonlyMap<string, Uint8Array>
  readonly folders: ReadonlySet<string>
}

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const HEADER_SIZE = 512
const ENTRY_SIZE = 128
const HEADER_FAT_SECTORS = 109
/** Larger numbers of sectors mean that there is none. */
const LAST_SECTOR = 0xfffffffa
const [FOLDER, STREAM] = [1, 2]

/** Reads the streams of the root folder whose names are asked for. Chains of sectors that lead back into themselves are refused. */
export function readCompoundFile(bytes: Uint8Array, asked: readonly string[], place: FilePlace): CompoundFile {
  const broken = () => OfficeError.of('broken', place)
  if (bytes.length < HEADER_SIZE) throw broken()
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_SIZE)
  const [shift, miniShift] = [header.getUint16(30, true), header.getUint16(32, true)]
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw broken()
  const sectorSize = 1 << shift
  const perSector = sectorSize / 4
  const sectorCount = Math.ceil((bytes.length - sectorSize) / sectorSize)

  const sector = (number: number): Uint8Array => {
    if (number >= sectorCount) throw broken()
    return bytes.subarray((number + 1) * sectorSize, (number + 2) * sectorSize)
  }
  const numberIn = (part: Uint8Array, index: number): number => {
    if (index * 4 + 4 > part.length) throw broken()
    return new DataView(part.buffer, part.byteOffset, part.byteLength).getUint32(index * 4, true)
  }
  /** The sectors of a chain; `next` says which follows another. */
  const chainFrom = (start: number, next: (number: number) => number, most: number): number[] => {
    const chain: number[] = []
    for (let number = start; number < LAST_SECTOR; number = next(number)) {
      if (chain.length >= most) throw broken()
      chain.push(number)
    }
    return chain
  }

  const fatSectors = Array.from({ length: HEADER_FAT_SECTORS }, (_, i) => header.getUint32(76 + i * 4, true))
  const more = chainFrom(header.getUint32(68, true), (number) => numberIn(sector(number), perSector - 1), sectorCount)
  for (const number of more) for (let i = 0; i < perSector - 1; i++) fatSectors.push(numberIn(sector(number), i))
  const fat = fatSectors.filter((number) => number < LAST_SECTOR)
  const nextSector = (number: number): number => {
    const table = fat[Math.floor(number / perSector)]
    if (table === undefined) throw broken()
    return numberIn(sector(table), number % perSector)
  }
  const contentFrom = (start: number, size?: number): Uint8Array => {
    const chain = chainFrom(start, nextSector, sectorCount)
    const content = new Uint8Array(chain.length * sectorSize)
    for (const [i, number] of chain.entries()) content.set(sector(number), i * sectorSize)
    if (size === undefined) return content
    if (size > content.length) throw broken()
    return content.subarray(0, size)
  }

  const directory = contentFrom(header.getUint32(48, true))
  const entryAt = (index: number): DirectoryEntry => {
    if ((index + 1) * ENTRY_SIZE > directory.length) throw broken()
    const entry = new DataView(directory.buffer, directory.byteOffset + index * ENTRY_SIZE, ENTRY_SIZE)
    const characters = Math.min(32, entry.getUint16(64, true) / 2) - 1
    const name = Array.from({ length: Math.max(0, characters) }, (_, i) => entry.getUint16(i * 2, true))
    return {
      name: String.fromCharCode(...name),
      type: entry.getUint8(66),
      left: entry.getUint32(68, true),
      right: entry.getUint32(72, true),
      child: entry.getUint32(76, true),
      start: entry.getUint32(116, true),
      size: entry.getUint32(120, true),
    }
  }
  const root = entryAt(0)
  const entries: DirectoryEntry[] = []
  const seen = new Set<number>()
  const open = [root.child]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index >= LAST_SECTOR) continue
    if (seen.has(index)) throw broken()
    seen.add(index)
    const entry = entryAt(index)
    entries.push(entry)
    open.push(entry.left, entry.right)
  }

  const smallStreams = contentFrom(root.start)
  const smallFat = contentFrom(header.getUint32(60, true))
  const smallSize = 1 << miniShift
  const smallContent = ({ start, size }: DirectoryEntry): Uint8Array => {
    const chain = chainFrom(start, (number) => numberIn(smallFat, number), smallFat.length / 4)
    const content = new Uint8Array(chain.length * smallSize)
    for (const [i, number] of chain.entries()) {
      const part = smallStreams.subarray(number * smallSize, (number + 1) * smallSize)
      if (part.length < smallSize) throw broken()
      content.set(part, i * smallSize)
    }
    if (size > content.length) throw broken()
    return content.subarray(0, size)
  }
  const cutoff = header.getUint32(56, true)
  const streams = entries.filter(({ type, name }) => type === STREAM && asked.includes(name))
  return {
    streams: new Map(
      streams.map((entry) => [
        entry.name,
        entry.size < cutoff ? smallContent(entry) : contentFrom(entry.start, entry.size),
      ]),
    ),
    folders: new Set(entries.flatMap(({ type, name }) => (type === FOLDER ? [name] : []))),
  }
}
