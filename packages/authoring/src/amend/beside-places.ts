import { HIDDEN, OF_ANOTHER } from './notice-sentences.ts'
import type { Span } from './passages.ts'
import type { NamedPlace } from './place-reader.ts'
import { subjectOf } from './subject.ts'

/** What names places, as it is written. */
export function namesOf(places: readonly NamedPlace[], words: string): string {
  const signs = new RegExp(`[${HIDDEN}${OF_ANOTHER}]`, 'gu')
  const from = places[0]?.from ?? 0
  const side = /\b(?:after|before) (?:the )?$/iu.exec(words.slice(0, from))?.[0] ?? ''
  return side
    .toLowerCase()
    .concat(words.slice(from, places.at(-1)?.to))
    .concat(/^(?:之)?[前后]/u.exec(words.slice(places.at(-1)?.to))?.[0] ?? '')
    .replaceAll(signs, '')
}

const IN_GENERAL =
  /统一|均|全文|一律|凡|各处|\b(?:throughout|wherever|everywhere|each place|every place|every reference)\b/iu

/** Whether an order is of all places that have what it quotes. */
export function isOfAll(scope: string): boolean {
  return IN_GENERAL.test(scope)
}

/** What an order is of, beside its places: what is said right before the words that it quotes, or behind the places. */
export function subjectIn(scope: string, places: readonly NamedPlace[], hasQuotes: boolean): string {
  if (!hasQuotes) return subjectOf(behindPlaces(scope, places))
  const words = withoutSpans(scope, places)
  if (IN_GENERAL.test(words)) return ''
  const phrases = words.split(/[，；：。,;:]/u)
  const own = [...phrases].reverse().find((phrase) => phrase.includes(HIDDEN)) ?? ''
  const topic = phrases.find((phrase) => phrase !== own && /^(?:关于|有关|涉及)/u.test(phrase)) ?? ''
  return subjectOf(`${topic} ${own}`)
}

/** What is said from the first place on, without the places. */
export function behindPlaces(scope: string, places: readonly NamedPlace[]): string {
  return withoutSpans(scope, places).slice(places[0]?.from ?? 0)
}

export function withoutSpans(words: string, spans: readonly Span[]): string {
  let rest = words
  for (const { from, to } of [...spans].reverse()) rest = rest.slice(0, from) + '，'.repeat(to - from) + rest.slice(to)
  return rest
}
