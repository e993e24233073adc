import type { NamedPlace } from './place-reader.ts'
import { ARTICLE_MARK, ITEM_MARK, PART_MARK } from './item-marks.ts'
import { figure, NUMERAL } from './numeral.ts'

/** What an instruction is of. */
export interface Target {
  /** All clauses that may be meant, in their order. */
  readonly clauses: readonly number[]
  /** Each way to read which of them are meant: several where it cannot be told. */
  readonly readings: readonly (readonly number[])[]
  /** Whether places are named, and none of them is there. */
  readonly isMissing: boolean
  /** Whether all that is meant is known by the names of its places alone. */
  readonly isWhole: boolean
  /** Whether sentences are meant that are counted, and the clauses of each are known. */
  readonly isOfSentences: boolean
  /** Where whole paragraphs are meant, the sentences of their numbers, in case that a paragraph is what they are called. */
  readonly paragraphs: readonly (readonly number[])[] | undefined
}

const SENTENCE = new RegExp(
  `第(?<order>${NUMERAL})句|(?<last>最后一句|最末一句|末尾一句|末一句|末句)|(?<first>首句)`,
  'gu',
)
const PARAGRAPH = /[段款]$/u
const HEADING = new RegExp(`^(?:${ITEM_MARK}|${PART_MARK}|${ARTICLE_MARK})`, 'u')
const FULL_STOP = /[。！？][”’）」』》]*/gu

/**
 * The clauses at places, down to the sentence where that can be told.
 *
 * @param paragraphs The paragraph in which each clause begins, where that is known.
 */
export function targetOf(
  named: readonly NamedPlace[],
  texts: readonly string[],
  paragraphs: readonly (number | undefined)[],
): Target {
  const places = named.map((place) => inParagraph(place, paragraphs))
  const each = places.map((place) => readingsOf(place, texts))
  const most = Math.max(0, ...each.map((readings) => readings.length))
  // Sentences are counted in one way in all places of an order.
  const readings = Array.from({ length: most }, (_, k) =>
    inOrder(each.flatMap((own) => own[Math.min(k, own.length - 1)]!)),
  )
  const isOfParagraphs = places.length > 0 && places.every(({ within }) => PARAGRAPH.test(within ?? ''))
  const different = readings.filter((reading, k) => readings.findIndex((other) => isSame(other, reading)) === k)
  return {
    clauses: inOrder(readings.flat()),
    readings: different,
    isMissing: places.length > 0 && places.every(({ clauses }) => clauses.length === 0),
    isWhole: places.every(({ within }) => within === undefined),
    isOfSentences:
      places.length > 0 &&
      places.every(({ clauses, within }) => isCounted(within ?? '') && sentencesOf(clauses, texts) !== undefined),
    paragraphs: isOfParagraphs ? places.flatMap((place) => readingsOf(asSentences(place), texts)) : undefined,
  }
}

const PARAGRAPHS = new RegExp(
  `[、和及与中的]*(?:第(?<order>${NUMERAL})(?:个)?|(?<last>最后一|最末一|末尾一|末一|末)|(?<first>首))(?:自然段|段|款)`,
  'guy',
)

/** A place that is named by its paragraphs, where the document has several there: these paragraphs. */
function inParagraph(place: NamedPlace, paragraphs: readonly (number | undefined)[]): NamedPlace {
  const { within = '', ...whole } = place
  const own = place.clauses.map((i) => paragraphs[i])
  const numbers = [...new Set(own)]
  const named = [...within.matchAll(PARAGRAPHS)]
  if (named.length === 0 || numbers.length < 2 || numbers.includes(undefined)) return place
  const meant = new Set(
    named.map(({ groups: { order, last, first } = {} }) =>
      last === undefined ? numbers[first === undefined ? Number(figure(order ?? '')) - 1 : 0] : numbers.at(-1),
    ),
  )
  const rest = within.slice(named.reduce((length, [words]) => length + words.length, 0))
  const clauses = place.clauses.filter((_, k) => meant.has(own[k]))
  return rest === '' ? { ...whole, clauses } : { ...whole, clauses, within: rest }
}

function asSentences(place: NamedPlace): NamedPlace {
  return {
    ...place,
    ...(place.within === undefined ? {} : { within: place.within.replaceAll(/自然段|[段款]/gu, '句') }),
  }
}

/** The ways to read a place: with its heading counted as a sentence, and without. */
function readingsOf({ clauses, within }: NamedPlace, texts: readonly string[]): number[][] {
  if (within === undefined) return [[...clauses]]
  const sentences = sentencesOf(clauses, texts)
  const named = [...within.matchAll(SENTENCE)]
  // A smaller place that is not known may be any of it, or less than one clause.
  if (!sentences || !isCounted(within)) return [...clauses.map((i) => [i]), []]
  const hasHeading = HEADING.test(texts[clauses[0]!] ?? '') && sentences.length > 1
  const countings = hasHeading ? [sentences, sentences.slice(1)] : [sentences]
  return countings.map((counted) =>
    named.flatMap(({ groups }) => {
      const { order, last, first } = groups ?? {}
      if (last !== undefined) return counted.at(-1) ?? []
      return counted[first === undefined ? Number(figure(order ?? '')) - 1 : 0] ?? []
    }),
  )
}

/** Whether a smaller place is nothing but sentences by their order. */
function isCounted(within: string): boolean {
  return (
    within !== '' && within.replaceAll(SENTENCE, '').replaceAll(/[、和及与中的话]/gu, '') === '' && /句/u.test(within)
  )
}

/** The clauses of each sentence; undefined where a clause has several sentences, or parts of two. */
function sentencesOf(clauses: readonly number[], texts: readonly string[]): number[][] | undefined {
  const sentences: number[][] = [[]]
  for (const i of clauses) {
    const text = texts[i]!
    sentences.at(-1)!.push(i)
    const ends = [...text.matchAll(FULL_STOP)].map(({ index, 0: { length } }) => index + length)
    if (ends.some((end) => end < text.length) || ends.length > 1) return undefined
    if (ends.length === 1) sentences.push([])
  }
  return sentences.filter((sentence) => sentence.length > 0)
}

function inOrder(clauses: readonly number[]): number[] {
  return [...new Set(clauses)].sort((a, b) => a - b)
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((i, k) => i === b[k])
}
