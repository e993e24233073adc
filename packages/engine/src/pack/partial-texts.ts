import { isCompleteText, isWrittenIn } from '../errors/complete-text.ts'
import { LANGUAGES, type Language } from '../errors/text.ts'
import type { Path } from '../json/pointer.ts'

/** A text that is not written in every language. */
export interface PartialText {
  readonly path: Path
  readonly lacks: Language
}

/** The texts in a file that was read which are not written in every language. Ledgers of cases hold none. */
export function partialTexts(content: unknown): PartialText[] {
  const found: PartialText[] = []
  collect(content, [], found)
  return found
}

function collect(value: unknown, path: (string | number)[], found: PartialText[]): void {
  if (typeof value !== 'object' || value === null) return
  if (isCompleteText(value)) {
    const lacks = LANGUAGES.find((language) => !isWrittenIn(language, value))
    if (lacks) found.push({ path: [...path], lacks })
    return
  }
  for (const [key, item] of Object.entries(value)) {
    path.push(Array.isArray(value) ? Number(key) : key)
    collect(item, path, found)
    path.pop()
  }
}
