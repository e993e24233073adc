import { everythingIn, isOrder, type ConditionNode, type Node, type OrderName, type Plan } from '@tiaoli/engine/plan'
import { lint } from '../../lint.ts'
import { citedParts } from './cited-parts.ts'
import { isBound, quotedBounds, type QuotedBound } from './quoted-bounds.ts'
import { writtenValues } from './written-values.ts'

type Leaf = Extract<ConditionNode, { kind: 'leaf' }>

/** A quote bounds the number it names wherever the part that cites it compares with that number. */
export const wordingOperator = lint({ 'wording-operator': 'warning' }, function* ({ plan, places }) {
  for (const requirement of plan.requirements) {
    if (requirement.pack !== plan.pack.id) continue
    const { id } = requirement
    for (const { name, citing, roots } of citedParts(requirement)) {
      const bounds = quotedBounds(plan, citing)
      const leaves = [...everythingIn(roots)]
      for (const { leaf, value, words } of leaves.flatMap((node) => wrongSides(plan, node, bounds)))
        yield {
          code: 'wording-operator',
          about: id,
          place: places.condition(leaf) ?? places.named('requirement', id),
          message: {
            zh: `“${name}”以 ${leaf.operator} 与 ${value} 比较，所引原文为“${words}”。请改正运算符（“以上”“以下”“以内”包括本数）。`,
            en: `${name} compares with ${value} by ${leaf.operator}, the source says ${words}. Correct the operator (以上, 以下 and 以内 include the number itself).`,
          },
        }
    }
  }
})

interface WrongSide {
  leaf: Leaf
  value: string
  words: string
}

/** The bounds whose value is in a leaf on the wrong side of its operator. */
function wrongSides(plan: Plan, leaf: Node, own: readonly QuotedBound[]): WrongSide[] {
  if (leaf.kind !== 'leaf') return []
  return [
    { end: leaf.right, side: sideOf(leaf, false) },
    { end: leaf.left, side: sideOf(leaf, true) },
  ].flatMap(({ end, side }) =>
    (end.kind === 'list' ? [] : writtenValues(plan, end)).flatMap((written) =>
      [...own, ...written.bounds]
        .filter((bound) => side && isBound(bound, written) && bound.side !== side)
        .map(({ words }) => ({ leaf, value: written.value, words })),
    ),
  )
}

/** The side of the line that an order draws on which the literal to its right lies. */
const LITERAL_SIDES: Readonly<Record<OrderName, QuotedBound['side']>> = {
  greaterThanInclusive: 'above',
  lessThan: 'above',
  lessThanInclusive: 'below',
  greaterThan: 'below',
}

function sideOf({ parsed: { operator, decorators } }: Leaf, flipped: boolean): QuotedBound['side'] | undefined {
  const side = isOrder(operator) ? LITERAL_SIDES[operator] : undefined
  // 5 <= x is x >= 5; a negation draws the same line.
  const swaps = decorators.filter((name) => name === 'swap').length + Number(flipped)
  if (!side || swaps % 2 === 0) return side
  return side === 'above' ? 'below' : 'above'
}
