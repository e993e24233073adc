import { FILE_KINDS, pointerOf } from '@tiaoli/engine'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'
import { sha256 } from '../storage/sha256.ts'
import type { Statement } from '../storage/sql-port.ts'

/** The text of a pack's files by path. */
export type Files = Readonly<Record<string, string>>

/** Bytes: of one file; of all that is compiled; and of all, with cases and samples. */
export const LARGEST = { file: 1_048_576, rules: 1_048_576, pack: 4_194_304, files: 200 } as const

const SAMPLE = /^samples\/[a-z0-9-]+\.json$/

/** Whether a pack may hold a file of this name: a kind that the engine knows, or a sample ledger. */
export function isPackPath(path: string): boolean {
  return path.length <= 100 && (SAMPLE.test(path) || FILE_KINDS.some(({ name }) => name.test(path)))
}

export function isSample(path: string): boolean {
  return SAMPLE.test(path)
}

/** Throws a problem for files that the registry does not hold, or not that large. */
export function refuseUnfitFiles(files: Files): void {
  const paths = Object.keys(files)
  const unknown = paths.filter((path) => !isPackPath(path))
  if (unknown.length > 0)
    throw new ProblemError(
      'unknown-file',
      unknown.slice(0, 20).map((path) => unknownFile(pointerOf(['files', path]))),
    )
  const sizes = Object.entries(files).map(([path, text]) => ({ path, bytes: bytesOf(text) }))
  const sum = (some: typeof sizes) => some.reduce((total, { bytes }) => total + bytes, 0)
  const rules = sizes.filter(({ path }) => !path.startsWith('cases/') && !isSample(path))
  if (
    paths.length > LARGEST.files ||
    sizes.some(({ bytes }) => bytes > LARGEST.file) ||
    sum(rules) > LARGEST.rules ||
    sum(sizes) > LARGEST.pack
  )
    throw new ProblemError('pack-too-large')
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Stores texts that are not there yet. */
export function storeFiles(files: Files): Statement[] {
  return Object.values(files).map((text) => ({
    sql: 'INSERT INTO files (sha256, text, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
    params: [sha256(text), text, bytesOf(text)],
  }))
}

/** The place of a name that no file of a pack has. */
export function unknownFile(pointer: string): ProblemPlace {
  return {
    pointer,
    code: 'unknown-file',
    detail: { zh: '规则包中不能有这个文件名。', en: 'A pack has no file of this name.' },
  }
}

/** Files without those that null removes. */
export function textsOf(files: Readonly<Record<string, string | null>>): Files {
  return Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null))
}
