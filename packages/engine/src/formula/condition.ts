import type { Described } from '../plan/fact.ts'
import type { ConditionNode, Expression, GroupNode, LeafNode, ListLiteral, NotNode, Run } from '../plan/expression.ts'
import { parseOperator, testOf } from '../values/operator.ts'
import type { Truth } from '../values/truth.ts'
import { leafRun } from './leaf.ts'

export function group(kind: 'all' | 'any', children: readonly ConditionNode[]): GroupNode {
  const runs = children.map((child) => child.run)
  const decisive = kind === 'any'
  return { kind, children, run: combine(runs, decisive) }
}

/** Stops at the first child that decides: true for `any`, false for `all`. */
function combine(runs: readonly Run<Truth>[], decisive: boolean): Run<Truth> {
  const count = runs.length
  const [first, second] = runs
  if (count === 2) return combinePair(first!, second!, decisive)
  return (record, context) => {
    let open = false
    for (let i = 0; i < count; i++) {
      const truth = runs[i]!(record, context)
      if (truth === decisive) return decisive
      if (truth === undefined) open = true
    }
    return open ? undefined : !decisive
  }
}

/** Most groups are pairs, and for them the loop costs as much as the work. */
function combinePair(first: Run<Truth>, second: Run<Truth>, decisive: boolean): Run<Truth> {
  return (record, context) => {
    const before = first(record, context)
    if (before === decisive) return decisive
    const after = second(record, context)
    return after === decisive || before !== undefined ? after : undefined
  }
}

export function negate(child: ConditionNode): NotNode {
  const { run } = child
  return {
    kind: 'not',
    child,
    run: (record, context) => {
      const truth = run(record, context)
      return truth === undefined ? undefined : !truth
    },
  }
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
