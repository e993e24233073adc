import assert from 'node:assert/strict'
import type { Missing } from '@tiaoli/engine'
import { define } from '../property.ts'
import { consistentFindings, eachCase, worlds } from '../world.ts'
import { without } from '../world/ledger.ts'

export const missing = define({
  name: 'missing',
  claim: 'an unknown finding names what is missing: filling in anything else never decides it',
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, whole, ledger, blanks, options: asked, seed }) => {
      const options = { ...asked, exact: seed % 3 > 0 }
      const unknown = consistentFindings(policy, ledger, { ...options, statuses: ['unknown'] })
      if (!unknown || !consistentFindings(policy, whole, { ...options, requirements: [] })) return 0
      for (const [key, finding] of unknown) {
        assert.ok(finding.missing.length > 0, `${key} is unknown for no reason`)
        const named = blanks.filter((pointer) => finding.missing.some((item) => concerns(item, pointer)))
        const others = without(whole, named)
        const after = consistentFindings(policy, others, { ...options, requirements: [finding.requirement] })?.get(key)
        if (after) assert.equal(after.status, 'unknown', `${key} is decided by what it does not name as missing`)
      }
      return unknown.size
    }),
})

/** Whether a blank is what is missing, lies within it, or has it within. */
export function concerns({ pointer }: Missing, blank: string): boolean {
  if (pointer === undefined) return false
  const [asked, left] = [listOf(pointer), listOf(blank)]
  return asked === left || left.startsWith(`${asked}/`) || asked.startsWith(`${left}/`)
}

/** Whether a list is complete says something of each year that is not in it, and a year may be all that it lacks. */
function listOf(pointer: string): string {
  return pointer.replace(/\/complete(\/years)?$/, '/years')
}
