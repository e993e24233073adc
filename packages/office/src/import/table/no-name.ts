import type { Cell } from '../../workbook.ts'
import { dateIn } from '../../values/read-date.ts'
import { keyOf, withoutBrackets } from '../../values/words.ts'

const TOTAL = /^(?:总数|总?共|共有|共计|总计|合计|(?:grand)?total):?\d/
const SENTENCE = /[。;:!?,]/
/** Many words and a full stop. */
const ENGLISH_SENTENCE = /^(?:\S+\s+){4,}\S+[.!?]$/
const DAY_IN_WORDS = /\d{4}年|年\d{1,2}月/
const SAMPLE =
  /^(?:此行|本行|该行)?(?:为|是)?(?:填写|填表|填报)?(?:示例|样例|范例|样表|例)(?:行|数据)?(?:$|[,:;。.]|请|勿|仅)|^(?:sample|example)(?:row)?$/
const NUMBER = /^\d+(?:\.\d+)?$/

/** Whether a text counts what stands above it: 共2家. */
export function isTotal(text: string): boolean {
  return TOTAL.test(keyOf(text))
}

/** Whether a text says that its row shows how to fill in the form: 样表, 填写示例，请删除. */
export function isSample(text: string): boolean {
  return SAMPLE.test(keyOf(text).replaceAll(/[()[\]【】]/g, ''))
}

/** Whether what a cell holds is no name of anything: a number, a date, a total, a sentence. */
export function isNoName({ kind, text }: Pick<Cell, 'kind' | 'text'>): boolean {
  if (kind === 'number' || kind === 'date' || kind === 'truth' || isTotal(text)) return true
  // A name may have a day behind it, in brackets.
  const key = withoutBrackets(keyOf(text))
  if (NUMBER.test(key) || dateIn(key) !== undefined) return true
  if (ENGLISH_SENTENCE.test(text.trim())) return true
  return /\p{Script=Han}/u.test(key) && (SENTENCE.test(key) || DAY_IN_WORDS.test(key))
}
