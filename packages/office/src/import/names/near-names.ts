import { withoutBrackets } from '../../values/words.ts'
import { withoutLookAlikes } from './look-alikes.ts'

/** Of names of fewer letters, those that differ in one are others. */
const SHORTEST = 4
/** How many letters may be left out at the beginning: the name of a province. */
const BEGINNINGS = [1, 2, 3]

/** Finds what has a name so like another that one of them may be a slip: 江西己合律师事务所 of 江西已合律师事务所. */
export class NearNames<T> {
  /** By the whole name, and by what it is with a letter left out. */
  readonly #whole = new Map<string, T[]>()
  readonly #shorter = new Map<string, T[]>()

  add(key: string, one: T): void {
    const plain = plainOf(key)
    put(this.#whole, plain, one)
    for (const shorter of shorterOf(plain)) put(this.#shorter, shorter, one)
  }

  near(key: string): T[] {
    const plain = plainOf(key)
    const found = [plain, ...shorterOf(plain), ...swapped(plain)].flatMap((one) => this.#whole.get(one) ?? [])
    return [...new Set([...found, ...(this.#shorter.get(plain) ?? [])])]
  }
}

function put<T>(map: Map<string, T[]>, key: string, one: T): void {
  const known = map.get(key)
  if (known) known.push(one)
  else map.set(key, [one])
}

/** A name in brackets alone is like no other. */
function plainOf(key: string): string {
  return withoutLookAlikes(withoutBrackets(key) || key)
}

function shorterOf(plain: string): Set<string> {
  const letters = Array.from(plain)
  if (letters.length <= SHORTEST) return new Set()
  const without = letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))
  const ends = BEGINNINGS.map((size) => letters.slice(size)).filter(({ length }) => length >= SHORTEST)
  return new Set([...without, ...ends.map((end) => end.join(''))])
}

/** A name with two letters beside each other the other way round. */
function swapped(plain: string): string[] {
  const letters = Array.from(plain)
  return letters.slice(1).flatMap((letter, i) => {
    const before = letters[i]!
    return before === letter ? [] : [[...letters.slice(0, i), letter, before, ...letters.slice(i + 2)].join('')]
  })
}
