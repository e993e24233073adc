import assert from 'node:assert/strict'
import type { Finding } from '@tiaoli/engine'
import { define } from '../property.ts'
import { consistentFindings, eachCase, worlds } from '../world.ts'
import { without } from '../world/ledger.ts'
import { concerns } from './missing.ts'

/** So often at most has anything to be filled in: a list, its records, their facts, what these refer to. */
const STEPS = 12

export const settling = define({
  name: 'settling',
  claim: 'filling in what is missing, step by step, settles a finding, and then it has its reasons',
  share: 1.5,
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, whole, blanks, options: asked, seed }) => {
      const options = { ...asked, exact: seed % 3 > 0 }
      const settled = [...(consistentFindings(policy, whole, options) ?? [])]
      const cases = blanks.length === 0 ? [] : settled.filter(([, { status }]) => status !== 'unknown')
      for (const [key, { requirement, status }] of cases) {
        const settings = { ...options, requirements: [requirement] }
        const last = settle(blanks, (open) => consistentFindings(policy, without(whole, open), settings)?.get(key))
        if (!last) continue // its record was never there
        assert.equal(last.status, status, key)
        assert.ok(last.reasons.length > 0 || last.notInForce, `${key} has no reason`)
      }
      return cases.length
    }),
})

/** Fills in what a finding says is missing until it says no more. */
function settle(
  blanks: readonly string[],
  look: (open: readonly string[]) => Finding | undefined,
): Finding | undefined {
  let open = blanks
  let finding = look(open)
  for (let step = 0; finding?.status === 'unknown' && step < STEPS; step++) {
    const { missing } = finding
    open = open.filter((pointer) => !missing.some((item) => concerns(item, pointer)))
    finding = look(open)
  }
  return finding
}
