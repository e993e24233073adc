import type { Frame } from '../evaluate/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import { describe } from '../load/resolve-operand.ts'
import type { ConditionNode } from '../model/expression.ts'
import { childrenOf } from '../model/walk.ts'
import type { Trace, TraceNode } from '../report.ts'
import { innerCondition, sidesOf } from './because.ts'
import { sentenceOf } from './sentence.ts'

/** Everything that was asked of one part, and what each answer was. */
export function traceOf(
  part: Trace['part'],
  node: ConditionNode,
  subject: Subject,
  frame: Frame,
  exception?: string,
): Trace {
  return { part, ...(exception === undefined ? {} : { exception }), node: new Walk(frame).node(node, subject) }
}

/** Opens each derived fact of a record where it is first met: opening it again would say nothing new, at any length. */
class Walk {
  readonly #frame: Frame
  readonly #opened = new Map<ConditionNode, Set<Subject>>()

  constructor(frame: Frame) {
    this.#frame = frame
  }

  node(node: ConditionNode, subject: Subject): TraceNode {
    const frame = this.#frame
    const holds = node.run(subject, frame) ?? null
    if (node.kind !== 'leaf')
      return { kind: node.kind, holds, children: childrenOf(node).map((child) => this.node(child, subject)) }
    const actual = node.left.run(subject, frame)
    const expected = node.right.kind === 'list' ? undefined : node.right.run(subject, frame)
    const inner = innerCondition(node, subject, frame)
    return {
      kind: 'leaf',
      holds,
      fact: describe(node.left).name,
      operator: node.operator,
      ...sidesOf(node, subject, frame),
      text: sentenceOf(node, actual, expected, holds ?? undefined),
      ...(inner && this.#opens(inner.node, inner.subject) ? { from: this.node(inner.node, inner.subject) } : {}),
    }
  }

  #opens(node: ConditionNode, subject: Subject): boolean {
    const subjects = this.#opened.get(node) ?? new Set()
    if (subjects.has(subject)) return false
    this.#opened.set(node, subjects.add(subject))
    return true
  }
}
