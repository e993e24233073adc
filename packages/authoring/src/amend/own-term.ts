import { addMonths, formatDay, parseDay } from '@tiaoli/engine/plan'
import { TITLE } from './document-names.ts'
import { ENGLISH_DAY, readEnglishDay } from './english-day.ts'
import { lastDayOf } from './last-day-of.ts'
import { figure, NUMERAL } from './numeral.ts'
import { plainText, sentencesIn } from './passages.ts'

/** What a document calls itself. */
const ITSELF = '本(?:补充|实施|暂行|试行)?(?:通知|决定|意见|办法|规定|细则|方案|措施|政策|规则|守则|条例|公告|文件)'
const SUBJECT = new RegExp(String.raw`(?<itself>${ITSELF})|${TITLE.source}|\d+号`, 'gu')
/** Between 本办法 and a term, this has the term. */
const SOMETHING_ELSE = /[所证]|许可|资格|合同|协议|名单|认定|称号/u
const DATE = String.raw`(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?`
const TERM = '(?:有效|施行|执行|实施|试行)'
/** 有效期至2030年12月31日, 执行至2030年底, 至2030年12月31日止. */
const UNTIL = [
  `${TERM}(?:期限?)?[：:]?(?:为|是)?(?:自[^，。；]{0,24}?)?(?:截止|截至)?[至到]${DATE}`,
  `[至到]${DATE}[止失]`,
].map((pattern) => new RegExp(pattern, 'u'))
/** 有效期五年, 试行两年, 施行之日起5年内有效. */
const FOR = [
  `(?:${TERM}期限?[：:]?(?:为|是)?|试行)(?:自[^，。；]{0,24}?起)?(?<count>${NUMERAL}|两)个?(?<unit>年|月)(?![中度内底初末])`,
  `之日起(?<count>${NUMERAL}|两)个?(?<unit>年|月)内有效`,
].map((pattern) => new RegExp(pattern, 'u'))
const ENGLISH_ITSELF = String.raw`\b(?:it|th(?:is|ese) (?:notice|order|decision|document|by-?laws?|act|regulations?|rules?|instrument|amendment|measures|opinions))\b`
const ENGLISH_UNTIL = new RegExp(
  String.raw`${ENGLISH_ITSELF}[^.;]{0,80}?\b(?:(?:expires?|lapses?)(?: at the end of| on)?|(?:in (?:force|effect)|valid|effective)[^.;]{0,50}?\b(?:until|till|through|to)(?: the end of)?)(?: the)? (?<date>${ENGLISH_DAY})`,
  'iu',
)
const QUOTED = /[“"][^”"]*[”"]/gu

/** The last day on which a document says that it is in force itself, of which the first is `from`. */
export function lastDayIn(text: string, from: string): string | undefined {
  const plain = plainText(text.replaceAll(QUOTED, ''))
  const sentences = sentencesIn(plain, { from: 0, to: plain.words.length })
  return sentences.flatMap((span) => lastDayOfItself(plain.words.slice(span.from, span.to), from) ?? [])[0]
}

function lastDayOfItself(sentence: string, from: string): string | undefined {
  for (const pattern of UNTIL) {
    const { year, month, day } = ownTerm(sentence, pattern) ?? {}
    if (year !== undefined) return lastDayOf(Number(year), numberOf(month), numberOf(day))
  }
  for (const pattern of FOR) {
    const { count, unit } = ownTerm(sentence, pattern) ?? {}
    if (count !== undefined)
      return lastDayAfter(from, Number(figure(count === '两' ? '二' : count)) * (unit === '年' ? 12 : 1))
  }
  const date = ENGLISH_UNTIL.exec(sentence)?.groups?.['date']
  return date === undefined ? undefined : readEnglishDay(date)
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

/** What a sentence says of the term of the document itself, by the groups of a pattern. */
function ownTerm(sentence: string, pattern: RegExp): Record<string, string | undefined> | undefined {
  const found = pattern.exec(sentence)
  if (!found) return undefined
  const subject = [...sentence.slice(0, found.index).matchAll(SUBJECT)].at(-1)
  const between = sentence.slice(subject ? subject.index + subject[0].length : 0, found.index)
  const behind = sentence.slice(found.index + found[0].length)
  const isOwn = subject
    ? subject.groups?.['itself'] !== undefined && !SOMETHING_ELSE.test(between)
    : /^(?:[一二三四五六七八九十]+、|自[^，。；]{0,20}起(?:施行|执行|实施|试行)?[，,]?)*$/u.test(between) &&
      /^[，。；,]|^$|^[日底止]/u.test(behind)
  return isOwn ? found.groups : undefined
}

/** The last day before that many months have passed since a first day. */
function lastDayAfter(from: string, months: number): string | undefined {
  const first = parseDay(from)
  return first === undefined ? undefined : formatDay(addMonths(first, months) - 1)
}

const OWN_START = new RegExp(
  `^(?:[一二三四五六七八九十]+、)?${ITSELF}(?:由[^，。；]{2,30}负责解释[，；])?(?:除[^，。；]{1,40}外[，,]?)?自[^，。；]{2,24}起(?:正式|开始)?(?:施行|执行|实施|试行|生效)`,
  'u',
)
const ENGLISH_OWN_START = new RegExp(
  String.raw`^(?:\d+\. ?)?(?:(?:except|subject|save)\b[^,.;]{0,60}, ?)?${ENGLISH_ITSELF}[^.;]{0,40}\b(?:with effect|in(?:to)? (?:force|effect|operation)|(?:takes?|ha(?:s|ve)) effect|effective|commences?)\b`,
  'iu',
)

/** Whether a sentence says of the document itself since when, or until when, it is in force. */
export function isOfItself(sentence: string): boolean {
  return (
    OWN_START.test(sentence) ||
    ENGLISH_OWN_START.test(sentence) ||
    lastDayOfItself(sentence, '2000-01-01') !== undefined
  )
}
