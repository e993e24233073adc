import { formatDay, parseDay } from '@tiaoli/engine/plan'
import { ENGLISH_DAY, readEnglishDay } from './english-day.ts'
import { figure } from './numeral.ts'

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
  /(?:自|从|于|在)?(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?(?:起|开始(?:施行|执行|实行)|(?<after>之?后|以后))/gu
/** 自2027年第三季度起, 2028年下半年起 */
const FROM_PART =
  /(?:自|从)?(?<year>\d{4})年(?:第?(?<quarter>[一二三四])季度|(?<half>[上下])半年)(?:起|开始(?:施行|执行|实行))/gu
const ENGLISH_FROM = new RegExp(
  String.raw`\b(?:${BEGINS}(?: as)?(?: from| on| of)?|(?:as )?from|as of|beginning(?: on)?|starting(?: on)?|(?<!\b(?:made|issued|published|adopted|passed|dated|expires?|lapses?|ends?|until|due|before) )on)(?: and (?:from|after))?(?: the)? (?<date>${ENGLISH_DAY})`,
  'giu',
)
const ENGLISH_AFTER = new RegExp(String.raw`\b(?<!\b(?:on|from) and )after(?: the)? (?<date>${ENGLISH_DAY})`, 'giu')
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
  const said = inFigures(sentence.replace(OWN, '').replace(ENGLISH_OWN, ''))
  const days = [...said.matchAll(FROM)].map(({ 0: written, groups = {} }) => startOf(written, firstDayOf(groups)))
  const parts = [...said.matchAll(FROM_PART)].map(({ 0: written, groups = {} }) =>
    startOf(written, firstDayOfPart(groups)),
  )
  const english = [...said.matchAll(ENGLISH_FROM)].map(({ 0: written, groups }) =>
    startOf(written, readEnglishDay(groups?.['date'] ?? '')),
  )
  const after = [...said.matchAll(ENGLISH_AFTER)].map(({ 0: written, groups }) =>
    startOf(written, dayBehind(readEnglishDay(groups?.['date'] ?? ''))),
  )
  return [...days, ...parts, ...english, ...after]
}

/** A sentence without the times from which it orders something, as far as they are known. */
export function withoutStarts(sentence: string): string {
  return [OWN, ENGLISH_OWN, FROM, FROM_PART, ENGLISH_FROM, ENGLISH_AFTER].reduce(
    (rest, pattern) => rest.replaceAll(new RegExp(pattern, 'giu'), (found) => '，'.repeat(found.length)),
    inFigures(sentence),
  )
}

const CHINESE_YEAR =
  /(?<![〇零一二三四五六七八九])[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/gu
const DIGITS = '〇一二三四五六七八九'

/** 二〇二八年一月一日 as 2028年1月1日. */
function inFigures(words: string): string {
  return words.replaceAll(CHINESE_YEAR, (date) => {
    const [year = '', month, day] = date.split(/[年月日]/u)
    const figures = Array.from(year, (sign) => Math.max(0, DIGITS.indexOf(sign))).join('')
    return `${figures}年${month ? `${figure(month)}月` : ''}${day ? `${figure(day)}日` : ''}`
  })
}

type Groups = Readonly<Record<string, string | undefined>>

/** 2027年9月起 is from its first day on, 2027年6月30日后 from the day behind. */
function firstDayOf({ year = '', month, day, after }: Groups): string | undefined {
  if (after === undefined) return calendarDay(year, month ?? '1', day ?? '1')
  if (day !== undefined) return dayBehind(calendarDay(year, month ?? '', day))
  const next = month === undefined ? 12 : Number(month)
  return next === 12 ? calendarDay(String(Number(year) + 1), '1', '1') : calendarDay(year, String(next + 1), '1')
}

function firstDayOfPart({ year = '', quarter, half }: Groups): string | undefined {
  const month = quarter === undefined ? (half === '上' ? 1 : 7) : 3 * Number(figure(quarter)) - 2
  return calendarDay(year, String(month), '1')
}

function dayBehind(day: string | undefined): string | undefined {
  const parsed = day === undefined ? undefined : parseDay(day)
  return parsed === undefined ? undefined : formatDay(parsed + 1)
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
