import { keyOf } from '../../values/words.ts'
import type { TableFound } from './find-table.ts'

/** The words in the table that leave open what being in it says. */
export function wordsOfEnds({ table }: TableFound): string[] {
  return (table.sets ?? []).flatMap(({ unless = [] }) => unless)
}

export function speaksOf(words: readonly string[], text: string): boolean {
  const key = keyOf(text)
  return words.some((word) => key.includes(keyOf(word)))
}
