import type { Frame } from '../evaluate/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import { describe } from '../load/resolve-operand.ts'
import type { ConditionNode, LeafNode } from '../model/expression.ts'
import { childrenOf } from '../model/walk.ts'
import type { Trace, TraceNode } from '../report.ts'
import { innerCondition, sidesOf } from './because.ts'
import { Memo } from './memo.ts'
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
    const leaf = leaves.get(node, subject, frame, () => leafNode(node, subject, frame))
    const inner = innerCondition(node, subject, frame)
    return inner && this.#opens(inner.node, inner.subject)
      ? { ...leaf, from: this.node(inner.node, inner.subject) }
      : leaf
  }

  #opens(node: ConditionNode, subject: Subject): boolean {
    const subjects = this.#opened.get(node) ?? new Set()
    if (subjects.has(subject)) return false
    this.#opened.set(node, subjects.add(subject))
    return true
  }
}

type TraceLeaf = Extract<TraceNode, { kind: 'leaf' }>

/** Made once for a leaf at a record: many requirements ask through the same named conditions. */
const leaves = new Memo<TraceLeaf>()

function leafNode(leaf: LeafNode, subject: Subject, frame: Frame): TraceLeaf {
  const actual = leaf.left.run(subject, frame)
  const expected = leaf.right.kind === 'list' ? undefined : leaf.right.run(subject, frame)
  const holds = leaf.run(subject, frame)
  return {
    kind: 'leaf',
    holds: holds ?? null,
    fact: describe(leaf.left).name,
    operator: leaf.operator,
    ...sidesOf(leaf, subject, frame),
    text: sentenceOf(leaf, actual, expected, holds),
  }
}
