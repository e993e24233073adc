import type { ParsedOperator, Test } from '../values/operator.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import type { EvaluationContext } from './evaluation-context.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { Described, Fact, ValueType } from './fact.ts'
import type { Route } from './route.ts'
import type { Membership } from './membership.ts'
import type { PlannedParameter } from './plan.ts'

export type Run<T> = (record: LedgerRecord, context: EvaluationContext) => T

interface ExpressionBase {
  readonly type: ValueType
  readonly run: Run<Value>
}

/** Facts that the engine supplies itself; `at`, the day whose law governs, is not for packs to name. */
export type ContextName = 'asOf' | 'due' | 'period.year' | 'period.start' | 'period.end' | 'at'

export interface ConstantExpression extends ExpressionBase {
  readonly kind: 'constant'
  readonly value: Value
}
export interface FactExpression extends ExpressionBase {
  readonly kind: 'fact'
  readonly fact: Fact
  readonly route: Route
}
export interface ParameterExpression extends ExpressionBase {
  readonly kind: 'parameter'
  readonly parameter: PlannedParameter
}
export interface ContextExpression extends ExpressionBase {
  readonly kind: 'context'
  readonly name: ContextName
}
export interface WhenExpression extends ExpressionBase {
  readonly kind: 'when'
  readonly condition: ConditionNode
}
export type AggregateName = 'some' | 'every' | 'count' | 'sum' | 'least' | 'greatest'
export interface AggregateExpression extends ExpressionBase, Membership {
  readonly kind: 'aggregate'
  readonly name: AggregateName
  readonly where: ConditionNode | undefined
  /** What `every` asks of each record. */
  readonly holds: ConditionNode | undefined
  /** What `sum`, `least` and `greatest` take of each record. */
  readonly of: Expression | undefined
}
export interface ArithmeticExpression extends ExpressionBase {
  readonly kind: 'arithmetic'
  readonly name:
    | 'least'
    | 'greatest'
    | 'plusDays'
    | 'plusMonths'
    | 'plusYears'
    | 'daysBetween'
    | 'add'
    | 'subtract'
    | 'multiply'
    | 'share'
  readonly operands: readonly Expression[]
}

export type Expression =
  | ConstantExpression
  | FactExpression
  | ParameterExpression
  | ContextExpression
  | WhenExpression
  | AggregateExpression
  | ArithmeticExpression

/** A condition, resolved and ready to run. */
export type ConditionNode = GroupNode | NotNode | LeafNode

export interface GroupNode {
  readonly kind: 'all' | 'any'
  readonly children: readonly ConditionNode[]
  readonly run: Run<Truth>
}
export interface NotNode {
  readonly kind: 'not'
  readonly child: ConditionNode
  readonly run: Run<Truth>
}
export interface LeafNode {
  readonly kind: 'leaf'
  readonly left: Expression
  /** As written, decorators included; `equal` for a named condition. */
  readonly operator: string
  readonly parsed: ParsedOperator
  readonly test: Test
  readonly right: Expression | ListLiteral
  /** Written as `{ "condition": … }`. */
  readonly named: boolean
  /** How the values of this leaf are shown: the description of the fact or parameter it is about. */
  readonly about: Described
  readonly run: Run<Truth>
}

/** A list of literals, the right side of `in` and its like. */
export interface ListLiteral {
  readonly kind: 'list'
  readonly type: ValueType
  readonly values: readonly Value[]
}
