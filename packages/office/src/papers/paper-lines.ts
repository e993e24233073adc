import type { Finding, Text } from '@tiaoli/engine'
import { formatDayInChinese, isUnfounded, parseDay, shownDocument } from '@tiaoli/engine/plan'
import type { Language } from '@tiaoli/engine/names'
import { formattedDay } from '../write/number-formats.ts'
import type { CellValue } from '../write/table-sheet.ts'
import type { Deadline } from './deadline.ts'
import { inOfficeWords } from './office-words.ts'
import type { PaperSource } from './paper.ts'

/** A day as people write it. */
export function dayText(day: string, language: Language): string {
  return language === 'zh' ? formatDayInChinese(parseDay(day)!) : day
}

const DAY_FORMAT: Text = { zh: 'yyyy"年"m"月"d"日"', en: 'yyyy"-"mm"-"dd' }
const MARKED_FORMAT: Text = { zh: 'yyyy"年"m"月"d"日※"', en: 'yyyy"-"mm"-"dd"†"' }
/** Stands at a deadline that the text does not give. */
const ASSUMED: Text = { zh: '※', en: '†' }

/** A deadline as a day that can be sorted, marked where the text gives none. */
export function deadlineCell({ day, isOfText }: Deadline, language: Language): CellValue {
  const mark = isOfText ? '' : ASSUMED[language]
  const format = (isOfText ? DAY_FORMAT : MARKED_FORMAT)[language]
  return formattedDay(parseDay(day)!, format, dayText(day, language) + mark)
}

const ASSUMED_DAYS: Text = {
  zh: `带“${ASSUMED.zh}”的期限，文件未规定，按所设参数推算。`,
  en: `A day with ${ASSUMED.en} follows from a parameter: the text gives none.`,
}

/** What the mark at a deadline says, below a table that has one. */
export function deadlineRemark(rows: readonly (readonly CellValue[])[], language: Language): string[] {
  const isMarked = rows.flat().some((cell) => typeof cell === 'object' && cell.shown.endsWith(ASSUMED[language]))
  return isMarked ? [ASSUMED_DAYS[language]] : []
}

/** What stands below the title of a table: the day, the document, and what a reader has to know first. */
export function headLines(source: PaperSource): string[] {
  const { policy, report, language } = source
  const { document, pack } = policy.plan
  const title = document ? shownDocument(document)[language] : pack.title[language]
  const day = dayText(report.receipt.asOf, language)
  return [
    language === 'zh' ? `情况截至${day}；依据：${title}等。` : `As of ${day}, by ${title} and what it rests on.`,
    ...report.notices.map(({ text }) => inOfficeWords(text[language], source)),
  ]
}

/** What is wrong, with its year if the sentence may leave it out. */
export function problemOf(
  { problem, title, period }: Finding,
  source: PaperSource,
  language: Language = source.language,
): string {
  const text = problem ?? { zh: `未做到：${title.zh}。`, en: `Not done: ${title.en}.` }
  return inOfficeWords(inYear(text, period)[language], source)
}

/** What is asked for, with its year. */
export function titleOf({ title, period }: Finding, language: Language): string {
  return inYear(title, period)[language]
}

function inYear(text: Text, period: number | undefined): Text {
  if (period === undefined || text.zh.includes(String(period))) return text
  return { zh: `${period}年度：${text.zh}`, en: `${period}: ${text.en}` }
}

/** The reasons that decided; that the duty applies at all is background. */
export function pointOf({ reasons }: Finding, source: PaperSource): string {
  const { language } = source
  const decisive = reasons.filter(({ part }) => part !== 'applies')
  const point = decisive.length > 0 ? decisive : reasons
  return point.map(({ text }) => inOfficeWords(text[language], source)).join(language === 'zh' ? '；' : '; ')
}

const NOT_DUE: Text = { zh: '未到期', en: 'not due yet' }
const PUT_OFF: Text = { zh: '暂缓认定', en: 'put off' }
const OPEN: Text = { zh: '待核', en: 'to be found out' }

/**
 * How a duty stands: of what is still to be done, whether its day has not come or something puts it off. What rests on
 * nothing that anybody has seen is no fault of anybody before that is looked up.
 */
export function stateOf(finding: Finding, language: Language): string {
  const { status, exception, statusText } = finding
  if (status === 'unknown' || (status === 'not_met' && isUnfounded(finding))) return OPEN[language]
  if (status !== 'pending') return statusText[language]
  return (exception ? PUT_OFF : NOT_DUE)[language]
}
