import { type Finding, type Trace, type TraceNode, FORCE_WORDS } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { citationText, findingLines } from './finding.ts'

/** Why a finding is what it is: the clause, the outcome and its reasons, every step, and the numbers behind it. */
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
      ({ label, value, source, assumed, citations: from }) =>
        `    ${label[language]} = ${value} (${words.sources[source]}${assumed ? `, ${words.assumed}` : ''}${from.length > 0 ? `, ${from.map(({ id }) => id).join(', ')}` : ''})`,
    ),
    '',
    `  ${out.paint('bold', words.steps)}`,
    ...(trace ?? []).flatMap((part) => traceLines(context, part)),
  ]
}

/** Everything that was asked, and each answer. */
export function traceLines(context: Context, { part, exception, node }: Trace): string[] {
  const { out, texts } = context
  const name = exception === undefined ? texts.explain.parts[part] : `${texts.explain.parts[part]} ${exception}`
  return [`    ${out.paint('underline', name)}`, ...nodeLines(context, node, 3)]
}

function nodeLines(context: Context, node: TraceNode, depth: number): string[] {
  const { texts, language } = context
  const margin = '  '.repeat(depth)
  const sign = holdsSign(context, node.holds)
  if (node.kind !== 'leaf')
    return [
      `${margin}${sign} ${texts.explain.nodes[node.kind]}`,
      ...node.children.flatMap((child) => nodeLines(context, child, depth + 1)),
    ]
  return [
    `${margin}${sign} ${node.text[language]} ${context.out.paint('dim', `(${node.fact} ${node.operator})`)}`,
    ...(node.from ? nodeLines(context, node.from, depth + 1) : []),
  ]
}

function holdsSign({ out }: Context, holds: boolean | null): string {
  if (holds === null) return out.paint('yellow', '?')
  return holds ? out.paint('green', '✓') : out.paint('red', '✗')
}
