import { citationName } from '@tiaoli/authoring'
import type { Finding, Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { bearerText } from './bearer-text.ts'
import { allCitationLines } from './citation-lines.ts'
import { findingLines } from './finding-lines.ts'
import { traceLines } from './trace-lines.ts'

/** Why a finding has its status: the clause, the reasons, the parameters and every step. */
export function explanationLines(context: Context, plan: Plan, finding: Finding, subject: string): string[] {
  const { out, texts, language } = context
  const words = texts.explain
  const { title, requirement, period, citations, parameters, trace } = finding
  const year = period === undefined ? '' : ` ${period}`
  return [
    `\n${out.paint('bold', `${title[language]}${year}`)} ${out.paint('dim', `[${requirement}]`)}`,
    ...allCitationLines(context, plan, citations).map((line) => `  ${line}`),
    `  ${bearerText(context, finding)}`,
    '',
    ...findingLines(context, plan, finding, subject),
    ...(parameters.length > 0 ? ['', `  ${out.paint('bold', words.parameters)}`] : []),
    ...parameters.map(({ parameter, label, text, source, assumed, citations: from }) => {
      const cited = from.map((citation) => citationName(plan, citation)[language])
      const origin = [words.sources[source], ...(assumed ? [words.assumed] : []), ...new Set(cited)]
      return `    ${words.use(label[language], parameter, text[language], origin)}`
    }),
    '',
    `  ${out.paint('bold', words.steps)}`,
    ...(trace ?? []).flatMap((part) =>
      traceLines(context, part, (id) => exceptionText(plan, requirement, id)?.[language]),
    ),
  ]
}

function exceptionText(plan: Plan, requirement: string, exception: string): Text | undefined {
  const { unless = [] } = plan.requirements.find(({ id }) => id === requirement) ?? {}
  const found = unless.find(({ entry }) => entry.id === exception)
  return found && textWithoutRecord(plan, found.text)
}
