import { alike } from './alike.ts'

/** Pauses, but those in a figure. */
const PAUSES = /(?<!\d)[,.;:!?。、]|[,.;:!?。、](?!\d)|\s/gu

/** Whether two texts say the same words, and differ in pauses, spaces and ways to write a sign alone. */
export function isRepunctuated(before: string, after: string): boolean {
  return before !== after && signsOf(before) === signsOf(after)
}

function signsOf(text: string): string {
  return alike(text).replaceAll(PAUSES, '')
}
