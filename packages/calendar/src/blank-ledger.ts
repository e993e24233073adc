import type { Plan } from '@tiaoli/engine/plan'

type Scope = Plan['root']
type Json = { [property: string]: Json | Json[] }

/** A ledger with one blank record of every kind, of which nothing is known. */
export function blankLedger(plan: Plan, years: readonly number[]): Json {
  return blankRecord(plan.root, years)
}

function blankRecord(scope: Scope, years: readonly number[]): Json {
  return Object.fromEntries(
    scope.children.map((child) => [
      child.list,
      child.keyed
        ? Object.fromEntries(years.map((year) => [year, blankRecord(child, years)]))
        : [blankRecord(child, years)],
    ]),
  )
}
