import type { Text } from '@tiaoli/engine'
import { isCompleteText, isWrittenIn, type PackFiles, type Path } from '@tiaoli/engine/plan'
import { LANGUAGES, type Language } from '@tiaoli/engine/names'

/** A text, and where it is. */
export interface PlacedText {
  file: PackFiles['sources'][number]
  /** In a language in which nothing is written, the words of the other. */
  text: Text
  written: readonly Language[]
  /** The tags of the languages in which its author wrote it. */
  tags: readonly string[]
  path: Path
  /** The id of the entry around it. */
  about: string
}

/** Every text of the files of a pack. */
export function placedTexts(files: PackFiles): PlacedText[] {
  const tags = new Map(files.texts().map(({ file, path, written }) => [placeKey(file, path), written]))
  return files.contents().flatMap(({ file, content }) =>
    [...textsIn(content, [], file.path)].map((found) => ({
      file,
      ...found,
      tags: tags.get(placeKey(file, found.path)) ?? found.written,
    })),
  )
}

function placeKey(file: PlacedText['file'], path: Path): string {
  return JSON.stringify([file.path, ...path])
}

function* textsIn(value: unknown, path: Path, about: string): Generator<Omit<PlacedText, 'file' | 'tags'>> {
  if (typeof value !== 'object' || value === null) return
  if (isCompleteText(value)) {
    const text = value
    yield { text, written: LANGUAGES.filter((language) => isWrittenIn(language, text)), path, about }
    return
  }
  const { id } = value as Record<string, unknown>
  const own = typeof id === 'string' ? id : about
  const inCatalogue = path.length === 1 && !Array.isArray(value) && typeof path[0] === 'string'
  for (const [key, item] of Object.entries(value))
    yield* textsIn(item, [...path, Array.isArray(value) ? Number(key) : key], inCatalogue ? key : own)
}
