import { NAME } from './document-names.ts'
import { ENGLISH_DAY } from './english-day.ts'
import { END_DOCUMENT } from './order-words.ts'
import { isTransitional } from './transitional-rule.ts'

const END = `(?:${END_DOCUMENT}|(?:is|are|shall be) (?:hereby )?(?:repealed|revoked|rescinded)|(?:shall )?ceases? to (?:have effect|apply|be in force)|(?:shall )?no longer appl(?:y|ies)|(?:repeal|revoke)s?)`
const ENDS = new RegExp(END, 'iu')
const EXPIRES = /\b(?:expires?|lapses?)\b/iu
const ITSELF = '本(?:补充|实施)?(?:通知|决定|意见|办法|规定|细则|方案|公告|文件|条例)'
const DAY = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?`
/** What the notice says of its own beginning and term, and who explains it. */
const OF_ITSELF = new RegExp(
  String.raw`(?<=^|[,;。、\s])${ITSELF}(?:自|从|于|由|有效期)(?![^,;。]*(?:除|但|${NAME}))[^,;。]*?(?:(?:施行|实施|执行|生效|解释)(?=[,;。]|同时|$)|有效期[^,;。]*)|(?<=,)有效期(?:[至为])?[^,;。${NAME}]*`,
  'gu',
)
/** Why it is ended. It goes to the next comma. */
const REASON =
  /(?<=^|[,;])(?:因|由于|鉴于|根据|按照|为|经|现经)(?![^,;。]*(?:除|但|仅))[^,;。]*,|(?:均|现|都)?已经?(?:全部|基本|圆满|如期)?(?:完成|实现|到期|届满|过时)(?:其|了)?(?:历史使命|任务|目标)?,?/gu
const UNDERSTOOD = new RegExp(
  [
    String.raw`[\p{Script=Han}]{2,12}\[\d{4}\]第?\d+号`,
    String.raw`\((?:[^()]*\[\d{4}\]第?\d+号|[\w .]*\d+[/-]\d+)\)`,
    String.raw`(?:自|从|于)?(?:${DAY}|${ITSELF}?(?:印发|发布|公布|施行|实施|生效|执行|下发)之?日|即日)起?`,
    String.raw`(?<=^|,)[^,;。不未${NAME}]{0,20}(?:研究)?决定`,
    '同时|一并|相应|均|一律|全部|全文|正式|予以|即行|将|对|现|特|原|文件|通知|等|及其|以及|[、和及并]',
    String.raw`(?:with effect |as )?(?:from|on|of|effective)(?: and after)? (?:the )?${ENGLISH_DAY}`,
    String.raw`(?:on|from|when|upon) (?:the )?(?:(?:day|date|commencement)(?: on which| of| that)? )?this [a-z-]+(?: comes? into (?:force|effect|operation))?`,
    String.raw`\bthis [a-z-]+(?: comes? into (?:force|effect|operation))?`,
    String.raw`\ball amendments (?:thereto|to it)\b`,
    String.raw`\b(?:the|hereby|also|and|by|council|accordingly|by-?law|act|ordinance|notice|order|rules|regulations?)\b`,
  ].join('|'),
  'giu',
)
const OWN_NUMBER =
  /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条|\([一二三四五六七八九十\d]+\)|\d+[.、])\s*/u
const PAUSES = /[\s,;:。.]/gu
/** What takes something out of a list of documents, or ends less of them than all. */
const LESS = '除|不(?!再)|暂|拟|保留|部分|条款'
const ENDS_BELOW = new RegExp(`(?=.*${END})(?=.*(?:下列|以下|如下))(?!.*(?:${LESS})).*[:：]$`, 'iu')

/** Whether a sentence says nothing but that a document is ended, from what day and why; `NAME` stands for the document. */
export function endsWhole(named: string): boolean {
  // What holds for that which had begun before takes nothing from the end.
  const said = named.split(/(?<=[,;])/u).filter((half) => half.includes(NAME) || !isTransitional(half))
  const words = said.join('')
  return ENDS.test(words) && isNameAlone(words.replaceAll(new RegExp(END, 'giu'), ''))
}

/** Whether an item of a list, or a sentence without its verb, has nothing but what a document is called and a day. */
export function isNameAlone(named: string): boolean {
  return (
    named.includes(NAME) &&
    named
      .replace(OWN_NUMBER, '')
      .replaceAll(OF_ITSELF, '')
      .replaceAll(REASON, '')
      .replaceAll(UNDERSTOOD, '')
      .replaceAll(NAME, '')
      .replaceAll(PAUSES, '') === ''
  )
}

/** Whether words speak of the end of a document, whatever they say of it. */
export function speaksOfEnd(named: string): boolean {
  return named.includes(NAME) && (ENDS.test(named) || EXPIRES.test(named))
}

/** Whether documents that the items below it name are ended by a sentence. */
export function endsDocumentsBelow(sentence: string): boolean {
  return ENDS_BELOW.test(sentence)
}
