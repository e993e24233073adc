import assert from 'node:assert/strict'
import type { Cure, Verdict } from '@tiaoli/engine'
import { define } from '../property.ts'
import { eachCase, keyOf, worlds } from '../world.ts'
import type { Json } from '../world/condition.ts'

export const cures = define({
  name: 'cures',
  claim: 'a cure, applied to the ledger, leads to what it promises',
  share: 0.25,
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, ledger, options }) => {
      const { findings } = policy.evaluate(ledger, {
        ...options,
        detail: 'findings',
        statuses: ['not_met', 'pending'],
      })
      const curable = findings.filter((finding) => finding.cures.length > 0)
      for (const finding of curable) {
        const settings = { ...options, detail: 'verdicts', requirements: [finding.requirement] } as const
        for (const cure of finding.cures) {
          const mended: readonly Verdict[] = policy.evaluate(applied(ledger, cure), settings).findings
          const after = mended.find((verdict) => keyOf(verdict) === keyOf(finding))
          assert.equal(after?.status, cure.leadsTo, `${keyOf(finding)}: ${JSON.stringify(cure.changes)}`)
        }
      }
      return curable.length
    }),
})

/** A copy of a ledger with what a cure changes; groups and records are made where there are none. */
function applied(ledger: Json, { changes }: Cure): Json {
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
