import assert from 'node:assert/strict'
import type { WhatIf, Verdict } from '@tiaoli/engine'
import { define } from '../property.ts'
import { eachCase, keyOf, worlds } from '../world.ts'
import type { Json } from '../world/condition.ts'

export const whatIf = define({
  name: 'what-if',
  claim: 'a supposition of `whatIf`, applied to the ledger, leads to the outcome it states',
  share: 0.25,
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, ledger, options }) => {
      const { findings } = policy.evaluate(ledger, {
        ...options,
        detail: 'findings',
        statuses: ['not_met', 'pending'],
      })
      const curable = findings.filter((finding) => finding.whatIf.length > 0)
      for (const finding of curable) {
        const settings = { ...options, detail: 'verdicts', requirements: [finding.requirement] } as const
        for (const supposition of finding.whatIf) {
          const mended: readonly Verdict[] = policy.evaluate(applied(ledger, supposition), settings).findings
          const after = mended.find((verdict) => keyOf(verdict) === keyOf(finding))
          assert.equal(after?.status, supposition.leadsTo, `${keyOf(finding)}: ${JSON.stringify(supposition.changes)}`)
        }
      }
      return curable.length
    }),
})

/** A copy of a ledger with what a supposition changes; groups and records are made where there are none. */
function applied(ledger: Json, { changes }: WhatIf): Json {
  const copy = structuredClone(ledger)
  for (const { pointer, to } of changes) {
    const path = pointer.split('/').slice(1)
    const last = path.pop()!
    let holder = copy
    for (const step of path) holder = (holder[step] ??= {}) as Json
    holder[last] = to
  }
  return copy
}
