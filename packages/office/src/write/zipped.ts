import { strToU8, zipSync } from 'fflate'

/** The first day that a zip file can say: the time of day of whoever writes is no part of a paper. */
const NO_TIME = new Date(1980, 0, 1)

/** The parts of an office file, by name, in one file. The same parts always give the same bytes. */
export function zipped(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return zippedFiles(Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const))
}

/** Files in one file, each under a name of its own. The same files always give the same bytes. */
export function zippedFiles(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME })
}
