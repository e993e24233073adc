import { completeText, isWrittenIn, type WrittenText } from './fallback-language.ts'
import { isLanguage, LANGUAGES, type Language, type Text } from './text.ts'

/** A language of a pack, by its BCP 47 tag, and that of the engine's sentences in which its words stand. */
export interface ReadLanguage {
  readonly tag: string
  readonly sentences: Language
}

/** The languages in which a pack is read, the first of them first: one for each language of the engine's sentences. */
export type Reading = readonly ReadLanguage[]

/** Chinese and English, in which everything is read that belongs to no pack. */
export const BOTH: Reading = LANGUAGES.map((tag) => ({ tag, sentences: tag }))

/** What pack.json says of its languages. */
export interface NamedLanguages {
  readonly languages: readonly string[]
  /** Beside whose sentences the words of languages other than Chinese and English stand. */
  readonly sentences?: Language | undefined
}

/**
 * The languages in which a pack is read. Of several whose words stand in the same sentences it is the one that is asked
 * for, or else the first.
 */
export function readingOf({ languages, sentences }: NamedLanguages, asked?: string): Reading {
  const fallback = sentences ?? (languages.includes('zh') ? 'zh' : 'en')
  const all = languages.map((tag) => ({ tag, sentences: isLanguage(tag) ? tag : fallback }))
  const inTurn = [...all.filter(({ tag }) => tag === asked), ...all]
  return all.filter((item) => item === inTurn.find((other) => other.sentences === item.sentences))
}

/** Whether a pack is read in one of its languages. */
export function isRead(reading: Reading, language: string): boolean {
  return reading.some(({ tag }) => tag === language)
}

/** Whether a pack has a language and is read in another, that stands in the same sentences. */
export function isUnread({ languages }: NamedLanguages, reading: Reading, language: string): boolean {
  return languages.includes(language) && !isRead(reading, language)
}

/** The language of the engine's sentences for a language that a reader asks for: that of the first where it is not read. */
export function sentencesFor(reading: Reading, asked: string): Language {
  const [first] = reading
  return reading.find(({ tag }) => tag === asked)?.sentences ?? (isLanguage(asked) ? asked : (first?.sentences ?? 'en'))
}

/** The tag under which the pack has the words that stand in sentences of a language. */
export function tagOf(reading: Reading, sentences: Language): string {
  return reading.find((language) => language.sentences === sentences)?.tag ?? sentences
}

/** The language of the engine's sentences for what is in one language of the pack alone: the one asked for, or the first. */
export function ownSentences(reading: Reading, asked: string | undefined): Language {
  const [first = { tag: 'en', sentences: 'en' as const }] = reading
  const read = reading.find(({ tag }) => tag === asked) ?? reading.find(({ sentences }) => sentences === asked)
  return (read ?? first).sentences
}

/** A text of a pack, with its words where the engine's sentences take them; what is not written stays so. */
export function readText(reading: Reading, text: Text): Text {
  const { one, ...written } = text as Text & Readonly<Record<string, string | undefined>>
  const words = reading.map(({ tag, sentences }) => [sentences, Object.hasOwn(written, tag), written[tag]] as const)
  const own = words.flatMap(([sentences, isWritten, word]) => (isWritten ? [[sentences, word] as const] : []))
  const [first] = reading
  const read: WrittenText = Object.fromEntries(
    own.length > 0 || !first ? own : [[first.sentences, text[first.sentences]]],
  )
  for (const { sentences } of reading)
    if (read[sentences] === undefined)
      Object.defineProperty(read, sentences, { value: text[sentences], enumerable: false })
  // Of a unit in two languages that stand in English sentences, the singular is the English one.
  const hasSingular = one !== undefined && (tagOf(reading, 'en') === 'en' || !Object.hasOwn(written, 'en'))
  return completeText(hasSingular ? Object.assign(read, { one }) : read)
}

/** A text of a pack as its author wrote it, in the languages in which it is read. */
export function asWritten(reading: Reading, text: Text): Readonly<Record<string, string>> {
  const written = reading.filter(({ sentences }) => isWrittenIn(sentences, text))
  return Object.fromEntries(written.map(({ tag, sentences }) => [tag, text[sentences]]))
}

/** A text as it is shown: its words under the tags of the pack. In Chinese and in English it is still readable. */
export function shownText(reading: Reading, { zh, en, ...rest }: Text): Text {
  const text: Text = { zh, en }
  const shown = { ...Object.fromEntries(reading.map(({ tag, sentences }) => [tag, text[sentences]])), ...rest }
  const read = reading.map(({ sentences }) => sentences)
  for (const language of LANGUAGES)
    if (!Object.hasOwn(shown, language)) {
      const value = text[read.find((other) => other === language) ?? read[0] ?? language]
      Object.defineProperty(shown, language, { value, enumerable: false })
    }
  return Object.freeze(shown) as typeof shown & Text
}
