import { passesYears } from '../plan/dependencies.ts'
import type { ConditionNode } from '../plan/expression.ts'
import type { PlannedParameter, PlannedRequirement } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import { valueAt } from '../plan/timeline.ts'
import { everythingIn, type Node } from '../plan/walk.ts'
import { yearOf } from '../values/date.ts'
import type { Value } from '../values/value.ts'

/** A day on which a requirement is decided, and the day whose law governs it then. */
export interface JudgedDay {
  readonly asOf: number
  readonly at: Value
}

/**
 * Whether a condition of a requirement comes to the same on two days whatever its blanks turn out to be, because it asks
 * for nothing that is of a day: not the day itself, not a parameter that has changed, not the years up to it.
 */
export function isSameOnBothDays(
  condition: ConditionNode,
  requirement: PlannedRequirement,
  { timelines }: Session,
  one: JudgedDay,
  other: JudgedDay,
): boolean {
  const { day, years, parameters } = asksOf(condition, requirement)
  if (day || (years && yearOf(one.asOf) !== yearOf(other.asOf))) return false
  // A governing day that is taken from the facts is the same on both, known or not.
  if (requirement.at) return true
  return parameters.every(({ index }) => valueAt(timelines[index]!, one.at) === valueAt(timelines[index]!, other.at))
}

/** What a condition asks for that may be of a day. */
interface Asks {
  /** The day itself, or one that moves with it. */
  readonly day: boolean
  /** Records of years: those up to that of the day count though they are not written. */
  readonly years: boolean
  readonly parameters: readonly PlannedParameter[]
}

const KNOWN = new WeakMap<PlannedRequirement, Map<ConditionNode, Asks>>()

function asksOf(condition: ConditionNode, requirement: PlannedRequirement): Asks {
  let known = KNOWN.get(requirement)
  if (!known) KNOWN.set(requirement, (known = new Map()))
  let asks = known.get(condition)
  if (!asks) known.set(condition, (asks = findAsks(condition, requirement)))
  return asks
}

function findAsks(condition: ConditionNode, { at, due }: PlannedRequirement): Asks {
  const own = [...everythingIn([condition])]
  const nodes = due && own.some((node) => isContext(node, 'due')) ? [...own, ...everythingIn([due])] : own
  const governing = at ? [...everythingIn([at])] : []
  return {
    day:
      [...nodes, ...governing].some((node) => isContext(node, 'asOf')) ||
      (!at && nodes.some((node) => isContext(node, 'at'))) ||
      governing.some(({ kind }) => kind === 'parameter'),
    years: [...nodes, ...governing].some((node) => node.kind === 'aggregate' && passesYears(node)),
    parameters: nodes.flatMap((node) => (node.kind === 'parameter' ? node.parameter : [])),
  }
}

function isContext(node: Node, name: string): boolean {
  return node.kind === 'context' && node.name === name
}
