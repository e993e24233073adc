import type { ConditionNode, Expression, LeafNode } from '@tiaoli/engine/plan'

/** What a fact, a parameter or a fact of the engine's own is called in the pack. */
export function factName(expression: Expression): string {
  switch (expression.kind) {
    case 'fact':
      return expression.fact.name
    case 'parameter':
      return expression.parameter.name
    case 'context':
      return expression.name
    default:
      throw new TypeError(`a formula (${expression.kind}) has no name in a condition`)
  }
}

/**
 * The condition behind `{ "condition": … }` where it is asked at the same record, so that its names mean the same.
 * A named condition of another record is a fact like any other.
 */
export function namedCondition({ left, named }: LeafNode): ConditionNode | undefined {
  if (!named || left.kind !== 'fact' || left.route.steps.length > 0 || left.fact.kind !== 'derived') return undefined
  return left.fact.formula.kind === 'when' ? left.fact.formula.condition : undefined
}
