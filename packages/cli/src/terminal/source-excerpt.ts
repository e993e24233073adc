import stringWidth from 'string-width'

const MARGIN = 12
/** Where nothing says how wide lines may be: a file can be one line. */
const WIDEST = 240

/**
 * The line at an error, with the token underlined. Lines and columns count from 1, columns in UTF-16 units as in editors
 * and diagnostics. Wide characters are underlined twice. A long line is cut around the column.
 */
export function sourceExcerpt(
  text: string,
  line: number,
  column: number,
  width: number,
  paint: (text: string) => string,
): string[] {
  const source = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)[line - 1]
  if (source === undefined) return []
  const number = `${line} | `.padStart(8)
  const [shown, start] = cutAround(source, column - 1, Math.min(width, WIDEST) - number.length)
  const before = shown.slice(0, start).replaceAll('\t', '  ')
  const token = tokenAt(shown.slice(start))
  const underline = `${' '.repeat(stringWidth(before))}${paint('^'.repeat(Math.max(1, stringWidth(token))))}`
  return [`${number}${shown.replaceAll('\t', '  ')}`, `${'| '.padStart(8)}${underline}`]
}

/** The JSON token that begins here: a string, a number, a word, or one bracket. */
function tokenAt(rest: string): string {
  return /^(?:"(?:[^"\\]|\\.)*"?|[^\s,:[\]{}"]+)/.exec(rest)?.[0] ?? rest.charAt(0)
}

/** A line cut to a width, with the place in what is left. */
function cutAround(source: string, at: number, width: number): [shown: string, at: number] {
  if (source.length <= width && stringWidth(source) <= width) return [source, at]
  const start = Math.max(0, at - MARGIN)
  const head = start > 0 ? '…' : ''
  let shown = ''
  let used = stringWidth(head) + 1
  for (const character of source.slice(start)) {
    used += stringWidth(character)
    if (used > width) {
      shown += '…'
      break
    }
    shown += character
  }
  return [head + shown, at - start + head.length]
}
