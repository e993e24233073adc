import { ARTICLE_MARK, ITEM_MARK, PART_MARK, POINT_MARK } from './item-marks.ts'
import { HIDDEN, OF_ANOTHER } from './notice-sentences.ts'

const SIGN = new RegExp(`[${HIDDEN}${OF_ANOTHER}]`, 'gu')
const OWN_NUMBER = new RegExp(`^(?:${PART_MARK}|${ITEM_MARK}|${POINT_MARK}|${ARTICLE_MARK})`, 'u')
/** Words of a notice that say nothing of what the document regulates. */
const OF_ORDERS =
  /经研究|决定|自?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?起?|自?[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?起?|同时|其中|其他|其它|其余|分别|统一|相应|一律|全部|一并|依次|全文|凡|均|都|则|再|原|文件|实施意见|本意见|意见|正文|通知|予以|进行|停止|继续|不再|规定|内容|要求|条款|表述|文字|字样|事项|有关|关于|涉及|应当|应|将|把|对|由|从|在|于|为|成|中|的|里|其|和|及|与|等|是|该|此|上述|[一二两三四五六七八九十]+(?:字|个字|词语?)|字样|一(?:句|词|款|项|条|段|处)|这(?:句|词|款|项|条|段)话?|部分|第|项|款|条|句|段/gu

/** What words speak of, without numbers and what every notice says; empty where nothing is left. */
export function subjectOf(words: string): string {
  return words
    .replace(OWN_NUMBER, '')
    .replaceAll(SIGN, '')
    .replaceAll(OF_ORDERS, ' ')
    .replaceAll(/[^\p{Script=Han}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((part) => part.length > 1)
    .join(' ')
}

/** The share of the pairs of signs of a subject that a clause has. */
function coverage(subject: string, clause: string): number {
  const pairs = pairsOf(subject)
  return pairs.filter((pair) => clause.includes(pair)).length / Math.max(1, pairs.length)
}

function pairsOf(subject: string): string[] {
  return subject.split(' ').flatMap((part) => Array.from({ length: part.length - 1 }, (_, i) => part.slice(i, i + 2)))
}

/** Of some clauses, those that speak of a subject as much as any, or nearly; none where none does by half. */
export function speakingOf(subject: string, clauses: readonly number[], texts: readonly string[]): number[] {
  const shares = clauses.map((i) => coverage(subject, texts[i]!))
  const best = Math.max(0, ...shares)
  return best < LEAST ? [] : clauses.filter((_, k) => shares[k]! >= best * NEAR)
}

const LEAST = 0.5
const NEAR = 0.8
