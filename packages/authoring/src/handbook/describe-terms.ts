import type { Text } from '@tiaoli/engine'
import { partsOf, type Derived, type Fact, type Node } from '@tiaoli/engine/plan'
import { describeExpression } from './describe-expression.ts'
import { line, type Line } from './line.ts'

/** The derived facts that are named in conditions and formulas, not those behind them. */
export function termsIn(nodes: readonly Node[]): Derived[] {
  const facts = nodes.flatMap((node): Fact[] => (node.kind === 'fact' ? [node.fact] : factsBelow(node)))
  return [...new Set(facts)].filter((fact) => fact.kind === 'derived')
}

function factsBelow(node: Node): Fact[] {
  return partsOf(node).flatMap((part) => (part.kind === 'fact' ? [part.fact] : factsBelow(part)))
}

export function describeTerm({ label, formula }: Derived): Line<Text> {
  return line(`${label.zh}：`, `${label.en}:`, [describeExpression(formula)])
}
