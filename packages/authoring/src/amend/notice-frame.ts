import { headOf } from './head-of.ts'
import { ITEM_MARK, PART_MARK } from './item-marks.ts'
import { NUMERAL } from './numeral.ts'
import { plainWords } from './passages.ts'

/** Sentences before the first that asks anything. */
const HEAD = 12
const ENDED = /[。；：！？.;:!?][”’）」』》"')]*$/u
const ADDRESSEE =
  /(?:局|委|党组|支部|组织|单位|部门|机关|政府|法院|检察院|学院|学校|公司|协会|会|所|处|站|中心|办公室)(?:[（(][^（）()]*[）)])?：$/u
const ORDERS = /[“”《》]|如下|下列|以下|将|修改|废止|通知/u
const DATE = new RegExp(`^(?:○|${NUMERAL})+年${NUMERAL}月${NUMERAL}日$`, 'u')
const BEHIND = /^(?:（[^）]*(?:公开|印发|联系人)[^）]*）|附件.*|抄送.*)$/u
/** What ends a notice and says nothing. */
const CLOSES =
  /^(?:特此(?:通知|公告|通告|更正|批复|函复|函告|复函|说明|决定|报告)|此[复告函]|请遵照执行|请认真贯彻执行)[。！]?$/u
/** Signs of a signature. */
const SIGNATURE = 50
/** What orders something, or has a number of its own. */
const NO_HEAD = new RegExp(
  `[“”"《》，]|^(?:${PART_MARK}|${ITEM_MARK})|^\\d+[.、]|修改|改为|删|废止|增加|延续|延长|停止|\\b(?:replace|substitut|delet|omit|repeal|revok|insert|strik|amended)`,
  'iu',
)
const NO_SIGNATURE = new RegExp(`[“”《》]|^${PART_MARK}|^\\d`, 'u')

/** Which sentences of a notice are its letterhead, number, title, addressees, signature and date, by their order. */
export function frameOf(sentences: readonly string[], text: string): ReadonlySet<number> {
  const frame = new Set<number>()
  const { title, number } = headOf(text)
  const named = [title, number].flatMap((words) => (words === undefined ? [] : [plainWords(words)]))
  const head = sentences.slice(0, HEAD)
  let last = Math.max(-1, ...named.map((words) => head.indexOf(words)))
  for (let i = 0; i <= last; i++) if (!ENDED.test(sentences[i]!)) frame.add(i)
  if (named.length === 0)
    while (last + 1 < Math.min(HEAD, sentences.length) && isHeadLine(sentences[last + 1]!)) frame.add(++last)
  const next = sentences[last + 1]
  if (next !== undefined && ADDRESSEE.test(next) && !ORDERS.test(next)) frame.add(++last)
  for (const [i, sentence] of sentences.entries()) if (i > last && CLOSES.test(sentence)) frame.add(i)
  let end = sentences.length - 1
  while (end > last && BEHIND.test(sentences[end]!)) frame.add(end--)
  if (end > last && isSignature(sentences[end]!) && ADDRESSEE.test(`${sentences[end]!}：`)) frame.add(end--)
  if (!isDateLine(sentences[end] ?? '') || end <= last) return frame
  frame.add(end--)
  while (end > last && isSignature(sentences[end]!)) frame.add(end--)
  return frame
}

/** Whether a line above everything else names who issues the notice, or the notice. */
function isHeadLine(sentence: string): boolean {
  return !ENDED.test(sentence) && sentence.length <= SIGNATURE && !NO_HEAD.test(sentence)
}

/** Whether a line is the date of a document alone. */
export function isDateLine(line: string): boolean {
  return DATE.test(line)
}

/** Whether a line may be the name of who signs. */
export function isSignature(sentence: string): boolean {
  return !ENDED.test(sentence) && sentence.length <= SIGNATURE && !NO_SIGNATURE.test(sentence)
}
