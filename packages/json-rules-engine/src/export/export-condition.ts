import {
  isOrder,
  type ConditionNode,
  type DecoratorName,
  type Expression,
  type LeafNode,
  type ParsedOperator,
} from '@tiaoli/engine/plan'
import type { TopLevelCondition } from 'json-rules-engine'
import { exportValue } from './export-value.ts'
import { factName, namedCondition } from './fact-name.ts'

type Nested = Extract<TopLevelCondition, { all: unknown }>['all'][number]

/** A condition as it was authored; the named conditions it uses are added to `conditions`. */
export function exportCondition(node: ConditionNode, conditions: Record<string, TopLevelCondition>): Nested {
  switch (node.kind) {
    case 'not':
      return { not: exportCondition(node.child, conditions) }
    case 'all':
      return { all: node.children.map((child) => exportCondition(child, conditions)) }
    case 'any':
      return { any: node.children.map((child) => exportCondition(child, conditions)) }
    default: {
      const own = namedCondition(node)
      return own ? exportNamed(factName(node.left), own, conditions) : exportLeaf(node)
    }
  }
}

function exportNamed(name: string, node: ConditionNode, conditions: Record<string, TopLevelCondition>): Nested {
  if (!Object.hasOwn(conditions, name)) {
    const condition = exportCondition(node, conditions)
    // A leaf cannot be the root of a named condition.
    conditions[name] = 'fact' in condition ? { all: [condition] } : condition
  }
  return { condition: name }
}

function exportLeaf({ left, operator, parsed, right }: LeafNode): Nested {
  const value =
    right.kind === 'list'
      ? right.values.map((item) => exportValue(right.type, item))
      : right.kind === 'constant'
        ? exportValue(right.type, right.value)
        : { fact: factName(right) }
  const leaf = { fact: factName(left), operator, value }
  const side = right.kind === 'list' ? undefined : unguarded(parsed, left, right)
  return side ? guard(leaf, parsed, factName(side)) : leaf
}

/** The number that an order operator compares with, where it is a fact and so may be none: stock checks one side only. */
function unguarded(parsed: ParsedOperator, left: Expression, right: Expression): Expression | undefined {
  if (!isOrder(parsed.operator)) return undefined
  const side = count(parsed, 'swap') % 2 === 0 ? right : left
  // Dates are texts, and no order holds between a text and null.
  return side.kind === 'fact' && side.type !== 'date' ? side : undefined
}

/** `5 > null` is true in JavaScript; here none makes it false, and `not:` of it true. */
function guard(leaf: { fact: string; operator: string; value: unknown }, parsed: ParsedOperator, fact: string): Nested {
  return count(parsed, 'not') % 2 === 0
    ? { all: [{ fact, operator: 'notEqual', value: null }, leaf] }
    : { any: [{ fact, operator: 'equal', value: null }, leaf] }
}

function count({ decorators }: ParsedOperator, decorator: DecoratorName): number {
  return decorators.filter((name) => name === decorator).length
}
