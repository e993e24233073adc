import type { PackSource } from '@tiaoli/engine'
import { fileKindOf, readJson } from '@tiaoli/engine/plan'
import { withValueAt } from '../format/with-value-at.ts'
import { formatFile } from '../format/format-pack.ts'
import { formatted } from '../format/formatted.ts'
import { loadOrThrow } from '../load-or-throw.ts'
import { folderUp, schemaFolderOf } from './pack-json.ts'

/** Changed and new files of a pack, by path. */
export type FileTexts = Record<string, string>

/** Something to put into a file: at a key, or at the end of a list. */
export interface Insertion {
  file: string
  path: readonly (string | number)[]
  /** Put at the end of the list at `path`. */
  append?: boolean
  value: unknown
  /** What else the file holds if it is new. */
  blank?: Readonly<Record<string, unknown>>
}

/**
 * The files of a pack with some things put in, the rest of each as it was; laid out again only where it was laid out
 * before. Throws `PackError` where the pack would have faults, so that nothing half done is written.
 */
export function insertEntries(source: PackSource, insertions: readonly Insertion[]): FileTexts {
  const changed = textsWithEntries(source, insertions)
  loadOrThrow({ ...source, files: { ...source.files, ...changed } })
  return changed
}

/** The same for whoever looks for faults themselves. */
export function textsWithEntries(source: PackSource, insertions: readonly Insertion[]): FileTexts {
  const changed: FileTexts = {}
  for (const insertion of insertions) {
    const { file } = insertion
    changed[file] = textWithEntry(file, changed[file] ?? fileText(source, insertion), insertion)
  }
  return changed
}

function fileText({ files }: PackSource, { file, blank = {} }: Insertion): string {
  const content = files[file]
  if (typeof content === 'string' || content instanceof Uint8Array) return readJson(content).text ?? ''
  return formatted(file, JSON.stringify(content ?? { $schema: schemaFor(files, file), ...blank }))
}

function textWithEntry(file: string, text: string, { path, append, value }: Insertion): string {
  const wasLaidOut = formatFile(file, text).text === text
  const next = withValueAt(text, append ? [...path, listAt(text, path).length] : path, value)
  return wasLaidOut ? formatted(file, next) : next
}

function listAt(text: string, path: Insertion['path']): readonly unknown[] {
  let { value } = readJson(text)
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step]
  return Array.isArray(value) ? value : []
}

/** The schema of a file, beside the one that pack.json names. */
function schemaFor(files: PackSource['files'], file: string): string | undefined {
  const folder = schemaFolderOf({ files })
  const kind = fileKindOf(file)!
  return folder === undefined ? undefined : `${folderUp(file)}${folder}${kind}.schema.json`
}
