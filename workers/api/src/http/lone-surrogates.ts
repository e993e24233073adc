import { pointerOf } from '@tiaoli/engine'
import type { ProblemPlace } from '../problem/problem-error.ts'

/** In a text that was UTF-8, half a character can only be written so. */
const ESCAPE = /\\u[dD][89a-fA-F]/

/**
 * The first name or string of a value that holds half a character: a surrogate without its other half, which no
 * UTF-8 can keep. `text` is the JSON that the value was parsed from.
 */
export function findIllFormed(text: string, value: unknown): ProblemPlace | undefined {
  const path = ESCAPE.test(text) ? pathTo(value) : undefined
  return (
    path && {
      pointer: pointerOf(path).toWellFormed(),
      code: 'ill-formed-text',
      detail: {
        zh: '含有不成对的代理项（\\ud800 至 \\udfff），不是完整的字符。请改正。',
        en: 'It holds a surrogate (\\ud800 to \\udfff) without its other half, which is no character. Correct it.',
      },
    }
  )
}

function pathTo(value: unknown): string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : []
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, item] of Object.entries(value)) {
    if (!name.isWellFormed()) return [name]
    const rest = pathTo(item)
    if (rest) return [name, ...rest]
  }
  return undefined
}
