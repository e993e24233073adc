import type { Text } from '@tiaoli/engine'
import { claimOf, type ConditionNode } from '@tiaoli/engine/plan'
import { line, type Line } from './line.ts'

/** A condition in words; groups become lists. `holds` false says the opposite. */
export function describeCondition(node: ConditionNode, holds = true): Line<Text> {
  switch (node.kind) {
    case 'leaf':
      return { text: claimOf(node, holds), below: [] }
    case 'not':
      return describeCondition(node.child, !holds)
    default:
      return describeGroup(node.kind, node.children, holds)
  }
}

/** What is not all is any of the opposites, and the other way round. */
function describeGroup(kind: 'all' | 'any', children: readonly ConditionNode[], holds: boolean): Line<Text> {
  const [only] = children
  if (only && children.length === 1) return describeCondition(only, holds)
  const below = children.map((child) => describeCondition(child, holds))
  return (kind === 'all') === holds
    ? line('以下各项都成立：', 'all of these hold:', below)
    : line('以下至少一项成立：', 'at least one of these holds:', below)
}
