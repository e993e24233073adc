import assert from 'node:assert/strict'
import { define } from '../property.ts'
import { consistentFindings, eachCase, worlds, type Findings } from '../world.ts'
import { without } from '../world/ledger.ts'

export const completion = define({
  name: 'completion',
  claim: 'whatever the blanks turn out to be, the outcome is one of those listed as possible',
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, whole, ledger, blanks, options: asked, seed }) => {
      const options = { ...asked, exact: seed % 3 > 0 }
      const filled = consistentFindings(policy, whole, options)
      const open = consistentFindings(policy, ledger, options)
      // Some of the blanks filled: less is possible, or as much, but nothing new.
      const some = blanks.filter((_, i) => (seed >> (i % 30)) % 2 === 0)
      const between = consistentFindings(policy, without(whole, some), options)
      if (!filled || !open || !between) return 0
      expectNarrower(open, between)
      expectNarrower(between, filled)
      expectNarrower(open, filled)
      return 1
    }),
})

function expectNarrower(open: Findings, filled: Findings): void {
  for (const [key, { possible, exact }] of open) {
    const after = filled.get(key)
    // What is possible is a superset of what can be reached unless it says that it is exact.
    if (!after || (exact && !after.exact && after.status === 'unknown')) continue
    for (const outcome of after.possible) assert.ok(possible.includes(outcome), `${key}: ${outcome} was not listed`)
  }
}
