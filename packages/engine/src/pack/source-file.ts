import { namesForbidden } from '../json/forbidden-names.ts'
import { pointerOf, type Path } from '../json/pointer.ts'
import { readJson } from '../json/read-json.ts'
import { TextPlaces } from '../json/text-places.ts'
import { isWellFormed } from '../json/well-formed.ts'
import { diagnostic, type Diagnostic, type SourcePlace } from './diagnostics.ts'
import type { Limits } from './limits.ts'

/** Whether the content of a file is JSON text, as a string or in bytes, and not JSON already parsed. */
export function isUnparsed(content: unknown): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array
}

/** One file of a pack: its value, and where in the text each part of it is. */
export class SourceFile {
  readonly pack: string
  readonly path: string
  /** What was read; undefined for a text with faults. */
  readonly value: unknown
  /** Without a byte order mark; undefined for JSON already parsed and for bytes that are no text. */
  readonly text: string | undefined
  readonly diagnostics: Diagnostic[] = []
  readonly #places: TextPlaces | undefined

  /** `content` is text or JSON already parsed; only text has lines and columns. */
  constructor(pack: string, path: string, content: unknown, limits: Limits) {
    this.pack = pack
    this.path = path
    if (isUnparsed(content)) {
      const { fileCharacters: characters, depth } = limits
      const { text, value, problems } = readJson(content, { characters, depth })
      this.value = value
      this.text = text
      for (const problem of problems) this.diagnostics.push({ pack, file: path, ...problem })
      if (text === undefined || problems.length > 0) return
      this.#places = new TextPlaces(text)
    } else this.value = content
    this.#inspect(this.value, [], limits)
  }

  /** Where a path leads: its own place, or that of the nearest part around it that is there. */
  place(path: Path, onKey = false): SourcePlace {
    return { pack: this.pack, file: this.path, pointer: pointerOf(path), ...this.#places?.at(path, onKey) }
  }

  /** What is neither an object nor a list; digests can be made only of whole characters and finite numbers. */
  #single(value: unknown, path: Path): void {
    if (typeof value === 'string') this.#wellFormed(value, path)
    if (typeof value === 'number' && !Number.isFinite(value))
      this.diagnostics.push(diagnostic('number-too-large', this.place(path), []))
  }

  #wellFormed(text: string, path: Path, isKey = false): void {
    if (!isWellFormed(text)) this.diagnostics.push(diagnostic('ill-formed-text', this.place(path, isKey), []))
  }

  /** What a value can hold that is not JSON, and names that only a pack refuses. `path` leads to it, one list for all the way. */
  #inspect(value: unknown, path: (string | number)[], limits: Limits): void {
    if (typeof value !== 'object' || value === null) {
      this.#single(value, path)
      return
    }
    if (path.length >= limits.depth) {
      this.diagnostics.push(diagnostic('too-deep', this.place(path), [limits.depth]))
      return
    }
    for (const key of Object.keys(value)) {
      path.push(key)
      this.#wellFormed(key, path, true)
      if (namesForbidden(key)) this.diagnostics.push(diagnostic('forbidden-name', this.place(path, true), []))
      this.#inspect((value as Record<string, unknown>)[key], path, limits)
      path.pop()
    }
  }
}
