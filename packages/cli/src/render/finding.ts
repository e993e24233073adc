import { type Citation, type Finding, type Missing, REASON_WORDS, SEVERITY_WORDS, STATUS_WORDS } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { statusMark } from './status.ts'

/** More are in `--json`. */
const MISSING_SHOWN = 8

/** A finding in a few lines: what it is, why, by when, and how to remedy it. */
export function findingLines(
  context: Context,
  finding: Finding,
  headline: string,
  cited: readonly string[] = [],
): string[] {
  const { out, texts, language } = context
  const { status, severity, due, daysLate, exception, reasons, missing, notes, remedy, whatIf, figures } = finding
  const words = texts.finding
  const facts = [
    STATUS_WORDS[status][language],
    ...(severity ? [SEVERITY_WORDS[severity][language]] : []),
    ...(finding.unknownReasons ?? []).map((reason) => REASON_WORDS[reason][language]),
    ...(due === undefined ? [] : [words.due(due)]),
    ...(daysLate === undefined ? [] : [words.late(daysLate)]),
  ]
  const indented = (label: string, text: string) => `      ${out.paint('dim', label)} ${text}`
  return [
    `  ${statusMark(out, status)} ${headline}  ${out.paint('dim', facts.join(' · '))}`,
    ...cited.map((line) => `      ${line}`),
    ...(exception ? [indented(words.exception, exception.text[language])] : []),
    // What bears on several parts of a requirement is one reason to who reads it.
    ...[...new Set(reasons.map(({ text }) => text[language]))].map((text) => indented(words.because, text)),
    ...missingLines(context, missing).map((line) => `      ${line}`),
    ...figures.map(({ label, text }) => indented(words.figure, `${label[language]}${words.colon}${text[language]}`)),
    ...notes.map(({ text }) => indented(words.note, text[language])),
    ...(remedy ? [indented(words.remedy, remedy[language])] : []),
    ...whatIf.map(({ changes, leadsTo }) =>
      indented(
        words.change,
        `${changes.map(({ text }) => text[language]).join(words.and)} → ${STATUS_WORDS[leadsTo][language]}`,
      ),
    ),
  ]
}

/** What to put right, to fill in or to decide, the first of it. What was given wrongly comes before anything to add. */
export function missingLines(context: Context, missing: readonly Missing[]): string[] {
  const { out, texts } = context
  const words = texts.finding
  const wrongFirst = missing.toSorted((a, b) => Number(b.reason === 'conflict') - Number(a.reason === 'conflict'))
  const lines = wrongFirst
    .slice(0, MISSING_SHOWN)
    .map((item) => `${out.paint('dim', words.missing[item.reason])} ${missingText(context, item)}`)
  const more = missing.length - MISSING_SHOWN
  return more > 0 ? [...lines, `${out.paint('dim', words.missing.missing_fact)} ${words.more(more)}`] : lines
}

function missingText({ out, texts, language }: Context, { reason, label, text, pointer }: Missing): string {
  const sentence = (text ?? label)[language]
  const told = reason === 'conflict' ? texts.finding.contradicts(sentence, label[language]) : sentence
  return pointer === undefined ? told : `${told} ${out.paint('dim', pointer)}`
}

/** What a finding rests on: the clauses in their own words; where there are none, the outside instruments. */
export function citationLines(context: Context, { citations }: Finding): string[] {
  const clauses = citations.filter(({ kind }) => kind === 'clause')
  return (clauses.length > 0 ? clauses : citations).map((citation) => citationText(context, citation))
}

/** A citation in full: the clause's id and words, or the instrument's title, article and evidence. */
export function citationText({ out, language }: Context, citation: Citation): string {
  const { id, title, article, quote, evidence, evidenceLabel } = citation
  const name = title ? `${title[language]}${article === undefined ? '' : ` ${article}`}` : id
  const open = evidence === 'to-be-verified' && evidenceLabel ? ` [${evidenceLabel[language]}]` : ''
  return `${out.paint('cyan', '§')} ${name}${open}${quote ? `  ${quote[language]}` : ''}`
}
