import type { PackSource } from '@tiaoli/engine'
import { usedPacksIn } from './pack-json.ts'
import type { PackFolder, PackOnDisk } from './pack-on-disk.ts'

/** Reads pack folders from the file system or from a git revision. */
export interface PackReader {
  read(folder: string): PackFolder | undefined
  /** Where a used pack may be; first beside the pack that uses it. */
  candidates(id: string, besideFolder: string): string[]
}

/** Reads a pack and, leniently, the packs it uses. Errors in `uses` are left to the loader. */
export function assemblePack(reader: PackReader, folder: string): PackOnDisk | undefined {
  const all = new Map<string, PackFolder>()
  const own = readWithUses(reader, folder, all, [])
  return own && { ...own.pack, source: own.source, all }
}

function readWithUses(
  reader: PackReader,
  folder: string,
  all: Map<string, PackFolder>,
  above: readonly string[],
): { pack: PackFolder; source: PackSource } | undefined {
  const pack = reader.read(folder)
  if (!pack || above.includes(folder)) return undefined
  all.set(pack.id, pack)
  const uses = usedPacksIn(pack.contents.get('pack.json')).flatMap((id) => {
    for (const candidate of reader.candidates(id, folder)) {
      const used = readWithUses(reader, candidate, all, [...above, folder])
      if (used) return [used.source]
    }
    return []
  })
  return { pack, source: { files: Object.fromEntries(pack.contents), uses } }
}
