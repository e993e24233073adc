import { contentOf, packId } from '@tiaoli/engine/plan'

/** The id in pack.json, as diagnostics name the pack; `pack` if it cannot be read. */
export function packIdIn(packJson: Uint8Array | undefined): string {
  return packId({ files: { 'pack.json': packJson } })
}

/** The ids of the packs that pack.json uses. The loader reports errors with their place. */
export function usedPacksIn(packJson: Uint8Array | undefined): string[] {
  const { uses } = (contentOf(packJson) ?? {}) as { uses?: unknown }
  return Array.isArray(uses) ? uses.filter((id): id is string => typeof id === 'string' && /^[a-z0-9-]+$/.test(id)) : []
}
