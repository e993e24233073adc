import { FILE_KINDS, readJson } from '@tiaoli/engine/plan'
import { DomainError } from '../errors/domain-error.ts'
import { PACK_LIMITS } from '../limits/pack-limits.ts'

/** The text of a pack's files by path. */
export type PackFiles = Readonly<Record<string, string>>
/** Changes of files by path: a new text, or null to remove the file. */
export type FileChanges = Readonly<Record<string, string | null>>

const SAMPLE = /^samples\/[a-z0-9-]+\.json$/

/** Whether a pack may contain a file of this name: a kind that the engine knows, or a sample ledger. */
export function isPackPath(path: string): boolean {
  return path.length <= 110 && (SAMPLE.test(path) || FILE_KINDS.some(({ name }) => name.test(path)))
}

export function isSamplePath(path: string): boolean {
  return SAMPLE.test(path)
}

/** Files after changes. */
export function applyChanges(files: PackFiles, changes: FileChanges): PackFiles {
  return textsIn({ ...files, ...changes })
}

/** The new texts among changes. */
export function textsIn(changes: FileChanges): PackFiles {
  return Object.fromEntries(Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== null))
}

/** Throws for names that no file of a pack has, be it to remove it. */
export function requirePackPaths(paths: readonly string[]): void {
  const unknown = paths.filter((path) => !isPackPath(path))
  if (unknown.length > 0) throw new DomainError('unknown-files', { paths: unknown })
}

/** Throws for files of other names or sizes than a pack may have. */
export function requirePackFiles(files: PackFiles): void {
  const paths = Object.keys(files)
  requirePackPaths(paths)
  const sizes = Object.entries(files).map(([path, text]) => ({ path, bytes: utf8Length(text) }))
  const total = (some: typeof sizes) => some.reduce((sum, { bytes }) => sum + bytes, 0)
  const rules = sizes.filter(({ path }) => !path.startsWith('cases/') && !isSamplePath(path))
  if (
    paths.length > PACK_LIMITS.files ||
    sizes.some(({ bytes }) => bytes > PACK_LIMITS.fileBytes) ||
    total(rules) > PACK_LIMITS.ruleBytes ||
    total(sizes) > PACK_LIMITS.packBytes
  )
    throw new DomainError('pack-too-large')
}

/** Throws unless pack.json names this pack. */
export function requirePackId(pack: string, files: PackFiles): void {
  const text = files['pack.json']
  if (text === undefined) throw new DomainError('pack-json-missing')
  const { value, problems } = readJson(text)
  // The loader reports the faults of a text, with their places.
  if (problems.length === 0 && (value as { id?: unknown } | null)?.id !== pack) throw new DomainError('other-pack')
}

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
