import type { Finding } from '@tiaoli/engine'
import { isUnverified } from '@tiaoli/engine/plan'
import { nameOf } from './basis.ts'
import { dayText, problemOf } from './paper-lines.ts'
import type { PaperSource } from './paper.ts'

/** Whether it rests on how things stood after the day of the report: what nobody may be told before it was checked. */
export function isOfLaterDay({ restsOnLaterDay }: Finding): boolean {
  return restsOnLaterDay !== undefined
}

/** What there is to check of a finding before anybody is told of it: how things stood on the day, or what nobody has seen. */
export function askedFirst(finding: Finding, source: PaperSource): string {
  return isOfLaterDay(finding) ? askedOfDay(finding, source) : askedOfWords(finding, source)
}

function askedOfDay(finding: Finding, source: PaperSource): string {
  const { language, report } = source
  const day = dayText(report.receipt.asOf, language)
  const problem = problemOf(finding, source)
  return language === 'zh'
    ? `请核实截至${day}是否也是如此：${problem}`
    : `Please check whether it was so on ${day} too: ${problem}`
}

function askedOfWords(finding: Finding, source: PaperSource): string {
  const { language } = source
  const unseen = finding.citations.filter((citation) => isUnverified(citation) && citation.gives === undefined)
  const places = new Set(unseen.map((citation) => nameOf(citation)[language]))
  const problem = problemOf(finding, source)
  return language === 'zh'
    ? `请核对${[...places].join('、')}的原文，看是否有此要求；有的，问题是：${problem}`
    : `Please look up whether the words of ${[...places].join(' and ')} require this; if so, the problem is: ${problem}`
}
