import { keyOf } from './words.ts'

/** Between what a text says one after another. */
const BETWEEN = /[,;。!\n、()[\]{}【】〔〕]/u

/** What a text says one after another, also in brackets. */
export function clausesIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(BETWEEN)
    .map(keyOf)
    .filter((clause) => clause !== '')
}
