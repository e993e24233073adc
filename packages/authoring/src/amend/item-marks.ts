import { CHINESE_NUMERAL, NUMERAL } from './numeral.ts'

/** 一、 */
export const PART_MARK = `${CHINESE_NUMERAL}、`
/** （一） */
export const ITEM_MARK = `[（(]${NUMERAL}[）)]`
/** 1. */
export const POINT_MARK = String.raw`\d+[.．、]`
/** 第一条 */
export const ARTICLE_MARK = `第${NUMERAL}条`

/** How items are numbered, from the outermost. */
const LEVELS = [`${PART_MARK}|${ARTICLE_MARK}`, ITEM_MARK, POINT_MARK].map((mark) => new RegExp(`^(?:${mark})`, 'u'))

/** The level of what has no number: within all others. */
export const UNNUMBERED = LEVELS.length

/** How deep a sentence is numbered, from the outermost, 0. */
export function levelOf(words: string): number {
  const level = LEVELS.findIndex((mark) => mark.test(words))
  return level < 0 ? UNNUMBERED : level
}
