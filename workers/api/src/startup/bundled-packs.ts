import { formatFile } from '@tiaoli/authoring'
import { compile, type PackSource, type Policy } from '@tiaoli/engine'
import packs from '@tiaoli/rules'
import samples from '@tiaoli/rules/samples'
import type { PackFiles } from '../registry/pack-files.ts'

/** A pack that is deployed with the Worker. What costs time is computed once, when first needed. */
export class BundledPack {
  readonly id: string
  readonly source: PackSource
  readonly uses: readonly string[]
  #files: PackFiles | undefined
  #policy: Policy | undefined

  constructor(id: string, source: PackSource) {
    this.id = id
    this.source = source
    this.uses = (source.files['pack.json'] as { uses?: string[] }).uses ?? []
  }

  /** The text of its files as the registry stores them, laid out by the formatter: the bundle holds parsed JSON. */
  get files(): PackFiles {
    return (this.#files ??= Object.fromEntries(
      Object.entries({ ...this.source.files, ...samples[this.id] }).map(([path, value]) => [
        path,
        formatFile(path, JSON.stringify(value)).text!,
      ]),
    ))
  }

  get policy(): Policy {
    return (this.#policy ??= compile(this.source))
  }
}

/** The bundled packs, each after those that it uses. */
export const BUNDLED_PACKS: readonly BundledPack[] = inOrderOfUse()

function inOrderOfUse(): BundledPack[] {
  const done = new Map<string, BundledPack>()
  const visit = (id: string) => {
    const source = packs[id]
    if (!source || done.has(id)) return
    const pack = new BundledPack(id, source)
    for (const used of pack.uses) visit(used)
    done.set(id, pack)
  }
  for (const id of Object.keys(packs)) visit(id)
  return [...done.values()]
}
