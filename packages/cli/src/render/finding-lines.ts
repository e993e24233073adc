import type { Finding } from '@tiaoli/engine'
import { REASON_WORDS, SEVERITY_WORDS, isBroken, isToBeChecked, type Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { allCitationLines } from './citation-lines.ts'
import { missingLines } from './missing-lines.ts'
import { findingMark } from './status-mark.ts'

/** A finding in a few lines: its status, its due date, what is wrong, the reasons, and how to remedy it. */
export function findingLines(
  context: Context,
  plan: Plan,
  finding: Finding,
  headline: string,
  source: readonly string[] = [],
): string[] {
  const { out, texts, language } = context
  const { status, statusText, severity, due, daysLate, exception, reasons, missing } = finding
  const { problem, notes, remedy, laterRules = [], whatIf, figures } = finding
  const words = texts.finding
  const facts = [
    statusText[language],
    ...(severity && isBroken(finding) && !isToBeChecked(finding) ? [SEVERITY_WORDS[severity][language]] : []),
    ...(finding.unknownReasons ?? []).map((reason) => REASON_WORDS[reason][language]),
    ...(due === undefined ? [] : [words.due(due)]),
    ...(daysLate === undefined || status === 'met_late' ? [] : [words.late(daysLate)]),
  ]
  const indented = (label: string, text: string) => `      ${out.paint('dim', label)} ${text}`
  return [
    `  ${findingMark(out, finding)} ${headline}  ${out.paint('dim', facts.join(' · '))}`,
    ...source.map((line) => `      ${line}`),
    ...(problem ? [indented(words.problem, problem[language])] : []),
    ...(exception ? [indented(words.exception, exception.text[language])] : []),
    // A fact that decides several parts of a requirement gives the same reason several times.
    ...[...new Set(reasons.map(({ text }) => text[language]))].map((text) => indented(words.because, text)),
    ...missingLines(context, missing).map((line) => `      ${line}`),
    ...figures.map(({ label, text }) => indented(words.figure, `${label[language]}${words.colon}${text[language]}`)),
    ...notes.map(({ text }) => indented(words.note, text[language])),
    ...(remedy ? [indented(words.remedy, remedy[language])] : []),
    ...laterRules.flatMap(({ text, citations }) => [
      indented(words.laterRule, text[language]),
      ...allCitationLines(context, plan, citations).map((line) => `        ${line}`),
    ]),
    ...whatIf.map(({ text }) => indented(words.whatIf, text[language])),
  ]
}
