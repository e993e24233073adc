import type { EvaluationContext } from './evaluation-context.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { Given } from './fact.ts'
import { isWithin, type Scope } from './scope.ts'
import { Unknown } from '../values/value.ts'

/** One step from a record to another that it can see. */
export type RouteStep =
  | { kind: 'up'; to: Scope }
  | { kind: 'reference'; to: Scope; by: Given }
  | { kind: 'period'; to: Scope }

/** The way from a record to the record that holds a fact: null where there is no such record, unknown where that is unknown. */
export interface Route {
  readonly steps: readonly RouteStep[]
  readonly follow: (record: LedgerRecord, context: EvaluationContext) => LedgerRecord | null | Unknown
}

/**
 * The way up to a scope around the record; else the shortest way to another, `ambiguous` where two are equally short.
 */
export function findRoute(from: Scope, to: Scope): Route | 'none' | 'ambiguous' {
  if (isWithin(from, to)) {
    const up: RouteStep[] = []
    for (let scope = from; scope !== to; scope = scope.parent!) up.push({ kind: 'up', to: scope.parent! })
    return { steps: up, follow: follower(up) }
  }
  const seen = new Set<Scope>()
  // Scopes at the same distance, each with one way to it, or none where there are several.
  let frontier = new Map<Scope, readonly RouteStep[] | undefined>([[from, []]])
  while (frontier.size > 0) {
    if (frontier.has(to)) {
      const steps = frontier.get(to)
      return steps ? { steps, follow: follower(steps) } : 'ambiguous'
    }
    for (const scope of frontier.keys()) seen.add(scope)
    const next = new Map<Scope, readonly RouteStep[] | undefined>()
    for (const [scope, steps] of frontier)
      for (const step of stepsFrom(scope))
        if (!seen.has(step.to)) next.set(step.to, next.has(step.to) || !steps ? undefined : [...steps, step])
    frontier = next
  }
  return 'none'
}

function stepsFrom(scope: Scope): RouteStep[] {
  return [
    ...(scope.parent ? [{ kind: 'up' as const, to: scope.parent }] : []),
    ...scope.references.map((by) => ({ kind: 'reference' as const, to: by.to!, by })),
    ...scope.children.filter((child) => child.keyed).map((to) => ({ kind: 'period' as const, to })),
  ]
}

function follower(steps: readonly RouteStep[]): Route['follow'] {
  if (steps.every((step) => step.kind === 'up')) {
    const height = steps.length
    if (height === 0) return (record) => record
    if (height === 1) return (record) => record.parent!
    return (record) => {
      let at = record
      for (let i = 0; i < height; i++) at = at.parent!
      return at
    }
  }
  return (record, context) => {
    let at: LedgerRecord | null | Unknown = record
    for (const step of steps) {
      if (at === null || at instanceof Unknown) return at
      at = take(step, at, context)
    }
    return at
  }
}

function take(step: RouteStep, record: LedgerRecord, context: EvaluationContext): LedgerRecord | null | Unknown {
  if (step.kind === 'up') return record.parent!
  return step.kind === 'reference'
    ? record.link(step.by)
    : record.recordOf(step.to, context.year, context.session.lastYear)
}
