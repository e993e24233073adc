import { lintPack } from '@tiaoli/authoring'
import type { Told } from '../render/diagnostic.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** What the loader says of a pack; where it says nothing, what the lints do. */
export interface Diagnosis {
  told: readonly Told[]
  /** Lints that the pack switches off, each with its reason. */
  off: number
}

export function diagnose(pack: PackOnDisk): Diagnosis {
  const { diagnostics, lints, off } = lintPack(
    pack.source,
    pack.document === undefined ? {} : { document: pack.document },
  )
  return {
    told: [...diagnostics.map((item) => ({ ...item, severity: 'error' as const })), ...lints],
    off: off.length,
  }
}

/** The folders of a pack and of those it uses, as far as they are in the file system. */
export function foldersOf(pack: PackOnDisk): string[] {
  return [...pack.all.values()].flatMap(({ folder }) => folder ?? [])
}
