import type { PlannedDocument } from '@tiaoli/engine/plan'
import { alike } from './alike.ts'
import { plainWords } from './passages.ts'

/** Stands for what the document is called. */
export const NAME = '\u{fffc}'
/** Stands for the title of another document. */
const OTHER = '\u{fffb}'
/** A title, which may hold another. */
export const TITLE = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu
/** Signs of a short name by itself: 《实施意见》, but not 《意见》. */
const SHORT = 4
const BEHIND_TITLE = /(?<=[^\s(])\s*\([^()]*\)$/u
const CALLED = /以下(?:简称|称)[：:]?[“"《「]*(?<name>[^”"》」）)，。]{2,20})/gu

/** What a document is called in a notice: its title and number, the end of its title, and what the notice says it calls it. */
export class DocumentNames {
  readonly #full: readonly string[]
  readonly #called: readonly string[]

  constructor(names: readonly string[], notice: string) {
    const written = names.map((name) => alike(plainWords(name)))
    // A notice calls a document without what stands behind its title in brackets: (draft), （试行）.
    this.#full = [...new Set([...written, ...written.map((name) => name.replace(BEHIND_TITLE, ''))])].filter(
      (name) => name !== '',
    )
    // Only what follows a name of the document is its short name.
    this.#called = [...alike(plainWords(notice)).matchAll(CALLED)].flatMap(({ index, input, groups }) =>
      this.#full.some((name) => input.slice(Math.max(0, index - 60), index).includes(name)) ? [groups!['name']!] : [],
    )
  }

  /** Whether 《…》 is the document. */
  isTitle(title: string): boolean {
    const own = alike(title.replaceAll(/[《》]/gu, ''))
    if (this.#full.includes(own) || this.#called.includes(own)) return true
    return own.length >= SHORT && this.#full.some((name) => name.endsWith(own))
  }

  /** Whether words that begin with a capital may be a shorter name of the document: it has each of them in one name. */
  mayBe(name: string): boolean {
    const own = alike(name).split(/[^\p{L}\d]+/u)
    return this.#full.some((full) => own.every((word) => full.includes(word)))
  }

  /** Words with a sign for each sign of a name of the document. */
  hidden(words: string): string {
    const written = alike(words)
    let outside = words
    for (const name of [...this.#full, ...this.#called])
      for (let at = written.indexOf(name); at >= 0; at = written.indexOf(name, at + 1))
        outside = outside.slice(0, at) + NAME.repeat(name.length) + outside.slice(at + name.length)
    return outside
  }

  /** A sentence in signs written one way, with `NAME` for the document, and without other titles. */
  named(sentence: string): string {
    let words = alike(sentence).replaceAll(TITLE, (title) => (this.isTitle(title) ? NAME : OTHER))
    for (const name of [...this.#full, ...this.#called]) words = words.replaceAll(name, NAME)
    return words
      .replaceAll(new RegExp(String.raw`\([^()]*${NAME}[^()]*\)`, 'gu'), '')
      .replaceAll(
        new RegExp(String.raw`${OTHER}(?:\([^()]*\))?[、和及与]?|[、和及与]${OTHER}(?:\([^()]*\))?`, 'gu'),
        '',
      )
      .replaceAll(new RegExp(`${NAME}(?:文件)?`, 'gu'), NAME)
  }
}

/** What a document is called: its title, its number. */
export function namesOfDocument({ entry: { title, number } }: PlannedDocument): string[] {
  return [title.zh, title.en, ...(number === undefined ? [] : [number])]
}
