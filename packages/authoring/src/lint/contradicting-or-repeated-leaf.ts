import type { Text } from '@tiaoli/engine'
import type { ConditionNode, LeafNode, SourcePlace } from '@tiaoli/engine/plan'
import { subconditionsOf } from '@tiaoli/engine/plan'
import { groupedBy } from '../grouped-by.ts'
import { atomOf } from '../logic/atom.ts'
import { TruthTable } from '../logic/truth-table.ts'
import { authoredConditions } from './authored-conditions.ts'
import { lint } from '../lint.ts'

/** Leaves side by side that exclude each other, or of which one says no more than the other. */
export const contradictingOrRepeatedLeaf = lint(
  { 'contradicting-leaves': 'warning', 'repeated-leaf': 'hint' },
  function* (context) {
    const { places } = context
    for (const { about, condition } of authoredConditions(context))
      for (const group of groupsIn(condition)) {
        for (const [first, second] of contradictingPairs(group)) {
          const place = places.condition(second)!
          yield { code: 'contradicting-leaves', about, place, message: contradictionMessage(places.condition(first)!) }
        }
        for (const [idle, other] of repeatedPairs(group)) {
          const place = places.condition(idle)!
          yield { code: 'repeated-leaf', about, place, message: repetitionMessage(places.condition(other)!) }
        }
      }
  },
)

type Pair = readonly [LeafNode, LeafNode]

/** Pairs of an `all` that cannot both hold. */
export function contradictingPairs(group: ConditionNode): Pair[] {
  if (group.kind !== 'all') return []
  return comparablePairs(group).filter((pair) => {
    const worlds = TruthTable.of(pair, 'closed')!
    return pair.every((leaf) => !worlds.never(leaf)) && worlds.rowsWhere(pair) === 'none'
  })
}

/** Leaves that could go, each with the one that makes it idle. */
function repeatedPairs(group: ConditionNode): Pair[] {
  const idle = new Set<LeafNode>()
  return comparablePairs(group).flatMap(([first, second]): Pair[] => {
    const worlds = TruthTable.of([first, second], 'closed')!
    if (idle.has(first) || idle.has(second)) return []
    if ([first, second].some((leaf) => worlds.always(leaf) || worlds.never(leaf))) return []
    // In an `all` the weaker of two leaves is idle, in an `any` the stronger.
    const isIdle = (leaf: LeafNode, other: LeafNode) =>
      group.kind === 'all' ? worlds.implies([other], leaf) : worlds.implies([leaf], other)
    const pair = isIdle(second, first)
      ? ([second, first] as const)
      : isIdle(first, second)
        ? ([first, second] as const)
        : undefined
    if (!pair) return []
    idle.add(pair[0])
    return [pair]
  })
}

/** Pairs of leaves directly in a group that are about the same thing. */
function comparablePairs(group: ConditionNode): Pair[] {
  const leaves = subconditionsOf(group).filter((child) => child.kind === 'leaf')
  const alike = groupedBy(leaves, (leaf) => atomOf(leaf).variable)
  return [...alike.values()].flatMap((some) =>
    some.flatMap((first, i) => some.slice(i + 1).map((second): Pair => [first, second])),
  )
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
