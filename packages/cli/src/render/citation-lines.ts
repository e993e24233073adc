import { citationName } from '@tiaoli/authoring'
import type { Citation } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

/** The clauses behind a finding in whole sentences, or if none the outside instruments. */
export function citationLines(context: Context, plan: Plan, citations: readonly Citation[]): string[] {
  const clauses = citations.filter(({ kind, gives }) => kind === 'clause' && !gives)
  const others = clauses.length > 0 ? citations.filter(({ kind, gives }) => kind === 'clause' || gives) : citations
  return allCitationLines(context, plan, others)
}

/** Every citation in full, and clauses of one sentence once. */
export function allCitationLines(context: Context, plan: Plan, citations: readonly Citation[]): string[] {
  return [...new Set(citations.map((citation) => citationText(context, plan, citation)))]
}

/** What is cited, its grade of evidence, and the words: a whole sentence of the document, or what is quoted. */
function citationText({ out, language }: Context, plan: Plan, citation: Citation): string {
  const { quote, sentence = quote, evidence, evidenceLabel, gives = [], givesNoMore = [] } = citation
  const unverified = evidence === 'to-be-verified' && evidenceLabel ? ` [${evidenceLabel[language]}]` : ''
  const numbers = [...gives, ...givesNoMore].map(({ text }) => `  [${text[language]}]`).join('')
  const name = citationName(plan, citation)[language]
  return `${out.paint('cyan', '§')} ${name}${unverified}${sentence ? `  ${sentence[language]}` : ''}${numbers}`
}
