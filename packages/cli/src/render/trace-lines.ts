import type { Trace, TraceNode } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

type TraceLeaf = Extract<TraceNode, { kind: 'leaf' }>

/** Every condition that was evaluated, with its result; an exception by its words where they are given, or by its id. */
export function traceLines(
  context: Context,
  { part, exception, node }: Trace,
  words?: (exception: string) => string | undefined,
): string[] {
  const { out, texts } = context
  const named = exception === undefined ? [] : [words?.(exception) ?? exception]
  const name = [texts.explain.parts[part], ...named].join(' ')
  return [`    ${out.paint('underline', name)}`, ...nodeLines(context, node, 3)]
}

function nodeLines(context: Context, node: TraceNode, depth: number): string[] {
  const { out, texts, language } = context
  const margin = '  '.repeat(depth)
  const mark = holdsMark(context, node.holds)
  if (node.kind !== 'leaf')
    return [
      `${margin}${mark} ${texts.explain.nodes[node.kind]}`,
      ...node.children.flatMap((child) => nodeLines(context, child, depth + 1)),
    ]
  return [
    `${margin}${mark} ${node.text[language]} ${out.paint('dim', `(${conditionText(context, node)})`)}`,
    ...(node.from ? nodeLines(context, node.from, depth + 1) : []),
  ]
}

/** What the pack asks there: the names of the files, the operator in words. */
function conditionText({ language }: Context, { fact, operatorText, ...other }: TraceLeaf): string {
  const { expected, expectedFact, parameter } = other
  const asked = parameter === undefined ? expectedFact : `parameters.${parameter}`
  return `${fact} ${operatorText[language]} ${asked ?? JSON.stringify(expected)}`
}

function holdsMark({ out }: Context, holds: boolean | null): string {
  if (holds === null) return out.paint('yellow', '?')
  return holds ? out.paint('green', '✓') : out.paint('red', '✗')
}
