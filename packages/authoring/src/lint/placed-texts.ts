import type { Text } from '@tiaoli/engine'
import type { PackFiles, Path } from '@tiaoli/engine/plan'

/** A text in both languages, and where it is. */
export interface PlacedText {
  file: PackFiles['sources'][number]
  text: Text
  path: Path
  /** The id of the entry around it. */
  about: string
}

/** Every text in both languages of the files of a pack. */
export function placedTexts({ sources }: PackFiles): PlacedText[] {
  return sources.flatMap((file) => [...textsIn(file.value, [], file.path)].map((found) => ({ file, ...found })))
}

function* textsIn(value: unknown, path: Path, about: string): Generator<Omit<PlacedText, 'file'>> {
  if (typeof value !== 'object' || value === null) return
  const { zh, en, id } = value as Record<string, unknown>
  const own = typeof id === 'string' ? id : about
  if (typeof zh === 'string' && typeof en === 'string') yield { text: { zh, en }, path, about: own }
  const inCatalogue = path.length === 1 && !Array.isArray(value) && typeof path[0] === 'string'
  for (const [key, item] of Object.entries(value))
    yield* textsIn(item, [...path, Array.isArray(value) ? Number(key) : key], inCatalogue ? key : own)
}
