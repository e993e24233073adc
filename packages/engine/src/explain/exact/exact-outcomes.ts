import { EvaluationError } from '../../errors/evaluation-error.ts'
import type { EvaluationContext } from '../../plan/evaluation-context.ts'
import { recordPointer, type LedgerRecord } from '../../plan/ledger-record.ts'
import { pointerOf } from '../../json/pointer.ts'
import type { Plan, PlannedRequirement } from '../../plan/plan.ts'
import { NOT_ENUMERABLE } from './unknown-leaves.ts'
import { isSingle, Search, type Cell } from './search.ts'
import { trialsFor } from './trials.ts'
import type { Variable } from './variables.ts'

export interface Exact {
  /** The outcomes that some filling reaches, as bits. */
  outcomes: number
  /** Pointers of facts that are not known and change nothing, whatever they are. */
  idle: ReadonlySet<string>
}

/**
 * Finds which of the outcomes listed as possible are reached by some filling of the blanks. Each unknown fact is cut
 * where comparisons cut it, until every part is decided. Undefined where that takes more trials than are worth it,
 * or what is missing is more than facts.
 */
export function exactOutcomes(
  plan: Plan,
  requirement: PlannedRequirement,
  record: LedgerRecord,
  base: EvaluationContext,
  listed: number,
): Exact | undefined {
  const trials = trialsFor(requirement, record, base)
  if (trials === 0) return undefined
  return orUndefined(() =>
    base.session.withIsolatedCache(() => {
      const search = new Search(plan, requirement, record, base, trials)
      const outcomes = reached(search, listed)
      if (outcomes === 0) return undefined // nothing agrees with what is given
      return { outcomes, idle: isSingle(outcomes) || !search.isTangled ? new Set() : idleIn(search) }
    }),
  )
}

/** The result of a computation, unless it takes too much. */
function orUndefined<T>(tell: () => T): T | undefined {
  try {
    return tell()
  } catch (error) {
    if (error === NOT_ENUMERABLE || error instanceof EvaluationError) return undefined
    throw error
  }
}

/** The outcomes found in all parts together; ends as soon as there is no other to be found. */
function reached(search: Search, listed: number): number {
  let found = 0
  const visit = (): void => {
    const cell = search.look()
    if ((cell.outcomes & ~found) === 0) return
    if (isSettled(cell)) {
      found |= cell.outcomes
      return
    }
    const split = search.split(cell.leaves, () => false)
    if (!split) throw NOT_ENUMERABLE
    for (const part of split.parts) {
      if (found === listed) return
      search.variables.assume(split.variable, part, visit)
    }
  }
  visit()
  return found
}

/** Whether all that agrees with what is given comes to one outcome, or none of it agrees. */
function isSettled({ outcomes, agrees }: Cell): boolean {
  return agrees !== undefined && isSingle(outcomes)
}

/** Some of the facts that count for nothing: those of which it is shown that no filling of the others makes them count. */
function idleIn(search: Search): Set<string> {
  const { all } = search.variables
  const tied = new Set(all.map((fact) => all.find((other) => areTied(fact, other))!))
  const idle = [...tied]
    .map((first) => all.filter((fact) => areTied(fact, first)))
    .filter((facts) => orUndefined(() => areIdle(search, facts)))
  return new Set(idle.flat().map(({ record, fact }) => `${recordPointer(record)}${pointerOf(fact.path)}`))
}

/** Facts of a group that may be none are looked at together: once one is known, there is the group for the others. */
function areTied(one: Variable, other: Variable): boolean {
  return one === other || (one.record === other.record && one.groups.some((facts) => facts.includes(other.fact)))
}

/** Whatever the other facts are, the outcome is the same for all values of these. */
function areIdle(search: Search, facts: readonly Variable[]): boolean {
  const visit = (): boolean => {
    const cell = search.look()
    if (isSettled(cell)) return true
    const split = search.split(cell.leaves, (variable) => facts.includes(variable))
    if (split) return split.parts.every((part) => search.variables.assume(split.variable, part, visit))
    return isSame(search)
  }
  return visit()
}

/** Whether all values of the facts that are left open come to the same. */
function isSame(search: Search): boolean {
  const found = new Set<number>()
  const visit = (): void => {
    const cell = search.look()
    if (isSettled(cell)) found.add(cell.outcomes)
    else {
      const split = search.split(cell.leaves, () => false)
      if (!split) throw NOT_ENUMERABLE
      for (const part of split.parts) if (found.size < 2) search.variables.assume(split.variable, part, visit)
    }
  }
  visit()
  return found.size < 2
}
