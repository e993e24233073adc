import { LANGUAGES, type Language } from '@tiaoli/engine/names'
import { contentOf, packId } from '@tiaoli/engine/plan'

/** The id in pack.json, as diagnostics name the pack; `pack` if it cannot be read. */
export function packIdIn(packJson: Uint8Array | undefined): string {
  return packId({ files: { 'pack.json': packJson } })
}

/** The languages that pack.json names; all where it cannot be read. */
export function languagesIn(packJson: Uint8Array | undefined): readonly Language[] {
  const { languages } = (contentOf(packJson) ?? {}) as { languages?: unknown }
  const known = LANGUAGES.filter((language) => Array.isArray(languages) && languages.includes(language))
  return known.length > 0 ? known : LANGUAGES
}

/** The ids of the packs that pack.json uses. The loader reports errors with their place. */
export function usedPacksIn(packJson: Uint8Array | undefined): string[] {
  const { uses } = (contentOf(packJson) ?? {}) as { uses?: unknown }
  return Array.isArray(uses) ? uses.filter((id): id is string => typeof id === 'string' && /^[a-z0-9-]+$/.test(id)) : []
}
