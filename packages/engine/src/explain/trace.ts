import type { Frame } from '../evaluate/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import { describe } from '../load/resolve-operand.ts'
import type { ConditionNode } from '../model/expression.ts'
import type { Trace, TraceNode } from '../report.ts'
import { expectedOf, innerCondition } from './because.ts'
import { sentenceOf } from './sentence.ts'
import { show } from './show.ts'

/** Everything that was asked of one part, and what each answer was. */
export function traceOf(
  part: Trace['part'],
  node: ConditionNode,
  subject: Subject,
  frame: Frame,
  exception?: string,
): Trace {
  return { part, ...(exception === undefined ? {} : { exception }), node: walk(node, subject, frame) }
}

function walk(node: ConditionNode, subject: Subject, frame: Frame): TraceNode {
  const holds = node.run(subject, frame) ?? null
  if (node.kind !== 'leaf') {
    const children = node.kind === 'not' ? [node.child] : node.children
    return { kind: node.kind, holds, children: children.map((child) => walk(child, subject, frame)) }
  }
  const actual = node.left.run(subject, frame)
  const expected = node.right.kind === 'list' ? undefined : node.right.run(subject, frame)
  const shown = show(node.left.type, actual)
  const inner = innerCondition(node, subject, frame)
  return {
    kind: 'leaf',
    holds,
    fact: describe(node.left).name,
    operator: node.operator,
    ...(shown === undefined ? {} : { actual: shown }),
    expected: expectedOf(node, subject, frame),
    text: sentenceOf(node, actual, expected, holds ?? undefined),
    ...(inner ? { from: walk(inner.node, inner.subject, frame) } : {}),
  }
}
