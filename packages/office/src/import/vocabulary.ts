import type { ImportFile } from '@tiaoli/engine/plan'
import { keyOf, USUAL_WORDS } from './words.ts'

/** What the words of a mapping mean in every column. */
export interface Vocabulary {
  readonly blank: ReadonlySet<string>
  readonly none: ReadonlySet<string>
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  readonly same: ReadonlySet<string>
  /** How rows begin that are not read. */
  readonly rows: readonly string[]
  readonly sheets: readonly string[]
  readonly units: Readonly<Record<string, number>>
}

export function vocabularyOf({ blank, none, yes, no, same, skip, units }: ImportFile): Vocabulary {
  const keys = (words: readonly string[]) => new Set(words.map(keyOf))
  return {
    blank: keys(blank ?? USUAL_WORDS.blank),
    none: keys(none ?? USUAL_WORDS.none),
    yes: keys(yes ?? USUAL_WORDS.yes),
    no: keys(no ?? USUAL_WORDS.no),
    same: keys(same ?? USUAL_WORDS.same),
    rows: (skip?.rows ?? USUAL_WORDS.rows).map(keyOf),
    sheets: skip?.sheets ?? [],
    units: units ?? {},
  }
}
