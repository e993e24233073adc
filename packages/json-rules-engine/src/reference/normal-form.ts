import type { ConditionNode, LeafNode, Value } from '@tiaoli/engine/plan'
import { LedgerRecord, type EvaluationContext } from '@tiaoli/engine/runtime'
import type { TopLevelCondition } from 'json-rules-engine'
import { operatorInNormalForm } from './operator-in-normal-form.ts'

/** What json-rules-engine accepts within `all` and `any`. */
type Nested = Extract<TopLevelCondition, { all: unknown }>['all'][number]

/** A condition at the record and in the context in which it is asked. */
interface PlacedCondition {
  node: ConditionNode
  record: LedgerRecord
  context: EvaluationContext
}

/** The two sides of a leaf, as a fact of json-rules-engine. */
export interface LeafFact {
  readonly actual: Value
  readonly expected: Value | readonly Value[]
}

/** How large a condition may grow as its named conditions are put in; those beyond are left as values. */
const LEAVES_PER_CONDITION = 1000

/** The leaves met so far, each with a name of its own. */
export class Leaves {
  readonly facts: Record<string, LeafFact> = {}
  #count = 0
  #limit = LEAVES_PER_CONDITION

  ofNextCondition(): this {
    this.#limit = this.#count + LEAVES_PER_CONDITION
    return this
  }

  get count(): number {
    return this.#count
  }

  get mayGrow(): boolean {
    return this.#count < this.#limit
  }

  add(fact: LeafFact): string {
    const name = `leaf${this.#count++}`
    this.facts[name] = fact
    return name
  }
}

/**
 * A condition in negation normal form for json-rules-engine: `not` is gone but for that of bare operators, and named
 * conditions are unfolded into what is behind them, down to leaves whose values are read on the way.
 */
export function normalForm(asked: PlacedCondition, negated: boolean, leaves: Leaves): Nested {
  const { node, record, context } = asked
  switch (node.kind) {
    case 'not':
      return normalForm({ node: node.child, record, context }, !negated, leaves)
    case 'leaf': {
      const behind = leaves.mayGrow ? conditionBehind(node, record, context) : undefined
      return behind ? normalForm(behind, negated !== behind.negated, leaves) : leafFor(node, asked, negated, leaves)
    }
    default: {
      const children = node.children.map((child) => normalForm({ node: child, record, context }, negated, leaves))
      return (node.kind === 'all') === negated ? { any: children } : { all: children }
    }
  }
}

function leafFor(
  { left, parsed, right }: LeafNode,
  { record, context }: PlacedCondition,
  negated: boolean,
  leaves: Leaves,
): Nested {
  const fact = leaves.add({
    actual: left.run(record, context),
    expected: right.kind === 'list' ? right.values : right.run(record, context),
  })
  return {
    fact,
    path: 'actual',
    operator: operatorInNormalForm(parsed, negated),
    value: { fact, path: 'expected' },
  }
}

/**
 * The condition behind a leaf that asks whether a derived fact is true or false. It is asked at the record that holds
 * the fact; if that record does not exist or is not known, the leaf has only a value.
 */
function conditionBehind(
  { left, operator, right }: LeafNode,
  record: LedgerRecord,
  context: EvaluationContext,
): (PlacedCondition & { negated: boolean }) | undefined {
  if (left.kind !== 'fact' || left.fact.kind !== 'derived' || left.fact.formula.kind !== 'when') return undefined
  if (right.kind !== 'constant' || typeof right.value !== 'boolean') return undefined
  if (operator !== 'equal' && operator !== 'notEqual') return undefined
  const target = left.route.follow(record, context)
  if (!(target instanceof LedgerRecord)) return undefined
  const negated = (operator === 'equal') !== right.value
  return { node: left.fact.formula.condition, record: target, context, negated }
}
