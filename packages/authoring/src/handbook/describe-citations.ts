import type { Citation, Text } from '@tiaoli/engine'
import { cite, type Plan } from '@tiaoli/engine/plan'
import { citationName } from './instrument-name.ts'
import { line, type Line } from './line.ts'

type Citing = Parameters<typeof cite>[1]

/** The sources of a requirement or a value: whole sentences of the document, articles with their evidence. */
export function describeCitations(plan: Plan, citing: Citing): Line<Text>[] {
  const lines = cite(plan, citing, undefined).map((citation) => describeCitation(plan, citation, citation.sentence))
  // Clauses of one sentence cite the same.
  return lines.filter((one, i) => lines.findIndex(({ text }) => text.zh === one.text.zh) === i)
}

/** The first of them with no more than the words quoted, so that clauses of one sentence differ. */
export function describeQuote(plan: Plan, citing: Citing): Text {
  const citation = cite(plan, citing, undefined)[0]!
  return describeCitation(plan, citation, citation.quote).text
}

function describeCitation(plan: Plan, citation: Citation, clause: Text | undefined): Line<Text> {
  const { kind, quote, evidenceLabel } = citation
  const name = citationName(plan, citation)
  if (kind === 'clause') return line(`${name.zh}：${clause!.zh}`, `${name.en}: ${clause!.en}`)
  const words = quote ? { zh: `：“${quote.zh}”`, en: `: “${quote.en}”` } : { zh: '', en: '' }
  return line(`${name.zh}${words.zh}（${evidenceLabel!.zh}）`, `${name.en}${words.en} (${evidenceLabel!.en})`)
}
