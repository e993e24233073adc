import { isCompleteText } from '../text/fallback-language.ts'
import type { Path } from '../json/pointer.ts'

/** A text of a file, and the tags of the languages in which it is written. */
export interface PlacedLanguages {
  readonly path: Path
  readonly written: readonly string[]
}

/** The texts of a file that was read, each with its languages. Ledgers of cases hold none. */
export function placedLanguages(content: unknown): PlacedLanguages[] {
  const found: PlacedLanguages[] = []
  collect(content, [], found)
  return found
}

function collect(value: unknown, path: (string | number)[], found: PlacedLanguages[]): void {
  if (typeof value !== 'object' || value === null) return
  if (isCompleteText(value)) {
    found.push({ path: [...path], written: Object.keys(value).filter((key) => key !== 'one') })
    return
  }
  for (const [key, item] of Object.entries(value)) {
    path.push(Array.isArray(value) ? Number(key) : key)
    collect(item, path, found)
    path.pop()
  }
}
