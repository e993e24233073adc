/** How items are numbered, from the outermost. */
const LEVELS = [
  /^(?:[一二三四五六七八九十百]+、|第[一二三四五六七八九十百\d]+条)/u,
  /^（[一二三四五六七八九十百]+）/u,
  /^\d+[.．、]/u,
]

/** The level of what has no number: within all others. */
export const UNNUMBERED = LEVELS.length

/** How deep a sentence is numbered, from the outermost, 0. */
export function levelOf(words: string): number {
  const level = LEVELS.findIndex((mark) => mark.test(words))
  return level < 0 ? UNNUMBERED : level
}
