import type { ProblemPlace } from './problem.ts'

/** Deeper than any ledger; hostile depth is found before a parser builds it in memory. */
const DEPTH = 64
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const QUOTE = 0x22

/** An object or a list that is open at the current character. */
interface Level {
  /** Keys so far; undefined in a list. */
  keys: Set<string> | undefined
  key: string
  index: number
  /** Whether the next string is a key. */
  expectsKey: boolean
}

/**
 * Looks for what `JSON.parse` would let pass: depth without limit, a key that stands twice (the last would win
 * silently), and names that are not data. One pass, no recursion. The text need not be valid JSON.
 */
export function inspectJson(text: string): ProblemPlace | undefined {
  const levels: Level[] = []
  for (let i = 0; i < text.length; i++) {
    const level = levels.at(-1)
    switch (text[i]) {
      case '"': {
        const start = i
        i = endOfString(text, start)
        if (!level?.expectsKey) break
        level.expectsKey = false
        const problem = enterKey(levels, level, text.slice(start, i + 1))
        if (problem) return problem
        break
      }
      case '{':
      case '[': {
        if (levels.length === DEPTH) return tooDeep(levels)
        const isObject = text[i] === '{'
        levels.push({ keys: isObject ? new Set() : undefined, key: '', index: 0, expectsKey: isObject })
        break
      }
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (!level) break
        level.index++
        level.expectsKey = level.keys !== undefined
        break
      default:
    }
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text.charCodeAt(i) === QUOTE) return i
  }
  return text.length
}

function enterKey(levels: Level[], level: Level, quoted: string): ProblemPlace | undefined {
  level.key = unquote(quoted)
  if (FORBIDDEN.has(level.key))
    return {
      pointer: pointerOf(levels),
      code: 'forbidden-name',
      detail: { zh: '不能使用这个名称。请删去。', en: 'This cannot be used as a name. Remove it.' },
    }
  if (level.keys?.has(level.key))
    return {
      pointer: pointerOf(levels),
      code: 'duplicate-key',
      detail: {
        zh: '同一对象中出现了两次。请删去其中一个。',
        en: 'This stands twice in one object. Remove one of them.',
      },
    }
  level.keys?.add(level.key)
  return undefined
}

function unquote(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted // the parser will refuse the text
  }
}

function tooDeep(levels: Level[]): ProblemPlace {
  return {
    pointer: pointerOf(levels),
    code: 'too-deep',
    detail: { zh: `嵌套超过 ${DEPTH} 层。`, en: `Nested deeper than ${DEPTH} levels.` },
  }
}

function pointerOf(levels: Level[]): string {
  return levels
    .map(({ keys, key, index }) => (keys ? key.replaceAll('~', '~0').replaceAll('/', '~1') : String(index)))
    .map((step) => `/${step}`)
    .join('')
}
