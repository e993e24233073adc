import type { Text } from '@tiaoli/engine'
import { cite, type Plan } from '@tiaoli/engine/plan'
import { instrumentName } from './instrument-name.ts'
import { line, type Line } from './line.ts'

type Citing = Parameters<typeof cite>[1]

/** The sources of a requirement or a value: clauses verbatim, articles with their evidence. */
export function describeCitations(plan: Plan, citing: Citing): Line<Text>[] {
  return cite(plan, citing, undefined).map(({ kind, id, title, article, quote, evidenceLabel }) => {
    if (kind === 'clause') return line(`${id} ${quote!.zh}`, `${id} ${quote!.en}`)
    const name = instrumentName(title!, article)
    const words = quote ? { zh: `：“${quote.zh}”`, en: `: “${quote.en}”` } : { zh: '', en: '' }
    return line(`${name.zh}${words.zh}（${evidenceLabel!.zh}）`, `${name.en}${words.en} (${evidenceLabel!.en})`)
  })
}
