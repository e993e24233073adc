import type { Given } from './fact.ts'
import type { Plan, PlannedCheck } from './plan.ts'
import type { Scope } from './scope.ts'
import type { StreamView } from './stream-view.ts'
import { boundsOf, withinBounds, type Bound } from './bounds.ts'
import type { Expression } from './expression.ts'
import type { Value } from '../values/value.ts'

/** A list of records that have ids. */
export interface Identified {
  readonly id: Given
  readonly parent: Scope
  readonly childIndex: number
}

/** The facts of a scope whose values may not stay as they were given. */
export interface ChangingFacts {
  readonly scope: Scope
  /** Dates that read as null while they are in the future. */
  readonly elapsing: readonly Given[]
  /** What an unknown is narrowed to where its bounds are the same for every record. */
  readonly fixed: readonly { readonly slot: number; readonly value: Value }[]
  /** Facts bounded by others of the record. */
  readonly following: readonly Given[]
}

/** What is done with the records of some scopes once they are read. */
export interface Preparation {
  /** Parents before children. */
  readonly scopes: readonly Scope[]
  /** Scopes whose records are referred to. */
  readonly named: readonly Scope[]
  readonly identified: readonly Identified[]
  readonly references: readonly Reference[]
  readonly bounds: readonly Bound[]
  /** Dates that are written down once they have come. */
  readonly happened: readonly Given[]
  readonly checks: readonly PlannedCheck[]
  readonly changing: readonly ChangingFacts[]
}

export interface Reference {
  readonly fact: Given
  readonly target: Scope
  /** Among what refers to the target. */
  readonly place: number
}

export function preparationOf(
  plan: Pick<Plan, 'facts' | 'checks'>,
  scopes: readonly Scope[],
  view?: StreamView,
): Preparation {
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
    happened: given.filter((fact) => isElapsing(fact) && !fact.planned),
    checks: plan.checks.filter((check) => within.has(check.scope) && !view?.unchecked.has(check)),
    changing: scopes.flatMap(changingIn),
  }
}

function isElapsing({ type, future }: Given): boolean {
  return type === 'date' && !future
}

function changingIn(scope: Scope): ChangingFacts[] {
  const elapsing = scope.given.filter(isElapsing)
  const bounded = scope.given.filter(({ min, max, equals }) => min ?? max ?? equals)
  if (elapsing.length + bounded.length === 0) return []
  const isFixed = ({ min, max, equals }: Given) =>
    [min, max, equals].every((bound) => bound === undefined || bound.kind === 'constant')
  const fixed = bounded.filter(isFixed).map((fact) => ({ slot: fact.slot, value: withinBounds(fact, constantOf) }))
  return [{ scope, elapsing, fixed, following: bounded.filter((fact) => !isFixed(fact)) }]
}

function constantOf(bound: Expression): Value | undefined {
  return bound.kind === 'constant' ? bound.value : undefined
}
