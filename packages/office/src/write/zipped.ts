import { strToU8 } from 'fflate'
import { deflated, stored, zipFile, type PackedFile } from './zip-file.ts'

/** Parts that are the same in every letter, packed once: a city has thousands of letters. */
const CONSTANT = new Map<string, PackedFile>()

/**
 * The parts of an office file, by name, in one file. The same parts always give the same bytes. `constant` are those of
 * which there are few different ones.
 */
export function zipped(
  parts: Readonly<Record<string, string>>,
  constant: (name: string) => boolean = () => false,
): Uint8Array<ArrayBuffer> {
  return zipFile(
    Object.entries(parts).map(([name, text]) => [name, constant(name) ? once(text) : deflated(strToU8(text))] as const),
  )
}

function once(text: string): PackedFile {
  let packed = CONSTANT.get(text)
  if (!packed) CONSTANT.set(text, (packed = deflated(strToU8(text))))
  return packed
}

/** Files in one file, each under a name of its own. The same files always give the same bytes. */
export function zippedFiles(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  return zipFile(files.map(([name, bytes]) => [name, isPacked(bytes) ? stored(bytes) : deflated(bytes)] as const))
}

/** Zip files, such as papers, and pictures are packed already. */
function isPacked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0x89 && bytes[1] === 0x50) || bytes[0] === 0xff
}
