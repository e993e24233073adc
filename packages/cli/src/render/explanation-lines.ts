import type { Finding } from '@tiaoli/engine'
import { FORCE_WORDS } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { citationText } from './citation-lines.ts'
import { findingLines } from './finding-lines.ts'
import { traceLines } from './trace-lines.ts'

/** Why a finding has its status: the clause, the reasons, the parameters and every step. */
export function explanationLines(context: Context, finding: Finding, subject: string): string[] {
  const { out, texts, language } = context
  const words = texts.explain
  const { title, requirement, period, citations, dutyBearer, supervisor, force, parameters, trace } = finding
  const year = period === undefined ? '' : ` ${period}`
  return [
    `\n${out.paint('bold', `${title[language]}${year}`)} ${out.paint('dim', `[${requirement}]`)}`,
    ...citations.map((citation) => `  ${citationText(context, citation)}`),
    `  ${words.bearer(dutyBearer.label[language], FORCE_WORDS[force][language], supervisor?.label[language])}`,
    '',
    ...findingLines(context, finding, subject),
    ...(parameters.length > 0 ? ['', `  ${out.paint('bold', words.parameters)}`] : []),
    ...parameters.map(
      ({ parameter, label, text, source, assumed, citations: from }) =>
        `    ${words.use(label[language], parameter, text[language], [words.sources[source], ...(assumed ? [words.assumed] : []), ...from.map(({ id }) => id)])}`,
    ),
    '',
    `  ${out.paint('bold', words.steps)}`,
    ...(trace ?? []).flatMap((part) => traceLines(context, part)),
  ]
}
