import type { Described } from '../plan/fact.ts'
import type { ConditionNode, Expression, GroupNode, LeafNode, ListLiteral, NotNode } from '../plan/expression.ts'
import { parseOperator, testOf } from '../values/operator.ts'
import { combine, not } from '../values/truth.ts'
import { leafRun } from './leaf.ts'

export function group(kind: 'all' | 'any', children: readonly ConditionNode[]): GroupNode {
  return {
    kind,
    children,
    run: combine(
      kind,
      children.map(({ run }) => run),
    ),
  }
}

export function negate(child: ConditionNode): NotNode {
  const { run } = child
  return { kind: 'not', child, run: (record, context) => not(run(record, context)) }
}

export function leaf(
  left: Expression,
  operator: string,
  right: Expression | ListLiteral,
  about: Described,
  named = false,
): LeafNode {
  const parsed = parseOperator(operator)
  if ('unknown' in parsed) throw new TypeError(`operator ${operator} was not checked before it was compiled`)
  const test = testOf(parsed)
  return { kind: 'leaf', left, operator, parsed, test, right, about, named, run: leafRun(left, parsed, test, right) }
}
