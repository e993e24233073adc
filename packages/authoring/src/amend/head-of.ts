/** What a document calls itself in its first lines. */
export interface Head {
  /** In the language of the document. */
  title?: string
  number?: string
}

/** How many lines a head has at most. */
const LINES = 12
const TITLE =
  /^关于.+|^(?=.{4,80}$)[^。；]*(?:通知|决定|意见|办法|规定|细则|条例|守则|公告|方案|修正案)(?:（[^）]*）)?$/u
const ENGLISH_TITLE =
  /^(?=.{4,160}$)[^.;]*\b(?:amendment|notice|order|decision|regulations?|rules|measures|by-?law|act|ordinance|code|circular|directive|guidelines?)\b(?:[^.;]|\bNo\.)*$/iu
/** No. 12 of 2027, No. 10 [2027], SI 2027/12, S.O. 4/2027, 2027 No. 12. */
const ENGLISH_NUMBER =
  /^\(?(?:[\p{L}][\p{L}.&]{0,12} ){0,3}(?:Nos?\.? ?)?(?:\d{1,5}(?: of |\/)\d{4}|\d{1,5} ?[[(]\d{4}[\])]|\d{4}(?: ?No\.? ?|\/)\d{1,5})\)?$/iu
const NUMBER = /^[^\s，。；]{0,16}[[〔［]\d{4}[\]〕］][^\s，。；]{0,8}?\d+号$/u

/** The title and number in the first lines of a text, as far as it has them. */
export function headOf(text: string): Head {
  const lines = text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LINES)
  const number = lines.find((line) => NUMBER.test(line) || ENGLISH_NUMBER.test(line))
  const title = lines.find(
    (line) => line !== number && (TITLE.test(line) || ENGLISH_TITLE.test(line)) && !/[。；.;]$/u.test(line),
  )
  return { ...(title === undefined ? {} : { title }), ...(number === undefined ? {} : { number }) }
}
