import assert from 'node:assert/strict'
import { define } from '../property.ts'
import { consistentFindings, eachCase, worlds } from '../world.ts'
import type { Json } from '../world/condition.ts'

export const unwrittenYear = define({
  name: 'unwritten-year',
  claim: 'a year that is written, with nothing in it, decides no finding otherwise and accuses nobody',
  share: 0.5,
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, ledger, options, seed }) => {
      const before = incomplete(ledger)
      const after = withBlankYear(before, 2016 + (seed % 5))
      const unwritten = consistentFindings(policy, before, options)
      const written = consistentFindings(policy, after, options)
      if (!unwritten || !written) return 0
      for (const [key, { status, possible }] of unwritten) {
        const now = written.get(key)
        if (!now) continue
        assert.ok(status === 'unknown' || now.status === status, `${key}: ${status} became ${now.status}`)
        for (const outcome of now.possible) assert.ok(possible.includes(outcome), `${key}: ${outcome} was not listed`)
      }
      return unwritten.size
    }),
})

/** A copy in which no list of years is said to be complete. */
function incomplete(ledger: Json): Json {
  const copy = structuredClone(ledger)
  for (const kitchen of kitchensOf(copy)) delete kitchen['complete']
  return copy
}

function withBlankYear(ledger: Json, year: number): Json {
  const copy = structuredClone(ledger)
  for (const { years } of kitchensOf(copy))
    if (typeof years === 'object' && years !== null && !(year in years)) (years as Json)[year] = {}
  return copy
}

function kitchensOf(ledger: Json): Json[] {
  return Array.isArray(ledger['kitchens']) ? (ledger['kitchens'] as Json[]) : []
}
