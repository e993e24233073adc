import { chineseClosingQuote } from './chinese-punctuation.ts'
import { isForbiddenName } from './forbidden-names.ts'
import type { JsonLimits } from './json-limits.ts'
import { jsonProblem, type JsonProblem, type JsonProblemCode, type JsonSentenceArguments } from './json-problem.ts'
import type { LineIndex } from './line-index.ts'
import { shownPointer } from './shown-pointer.ts'
import { beginsValue, isLiteral, LITERAL, strangeCharacter, tokenAt, wrongValue, type Found } from './token-problem.ts'
import { isWellFormed } from './well-formed.ts'

/** How many problems are listed before reading stops. */
const PROBLEM_LIMIT = 100

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }
const SPACE = /[ \t\n\r]*/y
const PLAIN = new RegExp(String.raw`[^"\\\u0000-\u001f]*`, 'y')
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/**
 * Everything that is wrong with a JSON text, in the order of the text: syntax, after which reading stops, and what
 * `JSON.parse` takes without a word, such as a key that appears twice. Builds no tree of the text.
 */
export function findProblems(text: string, limits: JsonLimits, lines: LineIndex): JsonProblem[] {
  const finder = new ProblemFinder(text, limits, lines)
  finder.read()
  return finder.problems
}

/** Every method that reads something returns whether reading goes on; a string gives its content, or undefined. */
class ProblemFinder {
  readonly problems: JsonProblem[] = []
  readonly #text: string
  readonly #limits: JsonLimits
  readonly #lines: LineIndex
  readonly #path: (string | number)[] = []
  /** Where the objects and lists around this place begin. */
  readonly #open: number[] = []
  #at = 0
  /** Where the string that was read last begins. */
  #string = 0
  #containers = 0

  constructor(text: string, limits: JsonLimits, lines: LineIndex) {
    this.#text = text
    this.#limits = limits
    this.#lines = lines
  }

  read(): void {
    this.#skip(SPACE)
    if (this.#value()) {
      this.#skip(SPACE)
      if (this.#at < this.#text.length) this.#afterEnd()
    }
  }

  #value(): boolean {
    const character = this.#character()
    if (character === '{' || character === '[') return this.#container(character)
    if (character === '"') {
      const start = this.#at
      const string = this.#readString()
      return string !== undefined && this.#wellFormed(string, start)
    }
    const start = this.#at
    if (!this.#skip(LITERAL)) {
      const token = tokenAt(this.#text, start)
      if (!isLiteral(token)) return this.#noValue(token)
      this.#at += token.length
    }
    const isFinite = character > '9' || Number.isFinite(Number(this.#text.slice(start, this.#at)))
    return isFinite || this.#report('number-too-large', [], start)
  }

  #container(open: string): boolean {
    if (this.#path.length >= this.#limits.depth) return this.#stop('too-deep', [this.#limits.depth])
    if (++this.#containers > this.#limits.containers) return this.#stop('too-many-objects', [this.#limits.containers])
    const close = CLOSING[open]!
    const keys = open === '{' ? new Map<string, number>() : undefined
    this.#open.push(this.#at++)
    this.#skip(SPACE)
    if (this.#character() !== close && !this.#entries(keys, close)) return false
    this.#open.pop()
    this.#at++
    return true
  }

  /** Reads up to the closing bracket. */
  #entries(keys: Map<string, number> | undefined, close: string): boolean {
    for (let index = 0; ; index++) {
      if (keys) {
        if (!this.#key(keys)) return false
      } else this.#path.push(index)
      if (!this.#value()) return false
      this.#path.pop()
      const end = this.#at
      this.#skip(SPACE)
      if (this.#character() === close) return true
      if (this.#character() !== ',') return this.#noComma(end)
      const comma = this.#at++
      this.#skip(SPACE)
      if (this.#character() === close) return this.#stop('trailing-comma', [], comma)
    }
  }

  /** Reads a key and the colon after it. */
  #key(keys: Map<string, number>): boolean {
    const start = this.#at
    if (this.#character() !== '"') return this.#noKey()
    const key = this.#readString()
    if (key === undefined) return false
    const end = this.#at
    this.#skip(SPACE)
    // Without a colon it may be no key, but a text that a misplaced quotation mark put here.
    if (this.#character() !== ':') return this.#noColon(end)
    this.#at++
    this.#skip(SPACE)
    this.#path.push(key)
    return this.#wellFormed(key, start) && this.#permitted(key, start, keys)
  }

  #permitted(key: string, start: number, keys: Map<string, number>): boolean {
    const first = keys.get(key)
    // A name with a backslash makes V8's `JSON.parse` misread names with escapes in later texts: nodejs/node#63785.
    if (isForbiddenName(key) || key.includes('\\')) return this.#report('forbidden-name', [], start)
    if (first !== undefined) return this.#report('duplicate-key', [this.#lines.at(first)], start)
    keys.set(key, start)
    return true
  }

  #readString(): string | undefined {
    const start = (this.#string = this.#at++)
    for (;;) {
      this.#skip(PLAIN)
      const character = this.#character()
      if (character === '"') break
      if (character === '\\') {
        if (!this.#skip(ESCAPE)) return this.#brokenString('bad-escape', [])
      } else if (character === '') return this.#brokenString('unclosed-string', [], start)
      else {
        const escape = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
        return this.#brokenString('control-character', [escape])
      }
    }
    const quoted = this.#text.slice(start, ++this.#at)
    return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
  }

  #brokenString<C extends JsonProblemCode>(code: C, args: JsonSentenceArguments<C>, at = this.#at): undefined {
    if (this.#closedAsMeant(this.#at)) this.#stop(code, args, at)
  }

  /** False where the last string goes on too long because it has a Chinese quotation mark at its intended end. */
  #closedAsMeant(end: number): boolean {
    const start = this.#string + 1
    const within = chineseClosingQuote(this.#text.slice(start, end))
    if (within === undefined) return true
    const at = start + within
    return this.#stop('chinese-punctuation', [this.#text.charAt(at), '"'], at)
  }

  #wellFormed(string: string, start: number): boolean {
    return isWellFormed(string) || this.#report('ill-formed-text', [], start)
  }

  #noValue(token: string): boolean {
    if (!this.#strange()) return false
    if (token !== '') return this.#stopWith(wrongValue(token, this.#open.length === 0))
    if (!this.#unclosed()) return false
    const character = this.#character()
    if (character === ':') return this.#stop('unexpected-character', [character])
    if (this.#open.length === 0) return this.#stop('not-json', [])
    return this.#matching() && this.#stop('missing-value', [])
  }

  #noKey(): boolean {
    if (!this.#strange() || !this.#unclosed() || !this.#matching()) return false
    if (/\d,\d/.test(this.#text.slice(this.#at - 2, this.#at + 1))) return this.#stop('malformed-number', [])
    if (tokenAt(this.#text, this.#at) !== '') return this.#stop('unquoted-key', [])
    return this.#stop('unexpected-character', [this.#found()])
  }

  #noColon(end: number): boolean {
    return this.#strange() && this.#unclosed() && this.#innerQuote(end) && this.#stop('missing-colon', [])
  }

  /** `end` is where the value before this ends. */
  #noComma(end: number): boolean {
    if (!this.#strange() || !this.#unclosed() || !this.#matching() || !this.#innerQuote(end)) return false
    if (!beginsValue(this.#found())) return this.#stop('unexpected-character', [this.#found()])
    const { line } = this.#lines.at(end - 1)
    return this.#stop('missing-comma', [line === this.#lines.at(this.#at).line ? undefined : line])
  }

  #afterEnd(): void {
    if (!this.#strange()) return
    this.#stop(/[{[]/.test(this.#character()) ? 'several-documents' : 'text-after-end', [])
  }

  // Each of these stops reading where its own fault is here, and otherwise lets the next one look.

  #strange(): boolean {
    const found = strangeCharacter(this.#text, this.#at)
    return found ? this.#stopWith(found) : true
  }

  #unclosed(): boolean {
    const open = this.#open.at(-1)
    if (this.#at < this.#text.length || open === undefined) return true
    const end = this.#text.trimEnd().length
    return this.#stop('unclosed-bracket', [this.#text.charAt(open), this.#lines.at(open), this.#lines.isOneLine], end)
  }

  #matching(): boolean {
    const character = this.#character()
    const start = this.#open.at(-1)!
    const open = this.#text.charAt(start)
    if (!/[}\]]/.test(character) || character === CLOSING[open]) return true
    return this.#stop('wrong-bracket', [character, open, this.#lines.at(start)])
  }

  #innerQuote(end: number): boolean {
    const isAfterString = end === this.#at && this.#text.charAt(end - 1) === '"'
    if (!isAfterString || !/\p{L}/u.test(this.#found())) return true
    return this.#closedAsMeant(end - 1) && this.#stop('inner-quote', [])
  }

  #stopWith([code, ...args]: Found): false {
    return this.#stop(code, args as never)
  }

  #stop<C extends JsonProblemCode>(code: C, args: JsonSentenceArguments<C>, at = this.#at): false {
    this.problems.push(jsonProblem(code, args, this.#lines.at(at), shownPointer(this.#path)))
    return false
  }

  #report<C extends JsonProblemCode>(code: C, args: JsonSentenceArguments<C>, at: number): boolean {
    this.#stop(code, args, at)
    return this.problems.length < PROBLEM_LIMIT
  }

  #character(): string {
    return this.#text.charAt(this.#at)
  }

  /** The whole character here, as messages show it. */
  #found(): string {
    return String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0x20).replace(/\p{Surrogate}/u, '\uFFFD')
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    const isThere = pattern.test(this.#text)
    if (isThere) this.#at = pattern.lastIndex
    return isThere
  }
}
