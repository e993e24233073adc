import { describe, show, type Condition, type ConditionNode, type LeafNode } from '@tiaoli/engine/plan'

/** A resolved condition as it is written in JSON, so that leaves are called by the same names everywhere. */
export function writtenCondition(node: ConditionNode): Condition {
  if (node.kind === 'leaf') return leafOf(node)
  if (node.kind === 'not') return { not: writtenCondition(node.child) }
  const children = node.children.map(writtenCondition)
  return node.kind === 'all' ? { all: children } : { any: children }
}

function leafOf({ left, operator, right, named }: LeafNode): Condition {
  const { name } = describe(left)
  if (named) return { condition: name }
  if (right.kind === 'list')
    return { fact: name, operator, value: right.values.map((value) => show(left.type, value) ?? null) }
  if (right.kind === 'constant') return { fact: name, operator, value: show(left.type, right.value) ?? null }
  return { fact: name, operator, value: { fact: describe(right).name } }
}
