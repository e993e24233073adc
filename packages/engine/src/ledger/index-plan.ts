import type { Given } from '../plan/fact.ts'
import type { Plan, PlannedCheck } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import type { StreamView } from '../plan/stream-view.ts'
import { boundsOf, type Bound } from '../plan/bounds.ts'
import type { Identified } from './checks.ts'
import { changingIn, type Changing } from './narrow.ts'

/** All there is to do with records of some scopes, once they are read. */
export interface IndexPlan {
  /** Parents before children. */
  readonly scopes: readonly Scope[]
  /** Scopes whose records are referred to. */
  readonly named: readonly Scope[]
  readonly identified: readonly Identified[]
  readonly references: readonly Reference[]
  readonly bounds: readonly Bound[]
  readonly checks: readonly PlannedCheck[]
  readonly changing: readonly Changing[]
}

export interface Reference {
  readonly fact: Given
  readonly target: Scope
  /** Among what refers to the target. */
  readonly place: number
}

export function indexPlanOf(plan: Plan, scopes: readonly Scope[], view?: StreamView): IndexPlan {
  const within = new Set(scopes)
  const given = [...plan.facts.values()]
    .filter((fact) => fact.kind === 'given')
    .filter(({ scope }) => within.has(scope))
  return {
    scopes,
    named: scopes.filter(({ id, referredBy }) => id && referredBy.length > 0),
    identified: scopes.flatMap(({ id, parent, childIndex }) => (id && parent ? [{ id, parent, childIndex }] : [])),
    references: given.flatMap((fact) =>
      fact.to ? [{ fact, target: fact.to, place: fact.to.referredBy.indexOf(fact) }] : [],
    ),
    bounds: given.flatMap(boundsOf),
    checks: plan.checks.filter((check) => within.has(check.scope) && !view?.unchecked.has(check)),
    changing: scopes.flatMap(changingIn),
  }
}
