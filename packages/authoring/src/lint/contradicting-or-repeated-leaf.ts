import type { Text } from '@tiaoli/engine'
import type { ConditionNode, LeafNode, SourcePlace } from '@tiaoli/engine/plan'
import { groupedBy, subconditionsOf } from '@tiaoli/engine/plan'
import { assignmentsOf, atomOf } from '../logic/atom.ts'
import { RowSet } from '../logic/row-set.ts'
import type { Work } from '../logic/work.ts'
import { authoredConditions } from './authored-conditions.ts'
import { lint } from '../lint.ts'

/** Leaves side by side that exclude each other, or of which one says no more than the other. */
export const contradictingOrRepeatedLeaf = lint(
  { 'contradicting-leaves': 'warning', 'repeated-leaf': 'hint' },
  function* (context) {
    const { places, work } = context
    for (const { about, condition } of authoredConditions(context))
      for (const group of groupsIn(condition)) {
        for (const [first, second] of contradictingPairs(group, work)) {
          const place = places.condition(second)!
          yield { code: 'contradicting-leaves', about, place, message: contradictionMessage(places.condition(first)!) }
        }
        for (const [idle, other] of repeatedPairs(group, work)) {
          const place = places.condition(idle)!
          yield { code: 'repeated-leaf', about, place, message: repetitionMessage(places.condition(other)!) }
        }
      }
  },
)

type Pair = readonly [LeafNode, LeafNode]

/** Leaves of a group about the same thing, of which so many are compared with each other. */
const MOST_LEAVES = 500

/** Pairs of an `all` that cannot both hold. */
export function contradictingPairs(group: ConditionNode, work: Work): Pair[] {
  if (group.kind !== 'all') return []
  return comparableLeaves(group, work).flatMap((some) =>
    pairsOf(some)
      .filter(([first, second]) => !first.rows.isEmpty && !second.rows.isEmpty && !first.rows.meets(second.rows))
      .map(([first, second]): Pair => [first.leaf, second.leaf]),
  )
}

/** Leaves that could go, each with the one that makes it idle. */
function repeatedPairs(group: ConditionNode, work: Work): Pair[] {
  const idle = new Set<ComparedLeaf>()
  // In an `all` the weaker of two leaves is idle, in an `any` the stronger.
  const isIdle = (one: ComparedLeaf, other: ComparedLeaf) =>
    group.kind === 'all' ? other.rows.isWithin(one.rows) : one.rows.isWithin(other.rows)
  const isConstant = ({ rows }: ComparedLeaf) => rows.isEmpty || rows.rest().isEmpty
  return comparableLeaves(group, work)
    .map((some) => some.filter((one) => !isConstant(one)))
    .flatMap((some) =>
      pairsOf(some).flatMap(([first, second]): Pair[] => {
        if (idle.has(first) || idle.has(second)) return []
        const pair = isIdle(second, first) ? [second, first] : isIdle(first, second) ? [first, second] : undefined
        if (!pair) return []
        idle.add(pair[0]!)
        return [[pair[0]!.leaf, pair[1]!.leaf]]
      }),
    )
}

interface ComparedLeaf {
  readonly leaf: LeafNode
  /** The ways to be of what they are about in which it holds. */
  readonly rows: RowSet
}

function pairsOf(some: readonly ComparedLeaf[]): (readonly [ComparedLeaf, ComparedLeaf])[] {
  return some.flatMap((first, i) => some.slice(i + 1).map((second) => [first, second] as const))
}

/** Leaves directly in a group, those together that are about the same thing. */
function comparableLeaves(group: ConditionNode, work: Work): ComparedLeaf[][] {
  const leaves = subconditionsOf(group)
    .filter((child) => child.kind === 'leaf')
    .map((leaf) => ({ leaf, atom: atomOf(leaf) }))
  return [...groupedBy(leaves, ({ atom }) => atom.variable).values()].map((alike) => {
    const some = alike.slice(0, MOST_LEAVES)
    const assignments = assignmentsOf(some.map(({ atom }) => atom))
    // Each is asked in every way to be, and then compared with each other.
    work.spend(some.length * (1 + assignments.length + some.length * RowSet.sizeOf(assignments.length)))
    return some.map(({ leaf, atom }) => ({
      leaf,
      rows: RowSet.where(assignments.length, (row) => atom.holds(assignments[row]!)),
    }))
  })
}

function* groupsIn(condition: ConditionNode): Generator<ConditionNode> {
  if (condition.kind === 'all' || condition.kind === 'any') yield condition
  for (const child of subconditionsOf(condition)) yield* groupsIn(child)
}

function contradictionMessage(other: SourcePlace): Text {
  return {
    zh: `此项与 ${positionText(other)} 不可能同时成立。请改正其中一项。`,
    en: `This and ${positionText(other)} can never both hold. Correct one of them.`,
  }
}

function repetitionMessage(other: SourcePlace): Text {
  return {
    zh: `有了 ${positionText(other)}，此项不起作用。请删去此项，或改正其中一项。`,
    en: `Beside ${positionText(other)} this decides nothing. Remove it or correct one of them.`,
  }
}

function positionText({ pointer, line }: SourcePlace): string {
  return line === undefined ? pointer : `:${line}`
}
