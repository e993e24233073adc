import { alignText, type AlignedClause, type Fate, type Passage } from './align-text.ts'
import { plainWords, type Span } from './passages.ts'
import { fitted, placesOfQuote, runningText } from './quoted-words.ts'

/** Words that are quoted, where they stand, and the clauses that have them. */
export interface QuotedSpan extends Span {
  readonly words: string
  readonly clauses: readonly number[]
  /** Whether they are all that these clauses say. */
  readonly isWhole: boolean
}

/** The clauses of a document as they become while a notice is read. */
export class ClauseStates {
  readonly #before: readonly string[]
  readonly #clauses: { now: string; fate: Fate; passages: Passage[] }[]

  constructor(words: readonly string[]) {
    this.#before = words.map(plainWords)
    this.#clauses = this.#before.map((now) => ({ now, fate: 'kept', passages: [] }))
  }

  get texts(): readonly string[] {
    return this.#clauses.map(({ now }) => now)
  }

  fateOf(i: number): Fate {
    return this.#clauses[i]!.fate
  }

  outcome(): AlignedClause[] {
    return this.#clauses.map(({ fate, passages }) => ({ fate, passages }))
  }

  /** Where words are, in the order of the document. */
  find(quote: string): QuotedSpan[] {
    const { words, spans } = runningText(this.texts)
    return placesOfQuote(words, quote).map((span) => {
      const clauses = spans.flatMap(({ from, to }, i) => (from < span.to && to > span.from ? [i] : []))
      const [first, last] = [spans[clauses[0] ?? 0]!, spans[clauses.at(-1) ?? 0]!]
      const isWhole = first.from >= span.from && /^[，。；：、,.;:\s]*$/u.test(words.slice(span.to, last.to))
      return { ...span, words: words.slice(span.from, span.to), clauses, isWhole }
    })
  }

  /** Puts words in the place of those that were found, and gives back what no clause says. */
  exchange({ from, to, clauses }: QuotedSpan, put: string, by: Passage): Passage[] {
    const { spans } = runningText(this.texts)
    const [first, last] = [clauses[0]!, clauses.at(-1)!]
    const before = this.#clauses[first]!.now.slice(0, Math.max(0, from - spans[first]!.from))
    const behind = this.#clauses[last]!.now.slice(to - spans[last]!.from)
    const isWhole = before === '' && behind === ''
    const text = isWhole ? put : before + fitted(put, behind) + behind
    if (!/^[，。；：、,.;:\s]*$/u.test(text)) return this.become(clauses, text, by)
    for (const i of clauses) this.drop(i, by)
    return []
  }

  /** Lays the new words of some clauses beside the old, and gives back what none of them says. */
  become(touched: readonly number[], text: string, by: Passage): Passage[] {
    const { clauses, added } = alignText(
      touched.map((i) => this.#clauses[i]!.now),
      text,
    )
    // New words for all of them are theirs, however little they have in common.
    if (clauses.every(({ fate }) => fate === 'dropped')) {
      for (const i of touched)
        this.#clauses[i] = {
          now: i === touched[0] ? text : '',
          fate: touched.length > 1 ? 'merged' : 'reworded',
          passages: [{ at: by.at, text }],
        }
      return []
    }
    for (const [k, i] of touched.entries()) {
      const { fate, passages } = clauses[k]!
      if (fate === 'kept') continue
      if (fate === 'dropped') this.drop(i, by)
      else {
        const now = passages.map((passage) => passage.text).join('')
        const isAsBefore = now === this.#before[i]
        this.#clauses[i] = {
          now,
          fate: isAsBefore && fate !== 'moved' ? 'kept' : fate,
          passages: passages.map((passage) => ({ at: by.at, text: passage.text })),
        }
      }
    }
    return added.map((passage) => ({ at: by.at, text: passage.text }))
  }

  drop(i: number, { at, text }: Passage): void {
    this.#clauses[i] = { now: '', fate: 'dropped', passages: [{ at, text }] }
  }

  /** A person has to read what a notice says of this clause. */
  name(i: number, { at, text }: Passage): void {
    const clause = this.#clauses[i]!
    if (clause.fate === 'named') {
      if (!clause.passages.some((passage) => passage.at === at)) clause.passages.push({ at, text })
    } else if (clause.fate === 'kept') this.#clauses[i] = { ...clause, fate: 'named', passages: [{ at, text }] }
  }
}
