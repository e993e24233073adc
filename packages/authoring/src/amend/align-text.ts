import { inOrder, locate, type Located } from './locate.ts'
import { ENDED, isCut, plainText, plainWords, sentencesIn, type PlainText, type Span } from './passages.ts'
import { relate, similarity } from './relate.ts'
import { isRepunctuated } from './repunctuated.ts'

/**
 * What became of a clause. `kept`: word for word where it was; `moved`: word for word elsewhere; `reworded`, `split` into
 * more sentences, `merged` into one with others; `repunctuated`: its words, with other pauses; `renamed`: it says the same of a body with another name; `dropped`;
 * `named` by a notice that says something of its place.
 */
export const FATES = [
  'kept',
  'moved',
  'reworded',
  'split',
  'merged',
  'repunctuated',
  'renamed',
  'dropped',
  'named',
] as const
export type Fate = (typeof FATES)[number]

/** A clause with what became of it in the new text. */
export interface AlignedClause {
  readonly fate: Fate
  /** What says it now; none where it was dropped. */
  readonly passages: readonly Passage[]
}

/** A part of the new text, in the order of that text by `at`. */
export interface Passage {
  readonly at: number
  readonly text: string
}

/** A new text beside the clauses of an earlier one. */
export interface Alignment {
  /** In the order of the clauses. */
  readonly clauses: readonly AlignedClause[]
  /** Sentences that no clause said before. */
  readonly added: readonly Passage[]
}

/** From this share on, a sentence elsewhere is a clause that was moved and reworded. */
const SAME = 0.6

/** A sentence of the new text that is no clause word for word, and the clauses of which it says something. */
interface Loose extends Passage {
  readonly of: number[]
}

/** What lies between two clauses that kept their order: clauses that are not there word for word, and new sentences. */
interface Region {
  readonly lost: readonly number[]
  readonly gaps: readonly Span[]
}

/**
 * Lays a new text beside the clauses of an earlier one, in their order. Layout does not count, only words.
 *
 * @param ownIn Which sentences of the new text are of that text alone and restate no clause.
 */
export function alignText(
  clauses: readonly string[],
  text: string,
  ownIn: (sentences: readonly string[]) => readonly boolean[] = () => [],
): Alignment {
  const plain = plainText(text)
  const old = clauses.map(plainWords)
  const own = ownSentences(plain, ownIn)
  const located = locate(old, plain.words, own)
  const unmoved = inOrder(located)
  const touched = new Map<number, string>()
  const loose: Loose[] = []
  const alone: Loose[] = []
  for (const { lost, gaps } of regionsOf(old, located, unmoved, plain.words.length)) {
    const all = gaps.flatMap((gap) => sentencesIn(plain, gap)).map((span) => looseAt(plain, span))
    const sentences = all.filter(({ at }) => !isIn(own, at))
    alone.push(...all.filter(({ at }) => isIn(own, at)))
    if (lost.length > 0) {
      relate(old, lost, sentences)
      loose.push(...overBreaks(sentences))
      continue
    }
    for (const gap of gaps) touchNeighbours(plain, located, gap, touched)
    loose.push(...sentences)
  }
  const isLocated = new Map(located.map((item) => [item.order, item]))
  findElsewhere(old, isLocated, loose)
  const aligned = old.map((words, order): AlignedClause => {
    const item = isLocated.get(order)
    if (!item) return lostClause(words, order, loose)
    const around = touched.get(order)
    const passage = { at: item.at.from, text: around ?? words }
    if (around !== undefined) return { fate: fateOfWords(words, around), passages: [passage] }
    return { fate: unmoved.has(item) ? 'kept' : 'moved', passages: [passage] }
  })
  const absorbed = [...touched.values()]
  const added = loose.filter(
    ({ text: words, of }) => of.length === 0 && !absorbed.some((other) => other.includes(words)),
  )
  const inOrderOfText = [...added, ...alone].sort((a, b) => a.at - b.at)
  return { clauses: aligned, added: inOrderOfText.map(({ at, text: words }) => ({ at, text: words })) }
}

function ownSentences(plain: PlainText, ownIn: (sentences: readonly string[]) => readonly boolean[]): Span[] {
  const spans = sentencesIn(plain, { from: 0, to: plain.words.length })
  const isOwn = ownIn(spans.map(({ from, to }) => plain.words.slice(from, to).trim()))
  return spans.filter((_, i) => isOwn[i])
}

function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => at >= from && at < to)
}

function looseAt({ words }: PlainText, { from, to }: Span): Loose {
  return { at: from, text: words.slice(from, to).trim(), of: [] }
}

/** A line that breaks off within what stands for one clause is layout. */
function overBreaks(sentences: readonly Loose[]): Loose[] {
  const whole: Loose[] = []
  for (const sentence of sentences) {
    const before = whole.at(-1)
    const [order, ...others] = sentence.of
    const isSame = before?.of.length === 1 && others.length === 0 && before.of[0] === order
    if (before && isSame && !ENDED.test(before.text))
      whole[whole.length - 1] = { ...before, text: before.text + sentence.text }
    else whole.push(sentence)
  }
  return whole
}

function lostClause(words: string, order: number, loose: readonly Loose[]): AlignedClause {
  const own = loose.filter(({ of }) => of.includes(order))
  const passages = own.map(({ at, text }) => ({ at, text }))
  if (own.length === 0) return { fate: 'dropped', passages }
  if (own.some(({ of }) => of.length > 1)) return { fate: 'merged', passages }
  const sentences = sentencesIn(plainText(words), { from: 0, to: words.length }).length
  if (own.length > sentences) return { fate: 'split', passages }
  return { fate: fateOfWords(words, own.map(({ text }) => text).join('')), passages }
}

function fateOfWords(before: string, after: string): Fate {
  return isRepunctuated(before, after) ? 'repunctuated' : 'reworded'
}

function* regionsOf(
  old: readonly string[],
  located: readonly Located[],
  unmoved: ReadonlySet<Located>,
  length: number,
): Generator<Region> {
  const orders = new Set(located.map(({ order }) => order))
  const anchors = [...unmoved].sort((a, b) => a.order - b.order)
  const ends = [...anchors, { order: old.length, at: { from: length, to: length } }]
  let [order, from] = [-1, 0]
  for (const anchor of ends) {
    const lost = old.flatMap((words, i) => (i > order && i < anchor.order && !orders.has(i) && words !== '' ? [i] : []))
    yield { lost, gaps: gapsIn({ from, to: anchor.at.from }, located) }
    ;[order, from] = [anchor.order, anchor.at.to]
  }
}

/** What of a part of the new text is no clause word for word. */
function gapsIn({ from, to }: Span, located: readonly Located[]): Span[] {
  const inside = located
    .map(({ at }) => at)
    .filter((at) => at.from >= from && at.to <= to)
    .sort((a, b) => a.from - b.from)
  const starts = [from, ...inside.map((at) => at.to)]
  const ends = [...inside.map((at) => at.from), to]
  return starts.map((start, i) => ({ from: start, to: ends[i]! })).filter((gap) => gap.to > gap.from)
}

/** Words put in where no sentence begins or ends change the clauses beside them. */
function touchNeighbours(plain: PlainText, located: readonly Located[], gap: Span, touched: Map<number, string>): void {
  const words = plain.words.slice(gap.from, gap.to)
  if (words.trim() === '') return
  const before = located.find(({ at }) => at.to === gap.from)
  const after = located.find(({ at }) => at.from === gap.to)
  if (before && !isCut(plain, gap.from)) touched.set(before.order, plain.words.slice(before.at.from, gap.to))
  if (after && !isCut(plain, gap.to)) touched.set(after.order, plain.words.slice(gap.from, after.at.to))
}

/** Clauses that nothing in their place says, and sentences elsewhere that say nearly the same. */
function findElsewhere(old: readonly string[], located: ReadonlyMap<number, Located>, loose: readonly Loose[]): void {
  const free = loose.filter(({ of }) => of.length === 0)
  for (const [order, words] of old.entries()) {
    if (words === '' || located.has(order) || loose.some(({ of }) => of.includes(order))) continue
    const best = free
      .filter(({ of }) => of.length === 0)
      .map((sentence) => ({ sentence, share: similarity(words, sentence.text) }))
      .sort((a, b) => b.share - a.share)[0]
    if (best && best.share >= SAME) best.sentence.of.push(order)
  }
}
