import { formatFile } from '@tiaoli/authoring'
import { compile, type PackSource, type Policy } from '@tiaoli/engine'
import packs from '@tiaoli/rules'
import samples from '@tiaoli/rules/samples'
import type { Files } from '../registry/pack-files.ts'

/** A pack that the Worker brings along. What costs time is computed once, and only if it is asked for. */
export class BundledPack {
  readonly id: string
  readonly source: PackSource
  readonly uses: readonly string[]
  #files: Files | undefined
  #policy: Policy | undefined

  constructor(id: string, source: PackSource) {
    this.id = id
    this.source = source
    this.uses = (source.files['pack.json'] as { uses?: string[] }).uses ?? []
  }

  /** The bundle holds parsed JSON; in the registry it is text, laid out as people edit it. */
  get files(): Files {
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

/** The bundled packs, used ones before those that use them. */
export const BUNDLED_PACKS: readonly BundledPack[] = inOrder()

function inOrder(): BundledPack[] {
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
