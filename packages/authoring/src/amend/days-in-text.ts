import { formatDay, parseDay } from '@tiaoli/engine/plan'

const DAY = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`
/** What a document says of itself. */
const OWN = new RegExp(`本[^，。；]{2,8}自(?:${DAY}|(?:印发|发布|公布|发文)之日)起`, 'u')
const ENGLISH_OWN =
  /\bthis (?:notice|order|decision|document)\b[^.;]{0,40}\b(?:in force|effect|effective)\b[^.;]{0,20}\b(?:from|on)\s+(?<date>\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})/iu
const FROM = new RegExp(`自${DAY}起`, 'gu')
const DATE_LINE = new RegExp(`^\\s*${DAY}\\s*$`, 'gmu')
const QUOTED = /[“"][^”"]*[”"]/gu

/** The first day on which a document says that it is in force itself; that of its date where it says from its issue on. */
export function firstDayIn(text: string): string | undefined {
  const own = OWN.exec(text.replaceAll(QUOTED, ''))
  if (own) return own[1] === undefined ? [...text.matchAll(DATE_LINE)].map(dayOf).at(-1) : dayOf(own)
  const date = ENGLISH_OWN.exec(text)?.groups?.['date']
  if (date === undefined) return undefined
  const read = Date.parse(/^\d{4}-/u.test(date) ? date : `${date} UTC`)
  return Number.isNaN(read) ? undefined : new Date(read).toISOString().slice(0, 10)
}

/** The day from which a sentence orders something, if it is one day and not that of the notice itself. */
export function orderedFrom(sentence: string): string | undefined {
  const days = [...sentence.replaceAll(QUOTED, '').replace(OWN, '').matchAll(FROM)].map(dayOf)
  return days.length === 1 ? days[0] : undefined
}

function dayOf([, year, month, day]: RegExpMatchArray): string | undefined {
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  const parsed = parseDay(written)
  return parsed === undefined ? undefined : formatDay(parsed)
}
