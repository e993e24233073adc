import { isLanguageTag } from '@tiaoli/engine/names'
import { contentOf, packId, type NamedLanguages } from '@tiaoli/engine/plan'

/** The id in pack.json, as diagnostics name the pack; `pack` if it cannot be read. */
export function packIdIn(packJson: Uint8Array | undefined): string {
  return packId({ files: { 'pack.json': packJson } })
}

/** What pack.json says of its languages; undefined where it cannot be read. */
export function languagesIn(packJson: Uint8Array | undefined): NamedLanguages | undefined {
  const { languages, sentences } = (contentOf(packJson) ?? {}) as { languages?: unknown; sentences?: unknown }
  const known: string[] = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : []
  const named = known.filter(isLanguageTag)
  if (named.length === 0) return undefined
  return { languages: named, ...((sentences === 'zh' || sentences === 'en') && { sentences }) }
}

/** The ids of the packs that pack.json uses. The loader reports errors with their place. */
export function usedPacksIn(packJson: Uint8Array | undefined): string[] {
  const { uses } = (contentOf(packJson) ?? {}) as { uses?: unknown }
  return Array.isArray(uses) ? uses.filter((id): id is string => typeof id === 'string' && /^[a-z0-9-]+$/.test(id)) : []
}
