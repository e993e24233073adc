import type { Described } from '../model/fact.ts'
import type { ConditionNode, Expression, GroupNode, LeafNode, ListLiteral, NotNode, Run } from '../model/expression.ts'
import { parseOperator, testOf, type OperatorName, type ParsedOperator, type Test } from '../values/operator.ts'
import type { Truth } from '../values/truth.ts'
import { isUnknown, type Value } from '../values/value.ts'

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
  return (subject, frame) => {
    let open = false
    for (let i = 0; i < count; i++) {
      const truth = runs[i]!(subject, frame)
      if (truth === decisive) return decisive
      if (truth === undefined) open = true
    }
    return open ? undefined : !decisive
  }
}

/** Most groups are pairs, and for them the loop costs as much as the work. */
function combinePair(first: Run<Truth>, second: Run<Truth>, decisive: boolean): Run<Truth> {
  return (subject, frame) => {
    const before = first(subject, frame)
    if (before === decisive) return decisive
    const after = second(subject, frame)
    return after === decisive || before !== undefined ? after : undefined
  }
}

export function negate(child: ConditionNode): NotNode {
  const { run } = child
  return {
    kind: 'not',
    child,
    run: (subject, frame) => {
      const truth = run(subject, frame)
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

/** The two common sorts of leaf get a short way for known values; all else goes through the operator's test. */
function leafRun(
  left: Expression,
  { decorators, operator }: ParsedOperator,
  test: Test,
  right: Expression | ListLiteral,
): Run<Truth> {
  const fact = left.run
  if (right.kind === 'list') {
    const { values } = right
    return (subject, frame) => test(fact(subject, frame), values)
  }
  const expected = right.run
  if (decorators.length === 0 && right.kind === 'constant') return constantRun(fact, operator, test, right.value)
  return (subject, frame) => test(fact(subject, frame), expected(subject, frame))
}

/** One closure for each operator, so that the comparison itself is inlined. */
function constantRun(fact: Run<Value>, operator: OperatorName, test: Test, value: Value): Run<Truth> {
  if (operator === 'equal' && value !== null)
    return (subject, frame) => {
      const actual = fact(subject, frame)
      return isUnknown(actual) ? test(actual, value) : actual === value
    }
  if (operator === 'notEqual' && value === null)
    return (subject, frame) => {
      const actual = fact(subject, frame)
      return isUnknown(actual) ? test(actual, value) : actual !== null
    }
  if (operator === 'greaterThanInclusive' && typeof value === 'number')
    return (subject, frame) => {
      const actual = fact(subject, frame)
      return typeof actual === 'number' ? actual >= value : test(actual, value)
    }
  return (subject, frame) => test(fact(subject, frame), value)
}
