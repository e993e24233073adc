import type { Plan } from '@tiaoli/engine/plan'
import fc from 'fast-check'

type Json = Record<string, unknown>
type Layout = Plan['root']['layout']
type Given = Plan['root']['given'][number]

/** One spot of a ledger where a fact stands or could stand. */
interface Spot {
  holder: Json
  key: string
  fact: Given
}

/** Something to do to a ledger; the numbers choose the spot and the value, whatever the ledger holds. */
export interface Change {
  what: 'remove' | 'none' | 'set'
  spot: number
  value: number
}

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ what: fc.constantFrom('remove', 'none', 'set'), spot: fc.nat(), value: fc.nat() }),
  { minLength: 1, maxLength: 12 },
)

/** A copy of a ledger with facts blanked, set to none where the catalogue allows it, and changed. */
export function changed(plan: Plan, ledger: unknown, list: readonly Change[]): unknown {
  const copy = structuredClone(ledger) as Json
  for (const { what, spot, value } of list) {
    const spots = spotsIn(copy, plan.root.layout)
    const chosen = spots[spot % spots.length]
    if (!chosen) continue
    const { holder, key, fact } = chosen
    if (what === 'remove') delete holder[key]
    else if (what === 'none' && fact.nullable) holder[key] = null
    else holder[key] = valueFor(fact, value, holder[key]) ?? holder[key]
    if (holder[key] === undefined) delete holder[key]
  }
  return copy
}

function spotsIn(holder: Json, layout: Layout): Spot[] {
  return [...layout].flatMap(([key, entry]): Spot[] => {
    const value = holder[key]
    if (entry.kind === 'fact') return entry.fact.isKey ? [] : [{ holder, key, fact: entry.fact }]
    if (typeof value !== 'object' || value === null) return []
    if (entry.kind === 'group') return spotsIn(value as Json, entry.layout)
    if (entry.kind !== 'list') return []
    return Object.values(value).flatMap((record) => spotsIn(record as Json, entry.scope.layout))
  })
}

/** Mostly a day; else a month, a year, or just that it has come. */
function dateFor(seed: number, future: boolean): string | true {
  const day = new Date(Date.UTC(2018, 0, 1 + (seed % 1500))).toISOString()
  if (seed % 13 === 0 && !future) return true
  return day.slice(0, seed % 7 === 0 ? 7 : seed % 11 === 0 ? 4 : 10)
}

/** Near what stood there, so that thresholds are met, missed and exceeded; undefined leaves an id as it is. */
function valueFor({ type, values, future }: Given, seed: number, before: unknown): unknown {
  switch (type) {
    case 'boolean':
      return seed % 2 === 0
    case 'integer':
    case 'money':
      return Math.max(0, (typeof before === 'number' ? before : 0) + (seed % 9) - 4)
    case 'rate':
      return `${seed % 3}%`
    case 'date':
      return dateFor(seed, future)
    case 'enum':
      return [...(values?.keys() ?? [])][seed % (values?.size ?? 1)]
    default:
      return undefined
  }
}
