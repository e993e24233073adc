import type { ConditionNode, Expression, LeafNode, PlannedRequirement } from '@tiaoli/engine/plan'

/** The leaves of a requirement's own conditions; derived facts are not opened. */
export function leavesOf({ steps }: PlannedRequirement): LeafNode[] {
  return steps.flatMap(({ condition }) => leavesBelow(condition))
}

function leavesBelow(node: ConditionNode): LeafNode[] {
  if (node.kind === 'leaf') return [node]
  return node.kind === 'not' ? leavesBelow(node.child) : node.children.flatMap(leavesBelow)
}

/** A leaf as its author wrote it. */
export function wordsOf({ left, operator, right }: LeafNode): string {
  const other = right.kind === 'list' ? 'a list' : sideOf(right)
  return `${sideOf(left)} ${operator} ${other}`
}

function sideOf(side: Expression): string {
  switch (side.kind) {
    case 'fact':
      return side.fact.name
    case 'parameter':
      return side.parameter.name
    case 'context':
      return side.name
    case 'constant':
      return side.type === 'date' ? 'a date' : JSON.stringify(side.value)
    default:
      return 'a formula'
  }
}
