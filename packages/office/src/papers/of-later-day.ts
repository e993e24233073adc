import type { Finding } from '@tiaoli/engine'
import { dayText, problemOf } from './paper-lines.ts'
import type { PaperSource } from './paper.ts'

/** Whether it rests on how things stood after the day of the report: what nobody may be told before it was checked. */
export function isOfLaterDay({ restsOnLaterDay }: Finding): boolean {
  return restsOnLaterDay !== undefined
}

/** What there is to check of such a finding. */
export function askedOfDay(finding: Finding, source: PaperSource): string {
  const { language, report } = source
  const day = dayText(report.receipt.asOf, language)
  const problem = problemOf(finding, source)
  return language === 'zh'
    ? `请核实截至${day}是否也是如此：${problem}`
    : `Please check whether it was so on ${day} too: ${problem}`
}
