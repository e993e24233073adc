import type { ImportFile } from '@tiaoli/engine/plan'
import type { DateOrder } from './read-date.ts'
import { TextForm } from './text-form.ts'
import { keyOf, USUAL_WORDS } from './words.ts'

/** What the words of a mapping mean in every column. */
export interface Vocabulary {
  readonly blank: ReadonlySet<string>
  readonly none: ReadonlySet<string>
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  readonly same: ReadonlySet<string>
  /** Whether a row that begins with a text is not read: a total, an explanation, who signs below. */
  readonly isNoRow: (text: string) => boolean
  readonly units: Readonly<Record<string, number>>
  readonly dates: DateOrder | undefined
}

export function vocabularyOf({
  blank,
  none,
  yes,
  no,
  same,
  skip,
  units,
  dates,
}: Omit<ImportFile, 'id' | 'title' | 'tables'>): Vocabulary {
  const keys = (words: readonly string[]) => new Set(words.map(keyOf))
  return {
    blank: keys(blank ?? USUAL_WORDS.blank),
    none: keys(none ?? USUAL_WORDS.none),
    yes: keys(yes ?? USUAL_WORDS.yes),
    no: keys(no ?? USUAL_WORDS.no),
    same: keys(same ?? USUAL_WORDS.same),
    isNoRow: beginningOf(skip?.rows ?? USUAL_WORDS.rows),
    units: units ?? {},
    dates,
  }
}

/** Words are how a text begins, of an alphabet up to a colon or a number; with … they are the form of all of it. */
function beginningOf(rows: readonly string[]): (text: string) => boolean {
  const forms = rows.filter((words) => words.includes('…')).map((words) => new TextForm(words))
  const beginnings = rows.filter((words) => !words.includes('…')).map(keyOf)
  const begins = (key: string, words: string) =>
    key.startsWith(words) && (!/[a-z]$/.test(words) || /^(?:$|[:(\d])/.test(key.slice(words.length)))
  return (text) => {
    const key = keyOf(text)
    return beginnings.some((words) => begins(key, words)) || forms.some((form) => form.match(text) !== undefined)
  }
}
