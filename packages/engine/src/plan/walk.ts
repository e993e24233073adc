import type { ConditionNode, Expression } from './expression.ts'
import type { PlannedRequirement } from './plan.ts'

/** A condition or an expression. */
export type Node = ConditionNode | Expression

/** What a node is directly made of. A derived fact is not opened: see `everythingIn`. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.children
    case 'not':
      return [node.child]
    case 'leaf':
      return node.right.kind === 'list' ? [node.left] : [node.left, node.right]
    case 'when':
      return [node.condition]
    case 'aggregate':
      return [node.where, node.holds, node.of].filter((part) => part !== undefined)
    case 'arithmetic':
      return node.operands
    default:
      return []
  }
}

/** Every node that the roots depend on, derived facts opened, each once. `open` may leave a node unopened. */
export function* everythingIn(roots: readonly Node[], open: (node: Node) => boolean = () => true): Generator<Node> {
  const seen = new Set<Node>()
  const waiting = [...roots]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    yield node
    if (!open(node)) continue
    waiting.push(...partsOf(node))
    if (node.kind === 'fact' && node.fact.kind === 'derived') waiting.push(node.fact.formula)
  }
}

type Conditions = Pick<PlannedRequirement, 'steps' | 'at' | 'due' | 'achievedOn' | 'unless' | 'figures' | 'notes'>

type Texts = Pick<PlannedRequirement, 'title' | 'problem' | 'remedy' | 'unless' | 'notes'>

/** All conditions and expressions of a requirement but those that its texts show. */
export function nodesOf({ steps, at, due, achievedOn, unless, figures, notes }: Conditions): Node[] {
  return [
    ...steps.map(({ condition }) => condition),
    at,
    due,
    achievedOn,
    ...unless.map(({ on }) => on),
    ...figures.map(({ expression }) => expression),
    ...notes.map(({ when }) => when),
  ].filter((node) => node !== undefined)
}

/** What the texts of a requirement show. */
export function shownBy({ title, problem, remedy, unless, notes }: Texts): Node[] {
  return [title, problem, remedy, ...[...unless, ...notes].flatMap((part) => [part.text, part.remedy])].flatMap(
    (text) => text?.placeholders.map(({ expression }) => expression) ?? [],
  )
}

/** The conditions directly below one; none below a leaf. */
export function subconditionsOf(node: ConditionNode): readonly ConditionNode[] {
  if (node.kind === 'leaf') return []
  return node.kind === 'not' ? [node.child] : node.children
}
