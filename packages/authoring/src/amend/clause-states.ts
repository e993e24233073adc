import { alignText, type AlignedClause, type Fate, type Passage } from './align-text.ts'
import { plainWords, type Span } from './passages.ts'
import { firstEndingBehind } from './first-ending-behind.ts'
import { fitted, joinedAround, placesOfQuote, runningText, type RunningText } from './quoted-words.ts'
import { withTakenUp } from './taken-up.ts'

/** Words that are quoted, where they stand, and the clauses that have them. */
export interface QuotedSpan extends Span {
  readonly words: string
  readonly clauses: readonly number[]
  /** Whether they are all that these clauses say. */
  readonly isWhole: boolean
}

/** A sentence of a notice that changes a clause. */
export interface Order {
  /** Where the sentence begins. */
  readonly at: number
  readonly fate: Exclude<Fate, 'kept' | 'named'>
}

/** A clause with what became of it by a notice. */
export interface OrderedClause extends AlignedClause {
  /** What changes it, in the order of the notice. */
  readonly orders: readonly Order[]
}

interface State {
  readonly now: string
  readonly fate: Fate
  readonly passages: readonly Passage[]
  readonly orders: readonly Order[]
  /** The sentences that gave the orders. */
  readonly by: readonly Passage[]
  /** Sentences that order something of it which could not be carried out. */
  readonly open: readonly Passage[]
}

/** Of what a clause says something else, also with other pauses or another name. */
const SAYS_OTHER: ReadonlySet<Fate> = new Set(['reworded', 'split', 'merged', 'moved', 'dropped'])

const RENAMED: Pick<Order, 'fate'> = { fate: 'renamed' }

/** The clauses of a document as they become while a notice is read. */
export class ClauseStates {
  readonly #alsoNamed: Passage[] = []
  readonly #before: readonly string[]
  readonly #clauses: State[]
  #ran: { readonly texts: readonly string[]; readonly running: RunningText } | undefined

  constructor(words: readonly string[]) {
    this.#before = words.map(plainWords)
    this.#clauses = this.#before.map((now) => ({ now, fate: 'kept', passages: [], orders: [], by: [], open: [] }))
  }

  get texts(): readonly string[] {
    return this.#clauses.map(({ now }) => now)
  }

  fateOf(i: number): Fate {
    return this.#openOf(i).length > 0 ? 'named' : this.#clauses[i]!.fate
  }

  /** What became of each clause. One of which an order could not be carried out is for a person, with all that was ordered. */
  outcome(): OrderedClause[] {
    return this.#clauses.map(({ fate, passages, orders, by }, i) => {
      const open = this.#openOf(i)
      if (open.length === 0) return { fate, passages, orders }
      return { fate: 'named', passages: inOrder([...open, ...(fate === 'named' ? passages : by)]), orders: [] }
    })
  }

  /** Sentences that name a clause which another sentence changes. */
  get alsoNamed(): readonly Passage[] {
    const ofDeleted = this.#clauses.flatMap(({ fate, open }) => (fate === 'dropped' ? open : []))
    return inOrder([...this.#alsoNamed, ...ofDeleted])
  }

  /** Sentences that were carried out at clauses of which others could not be. */
  get besideOpen(): readonly Passage[] {
    return inOrder(this.#clauses.flatMap(({ by }, i) => (this.#openOf(i).length > 0 ? by : [])))
  }

  /** What could not be carried out of a clause, or of one that was merged with it; nothing where it was deleted afterwards. */
  #openOf(i: number): readonly Passage[] {
    const { fate, open } = this.#clauses[i]!
    if (fate === 'dropped') return []
    return fate === 'merged' ? [...open, ...this.#mergedWith(i).flatMap((other) => this.#clauses[other]!.open)] : open
  }

  /** All clauses as they are now, put together once until one of them changes. */
  #running(): RunningText {
    const { texts } = this
    const isSame = this.#ran?.texts.every((text, i) => text === texts[i])
    if (!this.#ran || !isSame) this.#ran = { texts, running: runningText(texts) }
    return this.#ran.running
  }

  /** Where words are, in the order of the document. */
  find(quote: string): QuotedSpan[] {
    const { words, spans } = this.#running()
    return placesOfQuote(words, quote).map((span) => {
      const clauses: number[] = []
      for (let i = firstEndingBehind(spans, span.from); i < spans.length && spans[i]!.from < span.to; i++)
        if (spans[i]!.to > span.from) clauses.push(i)
      const [first, last] = [spans[clauses[0] ?? 0]!, spans[clauses.at(-1) ?? 0]!]
      const isWhole = first.from >= span.from && /^[，。；：、,.;:\s]*$/u.test(words.slice(span.to, last.to))
      return { ...span, words: words.slice(span.from, span.to), clauses, isWhole }
    })
  }

  /**
   * Puts words in the place of those that were found, and gives back what no clause says.
   *
   * @param isName Whether both are names of one body, so that the clause says the same.
   */
  exchange({ from, to, clauses }: QuotedSpan, put: string, by: Passage, isName = false): Passage[] {
    const { spans } = this.#running()
    const [first, last] = [clauses[0]!, clauses.at(-1)!]
    const before = this.#clauses[first]!.now.slice(0, Math.max(0, from - spans[first]!.from))
    const behind = this.#clauses[last]!.now.slice(to - spans[last]!.from)
    const isWhole = before === '' && behind === ''
    if (isName && first === last && !isWhole) {
      this.#rename(first, before + put + behind, by)
      return []
    }
    const text = isWhole ? put : joinedAround(before, fitted(put, behind), behind)
    if (!/^[，。；：、,.;:\s]*$/u.test(text)) return this.become(clauses, text, by)
    for (const i of clauses) this.drop(i, by)
    return []
  }

  /** Lays the new words of some clauses beside the old, and gives back what none of them says. */
  become(named: readonly number[], text: string, by: Passage): Passage[] {
    const saying = named.filter((i) => this.#clauses[i]!.now !== '')
    const touched = saying.length > 0 ? saying : named
    const old = touched.map((i) => this.#clauses[i]!.now)
    const { clauses: laid, added } = alignText(old, text)
    const clauses = withTakenUp(old, laid)
    // New words for all of them are theirs, however little they have in common.
    if (clauses.every(({ fate }) => fate === 'dropped')) {
      const fate = touched.length > 1 ? 'merged' : 'reworded'
      const passages = [{ at: by.at, text }]
      for (const i of touched) this.#change(i, { now: i === touched[0] ? text : '', fate, passages }, by)
      return []
    }
    const said = new Set<number>()
    for (const [k, i] of touched.entries()) {
      const { fate, passages } = clauses[k]!
      if (fate === 'kept') continue
      if (fate === 'dropped') {
        this.drop(i, by)
        continue
      }
      // What several clauses say together stands once.
      const own = passages.filter(({ at }) => !said.has(at))
      for (const { at } of passages) said.add(at)
      const now = own.map((passage) => passage.text).join('')
      this.#change(i, { now, fate, passages: passages.map((passage) => ({ at: by.at, text: passage.text })) }, by)
    }
    return added.map((passage) => ({ at: by.at, text: passage.text }))
  }

  /** One that says something else already says it with the new name. */
  #rename(i: number, now: string, by: Passage): void {
    const { fate, orders } = this.#clauses[i]!
    const isSame = !SAYS_OTHER.has(fate)
    const own = orders.find((order) => order.at === by.at)
    this.#change(i, { now, fate: isSame ? 'renamed' : fate, passages: [{ at: by.at, text: now }] }, by, own ?? RENAMED)
  }

  drop(i: number, by: Passage): void {
    if (this.#clauses[i]!.fate === 'dropped') return
    this.#change(i, { now: '', fate: 'dropped', passages: [{ at: by.at, text: by.text }] }, by)
  }

  /** A person has to carry out what a notice orders of this clause. */
  leave(i: number, by: Passage): void {
    const clause = this.#clauses[i]!
    if (clause.fate === 'dropped') this.name(i, by)
    else this.#clauses[i] = { ...clause, open: inOrder([...clause.open, { at: by.at, text: by.text }]) }
  }

  /** A person has to read what a notice says of this clause. */
  name(i: number, { at, text }: Passage): void {
    const clause = this.#clauses[i]!
    if (clause.fate === 'kept') this.#clauses[i] = { ...clause, fate: 'named', passages: [{ at, text }] }
    else if (clause.fate !== 'named') this.#nameBesides({ at, text }, clause)
    else this.#clauses[i] = { ...clause, passages: inOrder([...clause.passages, { at, text }]) }
  }

  #nameBesides({ at, text }: Passage, { orders }: Pick<State, 'orders'>): void {
    if (orders.some((order) => order.at === at) || this.#alsoNamed.some((passage) => passage.at === at)) return
    this.#alsoNamed.push({ at, text })
  }

  #change(i: number, next: Pick<State, 'now' | 'fate' | 'passages'>, by: Passage, order?: Pick<Order, 'fate'>): void {
    const before = this.#clauses[i]!
    const { fate, now } = next
    if (fate === 'kept' || fate === 'named') return
    const { open } = before
    const doing = inOrder([...before.by, { at: by.at, text: by.text }])
    if (fate !== 'moved' && now === this.#before[i]) {
      this.#clauses[i] = { now, fate: 'kept', passages: [], orders: [], by: open.length > 0 ? doing : [], open }
      return
    }
    const orders = [...before.orders.filter(({ at }) => at !== by.at), { at: by.at, fate: order?.fate ?? fate }]
    // Clauses that were merged go on together.
    const others = before.fate === 'merged' ? this.#mergedWith(i) : []
    const own =
      fate === 'repunctuated' && (SAYS_OTHER.has(before.fate) || before.fate === 'renamed') ? before.fate : fate
    const together = others.length > 0 && fate !== 'dropped' ? 'merged' : own
    this.#clauses[i] = { ...next, fate: together, orders, by: doing, open }
    for (const other of others)
      this.#clauses[other] = { ...this.#clauses[other]!, ...next, now: '', fate: together, orders, by: doing }
    if (before.fate === 'named') for (const passage of before.passages) this.#nameBesides(passage, { orders })
  }

  #mergedWith(i: number): number[] {
    const texts = this.#clauses[i]!.passages.map(({ text }) => text).join('\n')
    return this.#clauses.flatMap(({ fate, passages, now }, other) =>
      other !== i && fate === 'merged' && now === '' && passages.map(({ text }) => text).join('\n') === texts
        ? [other]
        : [],
    )
  }
}

/** Passages each once, in the order of their text; a part of a sentence that is there whole goes with that. */
function inOrder(passages: readonly Passage[]): Passage[] {
  const isAmong = (passage: Passage, k: number) =>
    passages.some(
      (other, i) =>
        other.at === passage.at &&
        (i < k ? other.text.includes(passage.text) : i > k && isLonger(other.text, passage.text)),
    )
  return passages.filter((passage, k) => !isAmong(passage, k)).sort((a, b) => a.at - b.at)
}

function isLonger(text: string, part: string): boolean {
  return text !== part && text.includes(part)
}
