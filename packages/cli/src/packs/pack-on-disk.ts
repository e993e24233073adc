import type { PackSource } from '@tiaoli/engine'
import { Failure } from '../failure.ts'

/** The files of one pack, and where they came from. */
export interface PackFolder {
  id: string
  /** Path as messages show it: of the folder, with the revision where there is one (`rules/x@HEAD~1`), or of the bundle. */
  shown: string
  /** Absolute path; undefined for a revision and for a bundle, which cannot be changed. */
  folder: string | undefined
  /** Name in the pack, such as `cases/charter.json` → text. */
  texts: ReadonlyMap<string, string>
  /** The document that the pack encodes, where it is beside the rules. */
  document: string | undefined
}

/** A pack with the packs that it uses. */
export interface PackOnDisk extends PackFolder {
  source: PackSource
  /** Itself and the packs it uses, by id, so that a diagnostic's place can be shown. */
  all: ReadonlyMap<string, PackFolder>
}

/** Where the files of a pack are changed. */
export function folderOf({ folder, shown }: PackFolder): string {
  if (folder === undefined) throw new Failure('packIsReadOnly', [shown])
  return folder
}

/** How a folder is read, whether from disk or from a git revision. */
export interface PackReader {
  read(folder: string): PackFolder | undefined
  /** Where a used pack may be: beside the pack that uses it first. */
  candidates(id: string, besideFolder: string): string[]
}

/** Reads a pack and, leniently, what it uses: what is wrong with `uses` is for the loader to say. */
export function assemble(reader: PackReader, folder: string): PackOnDisk | undefined {
  const all = new Map<string, PackFolder>()
  const own = visit(reader, folder, all, [])
  return own && { ...own.pack, source: own.source, all }
}

function visit(
  reader: PackReader,
  folder: string,
  all: Map<string, PackFolder>,
  above: readonly string[],
): { pack: PackFolder; source: PackSource } | undefined {
  const pack = reader.read(folder)
  if (!pack || above.includes(folder)) return undefined
  all.set(pack.id, pack)
  const uses = usesOf(pack.texts.get('pack.json')).flatMap((id) => {
    for (const candidate of reader.candidates(id, folder)) {
      const used = visit(reader, candidate, all, [...above, folder])
      if (used) return [used.source]
    }
    return []
  })
  return { pack, source: { files: Object.fromEntries(pack.texts), uses } }
}

/** The id that pack.json gives, or the name of the folder where it cannot be read. */
export function idOf(packJson: string | undefined): string {
  const { id } = lenient(packJson)
  return typeof id === 'string' && id !== '' ? id : 'pack'
}

function usesOf(packJson: string | undefined): string[] {
  const { uses } = lenient(packJson)
  return Array.isArray(uses) ? uses.filter((id): id is string => typeof id === 'string' && /^[a-z0-9-]+$/.test(id)) : []
}

function lenient(text: string | undefined): { id?: unknown; uses?: unknown } {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
