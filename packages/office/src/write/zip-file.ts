import { deflateSync, strToU8 } from 'fflate'
import { crc32 } from '../container/crc32.ts'

/** A file as it lies in a zip file. */
export interface PackedFile {
  readonly bytes: Uint8Array
  readonly method: 0 | 8
  /** Of the file itself, in bytes. */
  readonly size: number
  readonly checksum: number
}

export function deflated(bytes: Uint8Array): PackedFile {
  return { bytes: deflateSync(bytes), method: 8, size: bytes.length, checksum: crc32(bytes) }
}

/** As it is: for what is packed already. */
export function stored(bytes: Uint8Array): PackedFile {
  return { bytes, method: 0, size: bytes.length, checksum: crc32(bytes) }
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22]
/** Of the format, 2.0. */
const VERSION = 20
const UTF8_NAME = 0x800
/** 1 January 1980, the first day that a zip file can say: the time of whoever writes is no part of a paper. */
const NO_TIME = 0x0021

/** Files in one file, each under a name of its own. The same files always give the same bytes. */
export function zipFile(files: readonly (readonly [name: string, file: PackedFile])[]): Uint8Array<ArrayBuffer> {
  const named = files.map(([name, file]) => ({ name: strToU8(name), file }))
  const directory = named.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0)
  const bodies = named.reduce((sum, { name, file }) => sum + LOCAL_SIZE + name.length + file.bytes.length, 0)
  const zip = new Uint8Array(bodies + directory + END_SIZE)
  const view = new DataView(zip.buffer)
  let [at, entry] = [0, bodies]
  for (const { name, file } of named) {
    const start = at
    view.setUint32(at, LOCAL, true)
    describe(at + 4, name, file)
    zip.set(name, at + LOCAL_SIZE)
    zip.set(file.bytes, at + LOCAL_SIZE + name.length)
    at += LOCAL_SIZE + name.length + file.bytes.length
    view.setUint32(entry, CENTRAL, true)
    view.setUint16(entry + 4, VERSION, true)
    describe(entry + 6, name, file)
    view.setUint32(entry + 42, start, true)
    zip.set(name, entry + CENTRAL_SIZE)
    entry += CENTRAL_SIZE + name.length
  }
  view.setUint32(entry, END, true)
  view.setUint16(entry + 8, files.length, true)
  view.setUint16(entry + 10, files.length, true)
  view.setUint32(entry + 12, directory, true)
  view.setUint32(entry + 16, bodies, true)
  return zip

  /** What the entry of a file says, where it lies and in the directory. */
  function describe(from: number, name: Uint8Array, { bytes, method, size, checksum }: PackedFile): void {
    view.setUint16(from, VERSION, true)
    view.setUint16(from + 2, name.some((byte) => byte > 0x7f) ? UTF8_NAME : 0, true)
    view.setUint16(from + 4, method, true)
    view.setUint16(from + 8, NO_TIME, true)
    view.setUint32(from + 10, checksum, true)
    view.setUint32(from + 14, bytes.length, true)
    view.setUint32(from + 18, size, true)
    view.setUint16(from + 22, name.length, true)
  }
}
