import { ifComputable } from '../errors/evaluation-error.ts'
import { readValue } from '../ledger/read-value.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression, ConditionNode, Expression, LeafNode } from '../plan/expression.ts'
import type { Fact, Given } from '../plan/fact.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import { subconditionsOf } from '../plan/walk.ts'
import { greatestOf, leastOf, type Value } from '../values/value.ts'
import { isSupposable } from './is-supposable.ts'
import { show } from './show.ts'

/** The search is bounded: this many steps; this many ways for a condition, of this many changes each; this many records. */
const STEPS = 1000
const WAYS = 8
const CHANGES = 5
const RECORDS = 3

/** One fact set to another value, in a record of the ledger or in one to be added. */
export interface Change {
  record: LedgerRecord
  fact: Given
  to: Value
  /** The record is not in the ledger yet. */
  added: boolean
}

export type Way = readonly Change[]

/** A search under way, with the conditions it may still look at. */
interface Search {
  readonly context: EvaluationContext
  /** The names of facts that stay as they are. */
  readonly fixed: ReadonlySet<string>
  steps: number
}

/** Ways in which a condition would hold, the same every time; empty if none is found. They are not tried here. */
export function waysToHold(
  node: ConditionNode,
  record: LedgerRecord,
  context: EvaluationContext,
  fixed: ReadonlySet<string>,
): readonly Way[] {
  return waysTo(node, true, record, { context, fixed, steps: STEPS })
}

/** Ways to make a condition true or false: one empty way if nothing has to change, no way if none is found or computed. */
function waysTo(node: ConditionNode, want: boolean, record: LedgerRecord, search: Search): Way[] {
  return ifComputable(() => found(node, want, record, search)) ?? []
}

function found(node: ConditionNode, want: boolean, record: LedgerRecord, search: Search): Way[] {
  if (node.run(record, search.context) === want) return [[]]
  if (search.steps-- <= 0) return []
  if (node.kind === 'not') return waysTo(node.child, !want, record, search)
  if (node.kind === 'leaf') return waysOfLeaf(node, want, record, search)
  const ways = subconditionsOf(node).map((child) => waysTo(child, want, record, search))
  const anyWill = (node.kind === 'any') === want
  return anyWill ? ways.flat().slice(0, WAYS) : ways.reduce<Way[]>(product, [[]])
}

function product(left: Way[], right: Way[]): Way[] {
  const both = left.flatMap((a) => right.map((b) => merge(a, b))).filter((way) => way !== undefined)
  return both.sort((a, b) => a.length - b.length).slice(0, WAYS)
}

/** Two ways together; undefined where they set one fact differently or are too many. */
function merge(a: Way, b: Way): Way | undefined {
  const fresh = b.filter((change) => !a.some((known) => known.record === change.record && known.fact === change.fact))
  const clash = b.some((change) =>
    a.some((known) => known.record === change.record && known.fact === change.fact && known.to !== change.to),
  )
  return clash || a.length + fresh.length > CHANGES ? undefined : [...a, ...fresh]
}

function waysOfLeaf(leaf: LeafNode, want: boolean, record: LedgerRecord, search: Search): Way[] {
  const right = leaf.right.kind === 'list' ? leaf.right.values : leaf.right.run(record, search.context)
  const ways = waysOfSide(
    leaf.left,
    (value) => leaf.test(value, right) === want,
    pool(leaf, right, search),
    record,
    search,
  )
  const leftIsGiven = leaf.left.kind === 'fact' && leaf.left.fact.kind === 'given'
  if (leftIsGiven || ways.length > 0 || leaf.right.kind === 'list' || leaf.right.kind === 'constant') return ways
  const left = leaf.left.run(record, search.context)
  return waysOfSide(leaf.right, (value) => leaf.test(left, value) === want, [left], record, search)
}

function waysOfSide(
  side: Expression,
  fits: (value: Value) => boolean,
  candidates: readonly Value[],
  record: LedgerRecord,
  search: Search,
): Way[] {
  if (side.kind !== 'fact') return []
  const target = side.route.follow(record, search.context)
  if (!(target instanceof LedgerRecord)) return []
  const { fact } = side
  if (search.fixed.has(fact.name)) return []
  if (fact.kind === 'given') {
    const { session } = search.context
    if (!isSupposable(target, fact, search.context)) return []
    const now = target.value(fact)
    return nearest(fact, now, suited(fact, now, candidates, session).filter(fits)).map((to) => [
      { record: target, fact, to, added: target.isAdded },
    ])
  }
  if (fact.formula.kind === 'when') {
    const want = fits(true) ? true : fits(false) ? false : undefined
    return want === undefined ? [] : waysTo(fact.formula.condition, want, target, search)
  }
  return fact.formula.kind === 'aggregate' && fact.formula.name === 'some' && fits(true)
    ? waysToSome(fact.formula, target, search)
    : []
}

/** Mends one of the records, or adds one. */
function waysToSome({ from, over, where }: AggregateExpression, subject: LedgerRecord, search: Search): Way[] {
  const records = subject.children[over.childIndex]
  if (!where || over.parent !== from || !records) return []
  const mended = records.slice(0, RECORDS).flatMap((record) => waysTo(where, true, record, search).slice(0, 1))
  if (over.keyed) return mended // records of years need no adding
  const blank = new LedgerRecord(over, subject, records.length)
  blank.isAdded = true
  const added = waysTo(where, true, blank, search).slice(0, 1)
  return [...mended, ...added].slice(0, WAYS)
}

/** Values worth trying for a leaf: what it is compared with, what lies beside that, and what the fact can be. */
function pool(leaf: LeafNode, value: Value | readonly Value[], { context }: Search): Value[] {
  const { about, left, right } = leaf
  if (about.type === 'boolean') return [true, false]
  const others = Array.isArray(value) ? (value as Value[]) : [value as Value]
  if (left.kind === 'fact' && isAmount(left.fact)) {
    // A sum that nothing asks for, such as a cent where there was none, would be for show.
    const isAsked = right.kind !== 'constant' && right.kind !== 'list'
    return isAsked ? others.flatMap((asked) => (asked === 0 ? [asked] : beside(asked))) : []
  }
  // That there be some is no number to suppose: one head would do for the rule, and hardly for the document.
  if (right.kind === 'constant' && about.type === 'integer' && tellsSomeFromNone(leaf, right.value)) return [0]
  const today = about.type === 'date' ? [context.session.asOf] : []
  return [...others.flatMap(beside), ...today, ...(about.values?.keys() ?? [])]
}

/** Whether one is to a leaf as good as any more. */
function tellsSomeFromNone({ test }: LeafNode, value: Value): boolean {
  const [none, one, two] = [0, 1, 2].map((number) => test(number, value))
  return none !== one && one === two
}

function beside(value: Value): Value[] {
  return typeof value === 'number' ? [value, value + 1, value - 1] : [value]
}

function isAmount({ type }: Fact): boolean {
  return type === 'money' || type === 'rate'
}

/**
 * Those that a ledger could give as values of the fact. What is still to be done can be done today and on no earlier
 * day. A day to come is not moved forward, and an end that is not needed is left out.
 */
function suited(fact: Given, now: Value, candidates: readonly Value[], { asOf }: Session): Value[] {
  if (fact.type === 'date' && !fact.future) return candidates.includes(asOf) ? [asOf] : []
  const none: Value[] = fact.nullable ? [null] : []
  const others = [...candidates, ...(fact.values?.keys() ?? [])]
  const earliest = Math.max(asOf, Number.isFinite(leastOf(now)) ? leastOf(now) : asOf)
  const values =
    fact.type === 'date' ? [...none, ...others.filter((day) => leastOf(day) >= earliest)] : [...others, ...none]
  return [...new Set<Value>(values)].filter((value) => {
    const shown = show(fact.type, value)
    return shown !== undefined && readValue(fact, shown) === value
  })
}

/** The nearest to what is so first, and one in reserve. */
function nearest({ type }: Given, now: Value, values: readonly Value[]): Value[] {
  const from = typeof now === 'number' ? now : Math.min(Math.max(0, leastOf(now)), greatestOf(now))
  const distance = (value: Value) => (typeof value === 'number' ? Math.abs(value - from) : 0)
  return values
    .filter((value) => type !== 'money' || (typeof value === 'number' && value >= from)) // no sum is taken back
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 2)
}
