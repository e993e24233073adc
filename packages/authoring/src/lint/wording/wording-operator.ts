import {
  everythingIn,
  formatDay,
  formatRate,
  isOrder,
  nodesOf,
  type Basis,
  type ConditionNode,
  type Expression,
  type Node,
  type OrderName,
  type Plan,
  type PlannedRequirement,
} from '@tiaoli/engine/plan'
import { parameterValues } from '../../encoding/parameter-values.ts'
import type { LintHit, LintContext } from '../lint.ts'
import { quotedBounds, quotedNumbers, quotesOf, type QuotedBound } from './quoted-bounds.ts'

type Code = 'wording-number' | 'wording-operator'
type Leaf = Extract<ConditionNode, { kind: 'leaf' }>

/** A quote bounds the number it names wherever the part that cites it compares with that number. */
export function* wordingOperator(context: LintContext): Generator<LintHit<Code>> {
  const { plan, places } = context
  for (const requirement of plan.requirements) {
    if (requirement.pack !== plan.pack.id) continue
    const { id } = requirement
    for (const { name, citing, roots } of citedParts(requirement)) {
      const nodes = [...everythingIn(roots)]
      const there = new Set(nodes.flatMap((node) => writtenValues(plan, node)).map(({ value }) => value))
      const absent = name === id ? quotesOf(plan, citing).flatMap(quotedNumbers) : []
      for (const { words, value } of absent.filter((bound) => !there.has(bound.value)))
        yield {
          code: 'wording-number',
          about: id,
          place: places.within('requirement', id, citing.clauses ? 'clauses' : 'basis'),
          message: {
            zh: `“${name}”引用了“${words}”，条件中却没有 ${value}。请补上，或改正出处。`,
            en: `${name} cites ${words} but has no ${value}. Add it or correct the source.`,
          },
        }
      const bounds = quotedBounds(plan, citing)
      for (const { leaf, value, words } of nodes.flatMap((node) => wrongSides(plan, node, bounds)))
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
}

interface WrongSide {
  leaf: Leaf
  value: string
  words: string
}

/** The bounds whose value stands in a leaf on the wrong side of its operator. */
function wrongSides(plan: Plan, leaf: Node, own: readonly QuotedBound[]): WrongSide[] {
  if (leaf.kind !== 'leaf') return []
  return [
    { end: leaf.right, side: sideOf(leaf, false) },
    { end: leaf.left, side: sideOf(leaf, true) },
  ].flatMap(({ end, side }) =>
    (end.kind === 'list' ? [] : writtenValues(plan, end)).flatMap(({ value, bounds }) =>
      [...own, ...bounds]
        .filter((bound) => side && bound.value === value && bound.side !== side)
        .map(({ words }) => ({ leaf, value, words })),
    ),
  )
}

/** The values that a node has in the pack's files, each with the bounds that its own sources give. */
function writtenValues(plan: Plan, node: Node): { value: string; bounds: QuotedBound[] }[] {
  if (node.kind === 'constant') return [{ value: constantText(node), bounds: [] }]
  if (node.kind !== 'parameter') return []
  return parameterValues(plan, node.parameter).map((entry) => ({
    value: String(entry.value),
    bounds: quotedBounds(plan, entry),
  }))
}

interface CitedPart {
  name: string
  citing: { clauses?: readonly string[] | undefined; basis?: readonly Basis[] | undefined }
  roots: readonly Node[]
}

/** A requirement, its exceptions and its notes, each with what it cites and what it asks. */
function citedParts(requirement: PlannedRequirement): CitedPart[] {
  const { id, entry, steps, unless, notes } = requirement
  const own = { ...requirement, steps: steps.filter(({ exception }) => !exception), unless: [], notes: [] }
  return [
    { name: id, citing: entry, roots: nodesOf(own) },
    ...[...unless, ...notes].map((part) => ({
      name: `${id}/${part.entry.id}`,
      citing: part.entry,
      roots: [part.when],
    })),
  ]
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

function constantText({ type, value }: Expression & { kind: 'constant' }): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  if (type === 'date') return formatDay(value)
  return type === 'rate' ? formatRate(value) : String(value)
}
