import type { Text } from '@tiaoli/engine'

/** A text in both languages, and where it is. */
export interface PlacedText {
  text: Text
  path: readonly (string | number)[]
  about: string
}

/** Every text in both languages, with the id of the entry around it. */
export function* placedTexts(value: unknown, path: readonly (string | number)[], about: string): Generator<PlacedText> {
  if (typeof value !== 'object' || value === null) return
  const { zh, en, id } = value as Record<string, unknown>
  const own = typeof id === 'string' ? id : about
  if (typeof zh === 'string' && typeof en === 'string') yield { text: { zh, en }, path, about: own }
  const inCatalogue = path.length === 1 && !Array.isArray(value) && typeof path[0] === 'string'
  for (const [key, item] of Object.entries(value))
    yield* placedTexts(item, [...path, Array.isArray(value) ? Number(key) : key], inCatalogue ? key : own)
}
