/** A place in a text, from 1; a column counts UTF-16 units, as editors do. */
export interface LineColumn {
  line: number
  column: number
}

/** Turns offsets in a text into lines and columns. The line breaks are looked for once, when the first place is asked for. */
export class LineIndex {
  readonly #text: string
  readonly #line: number | undefined
  #starts: number[] | undefined

  /** `line` is the number of a text that is itself one line of a stream. */
  constructor(text: string, line?: number) {
    this.#text = text
    this.#line = line
  }

  /** Whether the text is one line of a stream. */
  get isOneLine(): boolean {
    return this.#line !== undefined
  }

  at(offset: number): LineColumn {
    if (this.#line !== undefined) return { line: this.#line, column: offset + 1 }
    const starts = (this.#starts ??= startsOf(this.#text))
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}

function startsOf(text: string): number[] {
  const starts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
  return starts
}
