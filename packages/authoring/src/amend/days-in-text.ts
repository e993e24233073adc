import { formatDay, parseDay } from '@tiaoli/engine/plan'
import { ENGLISH_DAY, readEnglishDay } from './english-day.ts'

const DAY = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`
/** What a document says of itself, and not of one of its items. */
const OWN = new RegExp(`本[^，。；第]{2,8}自(?:${DAY}|(?:印发|发布|公布|发文)之日)起`, 'u')
const BEGINS = String.raw`(?:with effect|in(?:to)? (?:force|effect|operation)|(?:take|have|has)s? effect|effective|commences?)`
const ENGLISH_OWN = new RegExp(
  String.raw`(?<!\b(?:of|in) )\bth(?:is|ese) (?:notice|order|decision|document|by-?law|act|regulations?|rules?|instrument|amendment|measures)\b[^.;]{0,60}?\b${BEGINS}[^.;]{0,20}?\b(?:from|on)(?: and (?:from|after))?(?: the)? (?<date>${ENGLISH_DAY})`,
  'iu',
)
/** A day, or a month or year, from which something is ordered. */
const FROM =
  /(?:自|从|于)?(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?(?:起|开始(?:施行|执行|实行))/gu
const ENGLISH_FROM = new RegExp(
  String.raw`\b(?:${BEGINS}(?: as)?(?: from| on| of)?|(?:as )?from|as of|beginning(?: on)?|starting(?: on)?|(?<!\b(?:made|issued|published|adopted|passed|dated|expires?|lapses?|ends?|until|due|before) )on)(?: and (?:from|after))?(?: the)? (?<date>${ENGLISH_DAY})`,
  'giu',
)
const DATE_LINE = new RegExp(`^\\s*${DAY}\\s*$`, 'gmu')
const QUOTED = /[“"][^”"]*[”"]/gu

/** The first day on which a document says that it is in force itself; that of its date where it says from its issue on. */
export function firstDayIn(text: string): string | undefined {
  const said = text.replaceAll(QUOTED, '')
  const own = OWN.exec(said)
  if (own) return own[1] === undefined ? [...text.matchAll(DATE_LINE)].map(dayOf).at(-1) : dayOf(own)
  const date = ENGLISH_OWN.exec(said.replaceAll(/\s+/gu, ' '))?.groups?.['date']
  return date === undefined ? undefined : readEnglishDay(date)
}

/** A time from which a sentence orders something, as it is written, and its day where it gives one. */
export interface Start {
  readonly written: string
  readonly day?: string
}

/** From when a sentence orders something, where it says so; what a notice says of itself as a whole is none of it. */
export function startsIn(sentence: string): Start[] {
  const said = sentence.replace(OWN, '').replace(ENGLISH_OWN, '')
  const chinese = [...said.matchAll(FROM)].map(({ 0: written, groups = {} }) => {
    const { year = '', month, day } = groups
    return startOf(written, month === undefined || day === undefined ? undefined : calendarDay(year, month, day))
  })
  const english = [...said.matchAll(ENGLISH_FROM)].map(({ 0: written, groups }) =>
    startOf(written, readEnglishDay(groups?.['date'] ?? '')),
  )
  return [...chinese, ...english]
}

function startOf(written: string, day: string | undefined): Start {
  return day === undefined ? { written } : { written, day }
}

function dayOf([, year, month, day]: RegExpMatchArray): string | undefined {
  return calendarDay(year!, month!, day!)
}

function calendarDay(year: string, month: string, day: string): string | undefined {
  const parsed = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed === undefined ? undefined : formatDay(parsed)
}
