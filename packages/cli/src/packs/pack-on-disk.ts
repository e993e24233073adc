import type { PackSource } from '@tiaoli/engine'
import { decodeText } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'

/** The files of one pack, and where they were read. */
export interface PackFolder {
  id: string
  /** The path as messages show it: of the folder, with the revision if any (`rules/x@HEAD~1`), or of the bundle. */
  path: string
  /** Absolute path; undefined for a revision or a bundle, which cannot be changed. */
  folder: string | undefined
  /** By file name, such as `cases/charter.json`. As they are: the loader says what is wrong with bytes that are no text. */
  contents: ReadonlyMap<string, Uint8Array>
  /** The texts of its documents, as far as they are in the folder, by their paths. */
  documentTexts: ReadonlyMap<string, Uint8Array>
}

/** The source of a pack, to be compiled, with the files from which it was read. */
export interface PackOnDisk extends PackFolder {
  source: PackSource
  /** The pack and the packs it uses, by id. */
  all: ReadonlyMap<string, PackFolder>
}

/** The text of a file; undefined if it does not exist or is not UTF-8. */
export function textIn({ contents }: PackFolder, file: string): string | undefined {
  const bytes = contents.get(file)
  return bytes && decodeText(bytes).text
}

/** The folder in which the files of a pack can be changed. */
export function writableFolder({ folder, path }: PackFolder): string {
  if (folder === undefined) throw new Failure('packIsReadOnly', [path])
  return folder
}

/** The folders of a pack and of the packs it uses, as far as they are in the file system. */
export function foldersOf({ all }: PackOnDisk): string[] {
  return [...all.values()].flatMap(({ folder }) => folder ?? [])
}

/** The path of a pack's file, as messages show it. */
export function packFilePath({ all }: PackOnDisk, id: string, file: string): string {
  return `${all.get(id)?.path ?? id}/${file}`
}
