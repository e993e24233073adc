import type { Plan } from '@tiaoli/engine'

type Scope = Plan['root']
type Json = { [property: string]: Json | Json[] }

/** A ledger with one blank record of every kind, of which nothing is known. */
export function skeleton(plan: Plan, years: readonly number[]): Json {
  return blank(plan.root, years)
}

function blank(scope: Scope, years: readonly number[]): Json {
  return Object.fromEntries(
    scope.children.map((child) => [
      child.list,
      child.keyed ? Object.fromEntries(years.map((year) => [year, blank(child, years)])) : [blank(child, years)],
    ]),
  )
}
