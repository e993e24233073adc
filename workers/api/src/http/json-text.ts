import { pointerOf } from '@tiaoli/engine'
import type { ProblemPlace } from '../problem/problem-error.ts'

/** Deeper than any ledger; hostile depth is found before a parser builds it in memory. */
export const DEPTH = 64
/** A short text can hold millions of empty records, and each would cost far more than its two characters. */
export const OBJECTS = 200_000
/** Names that are not data. */
export const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

/** What may stand next. After `{` and `[` the closing bracket may stand at once. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'nothing'

/** An object or a list that is open at the current character. */
interface Level {
  /** Keys so far; undefined in a list. */
  keys: Set<string> | undefined
  key: string
  index: number
}

/**
 * Finds the first fault of a JSON text, with its place: syntax, and what `JSON.parse` would let pass, which is depth
 * without limit, a key that stands twice (the last would win silently) and names that are not data.
 * One pass, no recursion. The inside of strings is left to `JSON.parse`.
 */
export function findFault(text: string): ProblemPlace | undefined {
  const levels: Level[] = []
  let expected: Expected = 'value'
  let objects = 0
  const valueMayStand = () => expected === 'value' || expected === 'first-value'
  const afterValue = (): Expected => (levels.length > 0 ? 'comma' : 'nothing')

  for (let i = 0; i < text.length; i++) {
    const level = levels.at(-1)
    const character = text[i]!
    switch (character) {
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        break
      case '{':
      case '[':
        if (!valueMayStand()) return syntaxFault(text, i)
        if (levels.length === DEPTH) return tooDeep(levels)
        if (++objects > OBJECTS) return tooMany(levels)
        levels.push({ keys: character === '{' ? new Set() : undefined, key: '', index: 0 })
        expected = character === '{' ? 'first-key' : 'first-value'
        break
      case '}':
      case ']':
        if (!level || (character === '}') !== (level.keys !== undefined)) return syntaxFault(text, i)
        if (expected !== 'comma' && !expected.startsWith('first-')) return syntaxFault(text, i)
        levels.pop()
        expected = afterValue()
        break
      case ',':
        if (!level || expected !== 'comma') return syntaxFault(text, i)
        level.index++
        expected = level.keys ? 'key' : 'value'
        break
      case ':':
        if (expected !== 'colon') return syntaxFault(text, i)
        expected = 'value'
        break
      case '"': {
        const start = i
        i = endOfString(text, start)
        if (valueMayStand()) expected = afterValue()
        else if (level && (expected === 'key' || expected === 'first-key')) {
          const key = unquote(text.slice(start, i + 1))
          if (key === undefined) return syntaxFault(text, start)
          const fault = enterKey(levels, level, key)
          if (fault) return fault
          expected = 'colon'
        } else return syntaxFault(text, start)
        break
      }
      default:
        SCALAR.lastIndex = i
        if (!valueMayStand() || !SCALAR.test(text)) return syntaxFault(text, i)
        i = SCALAR.lastIndex - 1
        expected = afterValue()
    }
  }
  return expected === 'nothing' ? undefined : syntaxFault(text, text.length)
}

/** A fault of syntax at a position; without one, somewhere in the text. */
export function syntaxFault(text: string, position?: number): ProblemPlace {
  const before = position === undefined ? undefined : text.slice(0, position).split('\n')
  const at = before && { line: before.length, column: before.at(-1)!.length + 1 }
  return {
    pointer: '',
    code: 'syntax',
    detail: {
      zh: `JSON 语法有误${at ? `（第 ${at.line} 行第 ${at.column} 列）` : ''}。请检查括号、逗号和引号。`,
      en: `This is not valid JSON${at ? ` (line ${at.line}, column ${at.column})` : ''}. Check brackets, commas and quotes.`,
    },
  }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return text.length
}

function enterKey(levels: Level[], level: Level, key: string): ProblemPlace | undefined {
  level.key = key
  // After a name with a backslash, V8's `JSON.parse` may take other names with escapes for it: nodejs/node#63785.
  if (FORBIDDEN.has(key) || key.includes('\\'))
    return {
      pointer: placeOf(levels),
      code: 'forbidden-name',
      detail: { zh: '不能使用这个名称。请删去。', en: 'This cannot be used as a name. Remove it.' },
    }
  if (level.keys?.has(key))
    return {
      pointer: placeOf(levels),
      code: 'duplicate-key',
      detail: {
        zh: '同一对象中出现了两次。请删去其中一个。',
        en: 'This stands twice in one object. Remove one of them.',
      },
    }
  level.keys?.add(key)
  return undefined
}

/** A key without its quotes and escapes; undefined where it is not valid. */
function unquote(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}

function tooDeep(levels: Level[]): ProblemPlace {
  return {
    pointer: placeOf(levels),
    code: 'too-deep',
    detail: { zh: `嵌套超过 ${DEPTH} 层。`, en: `Nested deeper than ${DEPTH} levels.` },
  }
}

function tooMany(levels: Level[]): ProblemPlace {
  return {
    pointer: placeOf(levels),
    code: 'too-many-records',
    detail: {
      zh: `对象和列表超过 ${OBJECTS} 个。请分批提交。`,
      en: `More than ${OBJECTS} objects and lists. Send them in parts.`,
    },
  }
}

function placeOf(levels: Level[]): string {
  return pointerOf(levels.map(({ keys, key, index }) => (keys ? key : index)))
}
