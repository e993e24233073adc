import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression, ConditionNode, LeafNode, Run } from '../plan/expression.ts'
import type { TraceNode } from '../report/report.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { isKept, KeptList, keyOf, Room, type Kept } from './memo.ts'
import { Said } from './said.ts'

/** A condition, with what was made of it so far, by what it found: all findings share that. */
export type Outline = LeafOutline | GroupOutline

export class LeafOutline {
  readonly kind = 'leaf'
  readonly leaf: LeafNode
  readonly run: Run<Truth>
  /** The condition behind a derived fact. */
  readonly inner: Outline | undefined
  /** The formula over records behind a derived fact of which some decide. */
  readonly formula: AggregateExpression | undefined
  /** Whether what is made of it is kept. */
  readonly recurs: boolean
  readonly #isKept: boolean
  readonly #kept: Kept
  readonly #room: Room
  readonly #said = new Map<Value, Map<Value, Said>>()
  #last: { expected: Value; said: Map<Value, Said> } | undefined

  constructor(leaf: LeafNode, inner: Outline | undefined, kept: Kept) {
    this.leaf = leaf
    this.run = leaf.run
    this.inner = inner
    this.formula = decidingFormula(leaf)
    this.#isKept = isKept(leaf.left.type) && isKept(leaf.right.type)
    this.recurs = this.#isKept && (inner?.recurs ?? true)
    this.#kept = kept
    this.#room = new Room(kept, () => {
      this.#said.clear()
      this.#last = undefined
    })
  }

  /** What it says of a record. */
  say(record: LedgerRecord, context: EvaluationContext): Said {
    const { leaf } = this
    const actual = leaf.left.run(record, context)
    const expected = leaf.right.kind === 'list' ? null : leaf.right.run(record, context)
    if (!this.#isKept) return new Said(leaf, actual, expected, this.#kept)
    const key = keyOf(actual)
    let said = this.#saidAgainst(expected).get(key)
    if (!said) {
      this.#room.take()
      this.#saidAgainst(expected).set(key, (said = new Said(leaf, actual, expected, this.#kept)))
    }
    return said
  }

  /** What it said against a value, by the value found; mostly it is the same value as the time before. */
  #saidAgainst(expected: Value): Map<Value, Said> {
    const key = keyOf(expected)
    if (this.#last?.expected === key) return this.#last.said
    let said = this.#said.get(key)
    if (!said) this.#said.set(key, (said = new Map()))
    this.#last = { expected: key, said }
    return said
  }

  /** The record whose derived fact it asks; undefined where it is not known, or there is none. */
  target(record: LedgerRecord, context: EvaluationContext): LedgerRecord | undefined {
    const { left } = this.leaf
    const target = left.kind === 'fact' ? left.route.follow(record, context) : undefined
    return target instanceof LedgerRecord ? target : undefined
  }
}

export class GroupOutline {
  readonly kind: 'all' | 'any' | 'not'
  readonly run: Run<Truth>
  readonly children: readonly Outline[]
  readonly recurs: boolean
  /** By the traces of the children. */
  traces: KeptList<TraceNode, TraceNode>

  constructor(node: Exclude<ConditionNode, LeafNode>, children: readonly Outline[], kept: Kept) {
    this.kind = node.kind
    this.run = node.run
    this.children = children
    this.recurs = children.length <= WIDTH && children.every(({ recurs }) => recurs)
    const room = new Room(kept, () => (this.traces = new KeptList(room)))
    this.traces = new KeptList(room)
  }
}

/** There are too many ways for a wider group to come out. */
const WIDTH = 8

function decidingFormula({ left }: LeafNode): AggregateExpression | undefined {
  if (left.kind !== 'fact' || left.fact.kind !== 'derived') return undefined
  const { formula } = left.fact
  return formula.kind === 'aggregate' && (formula.name === 'some' || formula.name === 'every') ? formula : undefined
}
