import { pointerOf } from '@tiaoli/engine'
import type { ProblemPlace } from '../problem/problem-error.ts'

/** In a text that was UTF-8, a lone surrogate can only be written as an escape. */
const ESCAPE = /\\u[dD][89a-fA-F]/

/**
 * The first name or string in a value that contains a lone surrogate: half a character, which UTF-8 cannot hold.
 * `text` is the JSON that the value was parsed from.
 */
export function findLoneSurrogate(text: string, value: unknown): ProblemPlace | undefined {
  const path = ESCAPE.test(text) ? pathToLoneSurrogate(value) : undefined
  return (
    path && {
      pointer: pointerOf(path).toWellFormed(),
      code: 'ill-formed-text',
      detail: {
        zh: '含有不成对的代理项（\\ud800 至 \\udfff），不是完整的字符。请改正。',
        en: 'Contains a lone surrogate (\\ud800 to \\udfff), which is half a character. Correct it.',
      },
    }
  )
}

function pathToLoneSurrogate(value: unknown): string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, item] of Object.entries(value)) {
    if (!name.isWellFormed()) return [name]
    const rest = pathToLoneSurrogate(item)
    if (rest) return [name, ...rest]
  }
  return undefined
}
