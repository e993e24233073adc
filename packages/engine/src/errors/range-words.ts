import type { Text } from '../text/text.ts'

/** Between which numbers a value may be, in the words that follow "must be"; undefined where it may be any. */
export function rangeWords(min: number | undefined, max: number | undefined): Text | undefined {
  const least = min === undefined ? [] : [{ zh: `不小于 ${min}`, en: `at least ${min}` }]
  const most = max === undefined ? [] : [{ zh: `不大于 ${max}`, en: `at most ${max}` }]
  const words = [...least, ...most]
  if (words.length === 0) return undefined
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(' and ') }
}
