import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Fact } from '../plan/fact.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import type { Scope } from '../plan/scope.ts'
import { everythingIn, partsOf } from '../plan/walk.ts'
import type { AggregateExpression, ConditionNode, LeafNode, Run } from '../plan/expression.ts'
import type { TraceNode } from '../report/report.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { seenOf } from './seen-of.ts'
import { LeafStatement } from './leaf-statement.ts'
import { ListMemo } from './memo/list-memo.ts'
import { MemoRoom, type MemoBudget } from './memo/memo.ts'
import { isMemoizable, memoKey } from './memo/memo-key.ts'

/** A condition, with the explanations made of it so far, by what was found: all findings share them. */
export type ExplanationNode = ExplanationLeaf | ExplanationGroup

export class ExplanationLeaf {
  readonly kind = 'leaf'
  readonly leaf: LeafNode
  readonly run: Run<Truth>
  /** The condition behind a derived fact. */
  readonly inner: ExplanationNode | undefined
  /** The `some` or `every` behind a derived fact, where single records decide. */
  readonly formula: AggregateExpression | undefined
  /** Whether what it finds rests on facts that say nothing of when they were so: they hold on the day of the ledger. */
  readonly isUndated: boolean
  /** Whether its traces are kept. */
  readonly isMemoized: boolean
  readonly #keepsStatements: boolean
  readonly #budget: MemoBudget
  readonly #room: MemoRoom
  readonly #statements = new Map<Value, Map<Value, LeafStatement>>()
  #last: { expected: Value; statements: Map<Value, LeafStatement> } | undefined

  constructor(leaf: LeafNode, inner: ExplanationNode | undefined, budget: MemoBudget) {
    this.leaf = leaf
    this.run = leaf.run
    this.inner = inner
    this.formula = decidingFormula(leaf)
    this.isUndated = restsOnUndated(leaf)
    this.#keepsStatements = isMemoizable(leaf.left.type) && isMemoizable(leaf.right.type)
    this.isMemoized = this.#keepsStatements && (inner?.isMemoized ?? true)
    this.#budget = budget
    this.#room = new MemoRoom(budget, () => {
      this.#statements.clear()
      this.#last = undefined
    })
  }

  /** What the leaf states about a record. */
  statementOn(record: LedgerRecord, context: EvaluationContext): LeafStatement {
    const { leaf } = this
    const seen = seenOf(leaf.left, record, context)
    const expected = leaf.right.kind === 'list' ? null : leaf.right.run(record, context)
    if (!this.#keepsStatements) return new LeafStatement(leaf, seen, expected, this.#budget)
    const key = memoKey(seen)
    let statement = this.#statementsAgainst(expected).get(key)
    if (!statement) {
      this.#room.take()
      statement = new LeafStatement(leaf, seen, expected, this.#budget)
      this.#statementsAgainst(expected).set(key, statement)
    }
    return statement
  }

  /** The statements against an expected value, by the value found; mostly it is the same value as the last time. */
  #statementsAgainst(expected: Value): Map<Value, LeafStatement> {
    const key = memoKey(expected)
    if (this.#last?.expected === key) return this.#last.statements
    let statements = this.#statements.get(key)
    if (!statements) this.#statements.set(key, (statements = new Map()))
    this.#last = { expected: key, statements }
    return statements
  }

  /** The record whose derived fact the leaf reads; undefined if it is null or unknown. */
  target(record: LedgerRecord, context: EvaluationContext): LedgerRecord | undefined {
    const { left } = this.leaf
    const target = left.kind === 'fact' ? left.route.follow(record, context) : undefined
    return target instanceof LedgerRecord ? target : undefined
  }
}

export class ExplanationGroup {
  readonly kind: 'all' | 'any' | 'not'
  readonly run: Run<Truth>
  readonly children: readonly ExplanationNode[]
  /** Whether its traces are kept. */
  readonly isMemoized: boolean
  /** By the traces of the children. */
  traces: ListMemo<TraceNode, TraceNode>

  constructor(node: Exclude<ConditionNode, LeafNode>, children: readonly ExplanationNode[], budget: MemoBudget) {
    this.kind = node.kind
    this.run = node.run
    this.children = children
    this.isMemoized = children.length <= WIDTH && children.every(({ isMemoized }) => isMemoized)
    const room = new MemoRoom(budget, () => (this.traces = new ListMemo(room)))
    this.traces = new ListMemo(room)
  }
}

function restsOnUndated(leaf: LeafNode): boolean {
  for (const node of everythingIn(partsOf(leaf))) if (node.kind === 'fact' && isUndated(node.fact)) return true
  return false
}

/** A date speaks for itself, the record of a year for that year, and an event for the day on which it happened. */
function isUndated(fact: Fact): boolean {
  if (fact.kind === 'derived' || fact.type === 'date') return false
  for (let scope: Scope | undefined = fact.scope; scope; scope = scope.parent)
    if (scope.keyed || scope.isEvent) return false
  return true
}

/** There are too many ways for a wider group to come out. */
const WIDTH = 8

function decidingFormula({ left }: LeafNode): AggregateExpression | undefined {
  if (left.kind !== 'fact' || left.fact.kind !== 'derived') return undefined
  const { formula } = left.fact
  return formula.kind === 'aggregate' && (formula.name === 'some' || formula.name === 'every') ? formula : undefined
}
