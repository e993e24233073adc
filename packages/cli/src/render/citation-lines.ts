import { instrumentName } from '@tiaoli/authoring'
import type { Citation, Finding } from '@tiaoli/engine'
import type { Context } from '../context.ts'

/** The clauses behind a finding, quoted, or if none the outside instruments. */
export function citationLines(context: Context, { citations }: Finding): string[] {
  const clauses = citations.filter(({ kind }) => kind === 'clause')
  return (clauses.length > 0 ? clauses : citations).map((citation) => citationText(context, citation))
}

/** A citation in full: the clause's id and quote, or the instrument's title, article and grade of evidence. */
export function citationText({ out, language }: Context, citation: Citation): string {
  const { id, title, article, quote, evidence, evidenceLabel } = citation
  const name = title ? instrumentName(title, article)[language] : id
  const unverified = evidence === 'to-be-verified' && evidenceLabel ? ` [${evidenceLabel[language]}]` : ''
  return `${out.paint('cyan', '§')} ${name}${unverified}${quote ? `  ${quote[language]}` : ''}`
}
