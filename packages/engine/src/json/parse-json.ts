import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { Text } from '../errors/text.ts'
import { syntaxFault, type SyntaxFault } from './json-error.ts'

const BYTE_ORDER_MARK = 0xfeff

/** A JSON text that `JSON.parse` refuses, with its place: line and column count from 1. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError'
  readonly line: number
  readonly column: number
  readonly says: Text

  constructor(text: string, { position, text: says }: SyntaxFault, options?: ErrorOptions) {
    super(says.en, options)
    this.says = says
    const before = text.slice(0, position).split(/\r\n|\r|\n/)
    this.line = before.length
    this.column = before.at(-1)!.length + 1
  }
}

/**
 * Parses what `JSON.parse` parses, and keeps where each part stands. Throws `JsonTextError`.
 * momoa lets raw control characters stand in strings, and such a file could not be read anywhere else.
 */
export function parseJson(text: string): ValueNode {
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) throw new JsonTextError(text, { position: 0, text: BYTE_ORDER })
  const body = parsed(text)
  const at = controlInString(text)
  if (at !== undefined) {
    const escape = text.charCodeAt(at).toString(16).padStart(4, '0')
    throw new JsonTextError(text, { position: at, text: control(`\\u${escape}`) })
  }
  return body
}

function parsed(text: string): ValueNode {
  try {
    return parse(text, { mode: 'json' }).body
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number }
    const position = line === undefined || column === undefined ? text.length : offsetOf(text, line, column)
    throw new JsonTextError(text, syntaxFault(text, position), { cause: error })
  }
}

function offsetOf(text: string, line: number, column: number): number {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)
  return (ends[line - 2] ?? 0) + column - 1
}

const BYTE_ORDER: Text = {
  zh: '文件以字节顺序标记（BOM，byte order mark）开头。请另存为不带 BOM 的 UTF-8。',
  en: 'The text begins with a byte order mark. Save the file as UTF-8 without it.',
}

function control(escape: string): Text {
  return {
    zh: `引号之内有换行、制表符等控制字符。请改写为 ${escape}，或补上漏写的引号。`,
    en: `A line break, tab or other control character stands in a string. Write ${escape}, or close the string before it.`,
  }
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
