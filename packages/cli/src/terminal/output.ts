import { once } from 'node:events'
import { styleText } from 'node:util'
import type { Text } from '@tiaoli/engine'
import { LANGUAGES } from '@tiaoli/engine/names'
import type { Reading } from '@tiaoli/engine/plan'
import { withVisibleControls } from './visible-controls.ts'

export type Style = Parameters<typeof styleText>[0]

/** A stream that people or programs read: coloured and fitted to the width only where it is a terminal. */
export class Output {
  readonly #stream: NodeJS.WriteStream
  /** The languages in which the pack is read: JSON has texts in no other. */
  reading: Reading | undefined

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY
  }

  /** Columns to fill; unlimited where nobody's terminal has to wrap the lines. */
  get width(): number {
    return this.isTerminal ? this.#stream.columns : Infinity
  }

  get stream(): NodeJS.WriteStream {
    return this.#stream
  }

  /** Honours NO_COLOR, FORCE_COLOR and what the stream can show. */
  paint(style: Style, text: string): string {
    return styleText(style, text, { stream: this.#stream })
  }

  /** What packs, ledgers and workbooks say: it cannot steer the terminal. */
  text(text: string): Promise<void> {
    return this.write(withVisibleControls(text))
  }

  /** As it is. Resolves once the reader can take more, so that a slow one does not fill the memory. */
  async write(text: string): Promise<void> {
    if (!this.#stream.write(text)) await once(this.#stream, 'drain')
  }

  line(text = ''): Promise<void> {
    return this.text(`${text}\n`)
  }

  json(value: unknown): Promise<void> {
    return this.line(JSON.stringify(value, (_, part: unknown) => this.#inOwnLanguages(part), 2))
  }

  #inOwnLanguages(value: unknown): unknown {
    const isText = typeof value === 'object' && value !== null && LANGUAGES.every((language) => language in value)
    return isText && this.reading ? pick(value as Text, this.reading) : value
  }
}

/** A text under the tags of the pack; one that the engine has shown already has them. */
function pick(text: Text, reading: Reading): object {
  const own = reading.flatMap(({ tag, sentences }) =>
    Object.hasOwn(text, tag) && !Object.prototype.propertyIsEnumerable.call(text, tag)
      ? []
      : [[tag, (text as Readonly<Record<string, string>>)[tag] ?? text[sentences]] as const],
  )
  const rest = Object.entries(text).filter(([key]) => !LANGUAGES.some((language) => language === key))
  return { ...Object.fromEntries(own), ...Object.fromEntries(rest) }
}
