import { ENGINE_VERSION } from '@tiaoli/engine/plan'

/** A version of a pack, as every answer names it. */
export interface Edition {
  pack: string
  /** The registry's number. The version that pack.json declares is another: it may stay the same for years. */
  version: number
  /** Number of its latest publication; null if it was never published. */
  seq: number | null
  /** SHA-256 of the canonical JSON of the pack and the packs it uses. */
  sha256: string
  engine: string
}

export function toEdition({ pack, version, seq, sha256 }: Omit<Edition, 'engine'>): Edition {
  return { pack, version, seq, sha256, engine: ENGINE_VERSION }
}
