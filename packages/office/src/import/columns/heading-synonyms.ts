import type { Plan } from '@tiaoli/engine/plan'
import { headingKey } from '../../values/words.ts'

let ids = 0

/** Words of headings, and those that the labels of the catalogue have in their place. */
export class Synonyms {
  readonly #keys: readonly (readonly [from: string, to: string])[]
  readonly #words: readonly (readonly [from: RegExp, to: string])[]

  /** Another for every pack. */
  readonly id = ids++

  constructor(words: readonly (readonly [from: string, to: string])[]) {
    this.#keys = words.map(([from, to]) => [headingKey(from), headingKey(to)])
    this.#words = words.map(([from, to]) => [asWords(from), to])
  }

  /** A key of a heading with the words of labels. */
  inKey(key: string): string {
    return this.#keys.reduce((changed, [from, to]) => changed.replaceAll(from, to), key)
  }

  /** The same of a heading whose words have spaces between them: parts of words are other words. */
  inWords(heading: string): string {
    return this.#words.reduce((changed, [from, to]) => changed.replaceAll(from, () => to), heading.normalize('NFKC'))
  }
}

function asWords(text: string): RegExp {
  const words = text.normalize('NFKC').trim().split(/\s+/)
  const pattern = words.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`)).join(String.raw`\s+`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'giu')
}

/** What the mappings of a pack say that headings call otherwise than its catalogue. */
export function headingSynonyms(plan: Plan): Synonyms {
  const known = SYNONYMS.get(plan)
  if (known) return known
  const made = new Synonyms([...plan.imports.values()].flatMap(({ synonyms = {} }) => Object.entries(synonyms)))
  SYNONYMS.set(plan, made)
  return made
}

const SYNONYMS = new WeakMap<Plan, Synonyms>()
