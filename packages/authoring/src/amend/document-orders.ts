import { NAME } from './document-names.ts'
import { ENGLISH_DAY, readEnglishDay } from './english-day.ts'
import { lastDayOf } from './last-day-of.ts'
import { END_DOCUMENT } from './order-words.ts'

const LONGER = '(?:延续|延长|延期|顺延|继续执行|继续施行|继续有效|有效期)'
/** Of the document, or of something said of it before. */
const PROLONGS = new RegExp(`${NAME}(?:[^。;]*,)?[^。;,第]{0,40}${LONGER}|(?:延长|延续|继续执行|继续施行)${NAME}`, 'u')
/** Also where no day follows. */
const PROLONGS_ITSELF = new RegExp(
  `${NAME}[^,。;第]{0,12}(?:延续|延长|延期|顺延|继续执行|继续施行|继续有效)|(?:延长|延续|继续执行|继续施行)${NAME}`,
  'u',
)
const TO_DAY = new RegExp(
  String.raw`${LONGER}(?:[^,。;\d]{0,8}|[^。;]{0,20}[至到])(?<year>\d{4})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日)?`,
  'u',
)
const PROLONGS_ENGLISH = new RegExp(
  String.raw`\b(?:extend|prolong|continue)\w*\b[^.;]{0,60}\b(?:to|until|through) (?:the )?(?<date>${ENGLISH_DAY})`,
  'iu',
)

const END = `(?:${END_DOCUMENT})`
/** What a notice says of itself is not of the document. */
const OF_ITSELF = /本(?:通知|决定|意见|办法|规定)(?:(?!,?同时|,原)[^。;《\u{fffc}])*/gu

/** What a sentence orders of a document as a whole, in which `NAME` stands for it. */
export interface DocumentOrder {
  /** To a day, or without saying to which. */
  readonly prolongs: { readonly to: string | undefined } | undefined
}

export function documentOrder(named: string): DocumentOrder {
  if (!named.includes(NAME)) return { prolongs: undefined }
  const words = named.replaceAll(OF_ITSELF, '')
  const to = prolongedTo(words)
  return {
    prolongs: PROLONGS_ITSELF.test(words) || to !== undefined ? { to } : undefined,
  }
}

const OF_DOCUMENT = new RegExp(
  String.raw`${NAME}|${LONGER}|${END}|[至到]\d{4}年|其[他它余]|\b(?:extend|prolong|continue|repeal|revoke|cease|apply|applies)`,
  'iu',
)

/** Whether a part of a sentence that orders something of the document as a whole may be of that. */
export function isOfDocument(words: string): boolean {
  return OF_DOCUMENT.test(words)
}

/** The last day to which a sentence prolongs something; of a year or month, its last. */
function prolongedTo(words: string): string | undefined {
  const chinese = PROLONGS.test(words) ? TO_DAY.exec(words)?.groups : undefined
  if (chinese) return lastDayOf(Number(chinese['year']), Number(chinese['month'] ?? 12), Number(chinese['day'] ?? 31))
  const date = PROLONGS_ENGLISH.exec(words)?.groups?.['date']
  return date === undefined ? undefined : readEnglishDay(date)
}
