import type { MemberNode, ValueNode } from '@humanwhocodes/momoa'
import { diagnostic, type Diagnostic, type Place } from './diagnostics.ts'
import type { Limits } from './limits.ts'
import { JsonTextError, parseJson } from '../json/parse-json.ts'
import { pointerOf, type Path } from '../json/pointer.ts'

const FORBIDDEN = /(?:^|[./])(?:__proto__|constructor|prototype)(?:$|[./])/

/** Whether a name, or a part of a dotted name or of a pointer, could reach a prototype. */
export function isForbidden(name: string): boolean {
  return FORBIDDEN.test(name)
}

/** One file of a pack: its value, and where in the text each part of it stands. */
export class SourceFile {
  readonly pack: string
  readonly path: string
  readonly value: unknown
  readonly diagnostics: Diagnostic[] = []
  readonly #root: ValueNode | undefined

  /** `content` is JSON text, or JSON already parsed; only text has lines and columns. */
  constructor(pack: string, path: string, content: unknown, limits: Limits) {
    this.pack = pack
    this.path = path
    if (typeof content !== 'string') {
      this.value = content
      this.#inspect(content, [], limits)
      return
    }
    if (content.length > limits.fileCharacters) {
      this.diagnostics.push(diagnostic('too-large', this.place([]), [limits.fileCharacters]))
      return
    }
    if (exceedsDepth(content, limits.depth)) {
      this.diagnostics.push(diagnostic('too-deep', this.place([]), [limits.depth]))
      return
    }
    try {
      this.#root = parseJson(content)
    } catch (error) {
      if (!(error instanceof JsonTextError)) throw error
      const { line, column, says } = error
      this.diagnostics.push(diagnostic('invalid-json', { ...this.place([]), line, column }, [says]))
      return
    }
    this.value = this.#read(this.#root, [])
  }

  /** Where a path stands: its own place, or that of the nearest part around it that is there. */
  place(path: Path, onKey = false): Place {
    const place: Place = { pack: this.pack, file: this.path, pointer: pointerOf(path) }
    const start = this.#root && locate(this.#root, path, onKey)
    return start ? { ...place, line: start.line, column: start.column } : place
  }

  #read(node: ValueNode, path: Path): unknown {
    if (node.type === 'Array') return node.elements.map(({ value }, i) => this.#read(value, [...path, i]))
    if (node.type !== 'Object') return this.#single('value' in node ? node.value : null, path)
    const object: Record<string, unknown> = {}
    for (const { name, value } of node.members) {
      const key = name.type === 'String' ? name.value : name.name
      const here = [...path, key]
      this.#wellFormed(key, here, true)
      if (isForbidden(key)) this.#reject('forbidden-name', name, here, key)
      else if (Object.hasOwn(object, key)) this.#reject('duplicate-key', name, here, key)
      else object[key] = this.#read(value, here)
    }
    return object
  }

  #reject(code: 'forbidden-name' | 'duplicate-key', { loc }: MemberNode['name'], path: Path, key: string): void {
    const { line, column } = loc.start
    const place = { pack: this.pack, file: this.path, pointer: pointerOf(path), line, column }
    this.diagnostics.push(diagnostic(code, place, [key]))
  }

  /** What is neither an object nor a list; digests can be made only of whole characters and finite numbers. */
  #single(value: unknown, path: Path): unknown {
    if (typeof value === 'string') this.#wellFormed(value, path)
    if (typeof value === 'number' && !Number.isFinite(value))
      this.diagnostics.push(diagnostic('number-too-large', this.place(path), []))
    return value
  }

  #wellFormed(text: string, path: Path, isKey = false): void {
    if (!text.isWellFormed()) this.diagnostics.push(diagnostic('ill-formed-text', this.place(path, isKey), []))
  }

  /** `path` is where the value stands, one list for all the way. */
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
      if (isForbidden(key)) this.diagnostics.push(diagnostic('forbidden-name', this.place(path), [key]))
      this.#inspect((value as Record<string, unknown>)[key], path, limits)
      path.pop()
    }
  }
}

function locate(root: ValueNode, path: Path, onKey: boolean) {
  let node = root
  let start = root.loc.start
  for (const [index, step] of path.entries()) {
    if (node.type === 'Object') {
      const member = node.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === String(step))
      if (!member) return start
      node = member.value
      start = onKey && index === path.length - 1 ? member.name.loc.start : node.loc.start
    } else if (node.type === 'Array') {
      const element = node.elements[Number(step)]
      if (!element) return start
      node = element.value
      start = node.loc.start
    } else return start
  }
  return start
}

/** Counts brackets outside strings, so that no parser has to recurse into hostile depth. */
function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i)
    if (inString) {
      if (character === 0x5c) i++
      else if (character === 0x22) inString = false
    } else if (character === 0x22) inString = true
    else if (character === 0x7b || character === 0x5b) {
      if (++depth > limit) return true
    } else if (character === 0x7d || character === 0x5d) depth--
  }
  return false
}
