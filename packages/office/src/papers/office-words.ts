import { formatDayInChinese, parseDay } from '@tiaoli/engine/plan'

/** How it is said of a day that it comes before or after the day of the report. */
const ABOUT_THE_DAY = [
  ['晚于', '已过', '未到'],
  ['不晚于', '未过', '已到'],
  ['早于', '未到', '已过'],
  ['不早于', '已到', '未过'],
] as const

const DAY_IN_ENGLISH = '(\\d{4}-\\d{2}-\\d{2})'
const IS_AFTER = new RegExp(`^The evaluation date is ${DAY_IN_ENGLISH}, (on or )?after (?:the )?(.+) \\((.+)\\)$`)
const IS_BEFORE = new RegExp(`^The evaluation date is ${DAY_IN_ENGLISH}, (on or )?before (?:the )?(.+) \\((.+)\\)$`)

/** The same of what is compared with the day of the report in an English sentence. */
function comparedInEnglish(text: string): string | undefined {
  const [, after, on, passed, was] = IS_AFTER.exec(text) ?? []
  if (after !== undefined) return `The ${passed} (${was}) ${on ? 'had come by' : 'was past on'} ${after}`
  const [, before, orOn, coming, is] = IS_BEFORE.exec(text) ?? []
  return before === undefined
    ? undefined
    : `The ${coming} (${is}) was ${orOn ? 'not past' : 'still to come'} on ${before}`
}

/**
 * A sentence of the engine as an office says it: what is compared with the day of the report is past by that day or
 * not, and the day is called by its date, for 评价日期 is no word of papers.
 */
export function inOfficeWords(text: string, asOf: string): string {
  const day = formatDayInChinese(parseDay(asOf)!)
  for (const [than, ifDay, ifOther] of ABOUT_THE_DAY) {
    const before = new RegExp(`^评价日期为${day}，${than}(.+)（([^（）]+)）$`).exec(text)
    if (before) return `${before[1]}为${before[2]}，截至${day}${ifDay}`
    const after = new RegExp(`^(.+)，${than}评价日期（${day}）$`).exec(text)
    if (after) return `${after[1]}，截至${day}${ifOther}`
  }
  const compared = comparedInEnglish(text)
  if (compared !== undefined) return compared
  return text
    .replaceAll(/the evaluation date \((\d{4}-\d{2}-\d{2})\)/gi, '$1')
    .replaceAll(/the evaluation date is /gi, 'the day of this report is ')
    .replaceAll('the evaluation date', 'the day of this report')
    .replaceAll(`评价日期（${day}）`, day)
    .replaceAll(`评价日期是${day}`, `情况截至${day}`)
    .replaceAll(new RegExp(`评价日期为?(?=${day})`, 'g'), '')
    .replaceAll('评价日期', day)
}
