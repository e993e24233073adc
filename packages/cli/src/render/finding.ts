import { type Citation, type Finding, REASON_WORDS, SEVERITY_WORDS, STATUS_WORDS } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { statusMark } from './status.ts'

/** More are in `--json`. */
const MISSING_SHOWN = 8

/** A finding in a few lines: what it is, why, by when, and what would cure it. */
export function findingLines(context: Context, finding: Finding, headline: string): string[] {
  const { out, texts, language } = context
  const { status, severity, due, daysLate, exception, because, missing, notes, cure, cures, figures } = finding
  const words = texts.finding
  const facts = [
    STATUS_WORDS[status][language],
    ...(severity ? [SEVERITY_WORDS[severity][language]] : []),
    ...(finding.reasons ?? []).map((reason) => REASON_WORDS[reason][language]),
    ...(due === undefined ? [] : [words.due(due)]),
    ...(daysLate === undefined ? [] : [words.late(daysLate)]),
  ]
  const indented = (label: string, text: string) => `      ${out.paint('dim', label)} ${text}`
  return [
    `  ${statusMark(out, status)} ${headline}  ${out.paint('dim', facts.join(' · '))}`,
    ...(exception ? [indented(words.exception, exception.text[language])] : []),
    ...because.map(({ text }) => indented(words.because, text[language])),
    ...missing
      .slice(0, MISSING_SHOWN)
      .map(({ label, pointer, text }) =>
        indented(
          words.missing,
          `${(text ?? label)[language]}${pointer === undefined ? '' : ` ${out.paint('dim', pointer)}`}`,
        ),
      ),
    ...(missing.length > MISSING_SHOWN ? [indented(words.missing, words.more(missing.length - MISSING_SHOWN))] : []),
    ...figures.map(({ label, value, unit }) =>
      indented(
        words.figure,
        `${label[language]}: ${value === undefined ? words.notGiven : value === null ? words.none : value}${unit && value !== undefined && value !== null ? ` ${unit[language]}` : ''}`,
      ),
    ),
    ...notes.map(({ text }) => indented(words.note, text[language])),
    ...(cure ? [indented(words.cure, cure[language])] : []),
    ...cures.map(({ changes, leadsTo }) =>
      indented(
        words.change,
        `${changes.map(({ text }) => text[language]).join(words.and)} → ${STATUS_WORDS[leadsTo][language]}`,
      ),
    ),
  ]
}

/** A citation in full: the clause's id and words, or the instrument's title and article. */
export function citationText({ language }: Context, { id, title, article, quote, evidence }: Citation): string {
  const name = title ? `${title[language]}${article === undefined ? '' : ` ${article}`}` : id
  const open = evidence === 'to-be-verified' ? ' 待核' : ''
  return `${name}${open}${quote ? `  ${quote[language]}` : ''}`
}
