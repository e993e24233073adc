import type { Plan } from '@tiaoli/engine/plan'
import { compiledPack } from '../load-packs.ts'
import type { Dimension, Sizes } from './trial.ts'

type Json = Record<string, unknown>
type Layout = Plan['root']['layout']
type Given = Plan['root']['given'][number]

export const PACK = 'ganzhou-2018-32'
const { plan } = compiledPack(PACK)

/** How many records of a scope each record above it has. */
const MOST: Readonly<Record<string, number>> = {
  county: 200,
  firm: 60_000,
  year: 40,
  jointBranchYear: 40,
  cityYear: 40,
  countyYear: 40,
}
const SCOPES = [...scopesIn(plan.root.layout)]

/** What may be written of a record: nothing, what there is none of, an early or a late value, or all that by turns. */
const FILLS = ['blank', 'none', 'early', 'late', 'mixed'] as const
type Fill = (typeof FILLS)[number]

export const LEDGER_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  ...Object.fromEntries(SCOPES.map((scope) => [scope, { most: MOST[scope] ?? 20_000 }])),
  fill: { most: FILLS.length - 1, isChoice: true },
  strange: { most: 200_000 },
  text: { most: 3_000_000 },
  space: { most: 9_000_000 },
}

/** Ledgers from which the search begins: many records of one scope, with nothing and with everything. */
export const LEDGER_SEEDS: readonly Sizes[] = [
  { county: 1, firm: 2000, fill: 0 },
  { county: 1, firm: 100, fill: 4 },
  { county: 1, firm: 100, fill: 2, year: 10 },
  ...SCOPES.filter((scope) => !['county', 'firm'].includes(scope)).map((scope) => ({
    county: 1,
    firm: 3,
    jointBranch: scope.startsWith('joint') ? 3 : 0,
    year: scope === 'debriefing' ? 3 : 0,
    jointBranchYear: scope === 'jointBranchDebriefing' ? 3 : 0,
    [scope]: MOST[scope] ?? 1000,
    fill: 4,
  })),
  { county: 1, firm: 1, strange: 50_000 },
  { county: 1, firm: 2, text: 1_000_000 },
  { space: 8_000_000 },
]

/** A ledger of the city of these sizes, as text. */
export function dearLedger(sizes: Sizes): string {
  const fill = FILLS[(sizes['fill'] ?? 0) % FILLS.length]!
  const ledger = record(plan.root.layout, sizes, fill, 'R', { left: 200_000 })
  for (let i = 0; i < (sizes['strange'] ?? 0); i++) ledger[`strange${i}`] = i
  if (sizes['text']) ledger['id'] = 'x'.repeat(sizes['text'])
  const text = JSON.stringify(ledger)
  return `${text.slice(0, -1)}${' '.repeat(sizes['space'] ?? 0)}}`
}

/** A list cannot be refused for its length before it is made. */
interface Room {
  left: number
}

function record(layout: Layout, sizes: Sizes, fill: Fill, id: string, room: Room): Json {
  room.left--
  const made: Json = {}
  let at = 0
  for (const [key, entry] of layout) {
    if (entry.kind === 'fact') {
      const value = valueFor(entry.fact, fill === 'mixed' ? FILLS[++at % 4]! : fill, id)
      if (value !== undefined) made[key] = value
    } else if (entry.kind === 'group') made[key] = record(entry.layout, sizes, fill, id, room)
    else if (entry.kind === 'list') {
      const { scope } = entry
      const count = Math.min(sizes[scope.name] ?? 0, room.left)
      const records = Array.from({ length: Math.max(count, 0) }, (_, i) =>
        record(scope.layout, sizes, fill, `${id}-${scope.name[0]}${i}`, room),
      )
      if (records.length > 0)
        made[key] =
          scope.key === undefined ? records : Object.fromEntries(records.map((one, i) => [String(2026 - i), one]))
    }
  }
  return made
}

function valueFor(fact: Given, fill: Fill, id: string): unknown {
  if (fact.isKey) return undefined
  if (fact.type === 'id' && fact.name.endsWith('.id')) return id
  if (fill === 'blank') return undefined
  if (fill === 'none') return fact.nullable ? null : undefined
  const isLate = fill === 'late'
  switch (fact.type) {
    case 'boolean':
      return isLate
    case 'integer':
    case 'money':
      return isLate ? 12 : 1
    case 'rate':
      return isLate ? '3%' : '1%'
    case 'date':
      return isLate ? '2018-11-30' : '2017-02-01'
    case 'enum':
      return [...(fact.values?.keys() ?? [])].at(isLate ? -1 : 0)
    default:
      return undefined
  }
}

function* scopesIn(layout: Layout): Generator<string> {
  for (const [, entry] of layout) {
    if (entry.kind === 'group') yield* scopesIn(entry.layout)
    else if (entry.kind === 'list') {
      yield entry.scope.name
      yield* scopesIn(entry.scope.layout)
    }
  }
}
