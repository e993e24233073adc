import { ENGLISH_DAY } from './english-day.ts'
import { ADD, CHANGE, END, RAISE_OR_LOWER } from './order-words.ts'
import type { Span } from './passages.ts'

const MONTH = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|底|年底|末)`
/** Words that say for how long something of the document holds, or that it does not for a time. */
const TERM =
  '暂停|暂缓|暂不|中止|恢复|延长|延续|延期|顺延|推迟|提前|缩短|(?:期限?|有效期)(?:限)?(?:为|是|截)|继续(?:执行|施行|实施|有效|适用)|(?:执行|施行|实施|适用|有效)(?:期限?)?(?:截止|截至)?[至到]'
const ENGLISH_TERM = String.raw`\b(?:suspend|prolong|extend|expir|laps|continu)[a-z]*\b|\b(?:until|till|through)\b`
const CHANGES_IN_CHINESE = `${CHANGE}|改[为成作由]|换[为成]|删|停止|不再|${END}|${ADD}|${RAISE_OR_LOWER}|合并|另行规定`
const ENGLISH_CHANGE = String.raw`\b(?:repeal|revok|delet|omit|insert|substitut|replac|amend|renumber)[a-z]*\b`
const VERBS = new RegExp([TERM, CHANGES_IN_CHINESE, ENGLISH_TERM, ENGLISH_CHANGE].join('|'), 'giu')
const CHANGES = new RegExp(`${CHANGES_IN_CHINESE}|${ENGLISH_CHANGE}`, 'iu')
const TERMS = new RegExp(`${TERM}|${ENGLISH_TERM}`, 'iu')
/** What has a last day: a day with until, or a term of years. A first day is told with all others. */
const UNTIL = new RegExp(
  String.raw`[至到](?:${MONTH}|\d{4}年)[止底]?|${MONTH}前(?:有效|执行)|截[至止]|\b(?:until|till|through|expires?(?: on)?|up to)(?: and including)?(?: the end of)?(?: the)? ${ENGLISH_DAY}`,
  'iu',
)
const TIMES = new RegExp(
  String.raw`${MONTH}(?!\d|起|之?后|以后|开始|印发|发布|公布|修[订正])|(?:[一二三四五六七八九十两]|\d+)(?:个月|年)(?:内|以内|期|后)|\b(?:until|till|through|by|before) (?:the )?${ENGLISH_DAY}`,
  'giu',
)
/** What is over is no term that an order gives. */
const OVER = /已|届满|到期|期满|完成|\b(?:has|have) (?:expired|lapsed|ended)\b/iu

/** Words of a sentence that show that something is ordered there. */
export interface OrderSign extends Span {
  readonly kind: 'verb' | 'place' | 'time'
}

export function orderSigns(outside: string, places: readonly Span[]): OrderSign[] {
  const signs = (kind: OrderSign['kind'], pattern: RegExp) =>
    [...outside.matchAll(pattern)].map(({ index: from, 0: { length } }) => ({ kind, from, to: from + length }))
  return [
    ...places.map(({ from, to }) => ({ kind: 'place' as const, from, to })),
    ...signs('verb', VERBS),
    ...signs('time', TIMES),
  ]
}

/** Whether words give something a term, or halt it. */
export function givesTerm(words: string): boolean {
  return TERMS.test(words) && !OVER.test(words)
}

/** Whether words order a change. */
export function isChange(words: string): boolean {
  return CHANGES.test(words)
}

/** Whether words give a last day. */
export function hasLastDay(words: string): boolean {
  return UNTIL.test(words)
}
