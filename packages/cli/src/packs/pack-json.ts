/** The id in pack.json, or `pack` if it cannot be read. */
export function packIdIn(packJson: string | undefined): string {
  const { id } = parseLeniently(packJson)
  return typeof id === 'string' && id !== '' ? id : 'pack'
}

/** The ids of the packs that pack.json uses, as far as they can be read. */
export function usedPacksIn(packJson: string | undefined): string[] {
  const { uses } = parseLeniently(packJson)
  return Array.isArray(uses) ? uses.filter((id): id is string => typeof id === 'string' && /^[a-z0-9-]+$/.test(id)) : []
}

/** Errors are left to the loader, which reports them with their place. */
function parseLeniently(text: string | undefined): { id?: unknown; uses?: unknown } {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
