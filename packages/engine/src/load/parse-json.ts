import { parse, type ValueNode } from '@humanwhocodes/momoa'

const BYTE_ORDER_MARK = 0xfeff

/** A JSON text that `JSON.parse` refuses, with its place: line and column count from 1. */
class JsonTextError extends Error {
  override readonly name = 'JsonTextError'
  readonly line: number
  readonly column: number

  constructor(text: string, position: number, message: string) {
    super(message)
    const before = text.slice(0, position).split(/\r\n|\r|\n/)
    this.line = before.length
    this.column = before.at(-1)!.length + 1
  }
}

/**
 * Parses what `JSON.parse` parses, and keeps where each part stands. Throws an error with `line` and `column`.
 * momoa lets raw control characters stand in strings, and such a file could not be read anywhere else.
 */
export function parseJson(text: string): ValueNode {
  if (text.charCodeAt(0) === BYTE_ORDER_MARK)
    throw new JsonTextError(text, 0, 'Unexpected byte order mark found; save the file without it.')
  const { body } = parse(text, { mode: 'json' })
  const at = controlInString(text)
  if (at !== undefined) {
    const escape = text.charCodeAt(at).toString(16).padStart(4, '0')
    throw new JsonTextError(text, at, `Unexpected control character found in a string; write \\u${escape}.`)
  }
  return body
}

/** Where the first raw control character inside a string stands, in a text whose strings all end. */
function controlInString(text: string): number | undefined {
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i)
    if (character === 0x22) inString = !inString
    else if (!inString) continue
    else if (character < 0x20) return i
    else if (character === 0x5c) i++
  }
  return undefined
}
