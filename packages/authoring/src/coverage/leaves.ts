import type { ConditionNode, Expression, LeafNode } from '@tiaoli/engine/plan'
import { distinctLabels } from '../condition-labels.ts'
import { writtenCondition } from './written-condition.ts'

/** A leaf with the names that lead to it from the part of the pack that it is in. */
export interface NamedLeaf {
  readonly leaf: LeafNode
  readonly at: readonly string[]
}

export function leavesOf(node: ConditionNode): NamedLeaf[] {
  if (node.kind === 'leaf') return [{ leaf: node, at: [] }]
  const children = node.kind === 'not' ? [node.child] : node.children
  const labels = distinctLabels(children.map(writtenCondition))
  return children.flatMap((child, i) => leavesAt([labels[i]!], leavesOf(child)))
}

/** The leaves of the conditions inside a formula; a fact that it names is not opened. */
export function leavesInside(expression: Expression): NamedLeaf[] {
  if (expression.kind === 'when') return leavesOf(expression.condition)
  if (expression.kind === 'aggregate')
    return (['where', 'holds'] as const).flatMap((part) => {
      const condition = expression[part]
      return condition ? leavesAt([part], leavesOf(condition)) : []
    })
  if (expression.kind !== 'arithmetic') return []
  return expression.operands.flatMap((operand, i) => leavesAt([`${i + 1}`], leavesInside(operand)))
}

export function leavesAt(at: readonly string[], leaves: readonly NamedLeaf[]): NamedLeaf[] {
  return leaves.map((inner) => ({ leaf: inner.leaf, at: [...at, ...inner.at] }))
}
