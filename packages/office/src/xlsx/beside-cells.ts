import { forEachTag, textBetween } from '../xml/for-each-tag.ts'

/** Whether a drawing has words: those of a text box or a shape. */
export function hasWords(drawing: Uint8Array): boolean {
  let [start, found] = [0, false]
  forEachTag(drawing, ['t'], ({ isClosing, isSelfClosing, start: tag, end }) => {
    if (isClosing) found ||= textBetween(drawing, start, tag).trim() !== ''
    else if (!isSelfClosing) start = end
  })
  return found
}

const PARTS = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'] as const
/** Codes for fonts, colours, numbers of pages, days and names of files (ECMA-376, 18.3.1.46), and what stands around them. */
const NO_WORDS = /&"[^"]*"|&K[\dA-F]{6}|&\d+|&[A-Z]|[\s\d第页共张/／—–-]/giu

/** Whether the pages have a header or footer that says more than their numbers, from the bytes of a sheet after its cells. */
export function hasPageWords(afterCells: Uint8Array): boolean {
  let [start, found] = [0, false]
  forEachTag(afterCells, PARTS, ({ isClosing, isSelfClosing, start: tag, end }) => {
    if (isClosing) found ||= textBetween(afterCells, start, tag).replaceAll(NO_WORDS, '') !== ''
    else if (!isSelfClosing) start = end
  })
  return found
}
