import assert from 'node:assert/strict'
import type { WhatIf, Verdict } from '@tiaoli/engine'
import { define } from '../property.ts'
import { GIVEN as TOY_FACTS } from '../../support/toy-pack.ts'
import { eachCase, keyOf, worlds } from '../world.ts'
import { GIVEN } from '../world/catalogue.ts'
import type { Json } from '../world/condition.ts'

export const whatIf = define({
  name: 'what-if',
  claim:
    'a supposition of `whatIf`, applied to the ledger, leads to the outcome it states, and supposes nothing that is not the bearer’s or is past',
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
        const settings = {
          ...options,
          detail: 'verdicts',
          requirements: [finding.requirement],
          ...yearOf(finding),
        } as const
        for (const supposition of finding.whatIf) {
          for (const change of supposition.changes) assertOpen(change, options.asOf)
          const mended: readonly Verdict[] = policy.evaluate(
            applied(ledger, supposition, options.asOf),
            settings,
          ).findings
          const after = mended.find((verdict) => keyOf(verdict) === keyOf(finding))
          assert.equal(after?.status, supposition.leadsTo, `${keyOf(finding)}: ${JSON.stringify(supposition.changes)}`)
        }
      }
      return curable.length
    }),
})

/** Whether it is the bearer’s to bring about, and has not happened: by the catalogue and the ledger alone. */
function assertOpen({ fact, pointer, from, to }: WhatIf['changes'][number], asOf: string): void {
  const entry = GIVEN_FACTS[fact]
  assert.ok(entry, `${fact} is part of an attestation`)
  const { type, changeable = type === 'id' || type === 'text' ? 'no' : 'bearer' } = entry
  assert.equal(changeable, 'bearer', fact)
  assert.notEqual(type, 'reference', fact)
  if (type === 'date') return assert.ok(typeof from !== 'string' || from > asOf, `${fact} was ${String(from)}`)
  const [, year] = /\/years\/(\d+)\//.exec(pointer) ?? []
  assert.ok(year === undefined || year >= asOf.slice(0, 4), `${pointer} is past`)
  if (type === 'money') assert.ok(Number(to) >= Number(from ?? 0), `${fact} is taken back`)
}

const GIVEN_FACTS: Record<string, { type: string; future?: boolean; changeable?: string } | undefined> = {
  ...TOY_FACTS,
  ...GIVEN,
}

/** An earlier year is listed of itself only as long as it is open. */
function yearOf({ period }: Verdict): { periods?: number[] } {
  return period === undefined ? {} : { periods: [period] }
}

/**
 * A copy of a ledger with what a supposition changes; groups and records are made where there are none. What is done
 * after the day of the ledger stands in one that is drawn up then.
 */
function applied(ledger: Json, { changes }: WhatIf, asOf: string): Json {
  const copy = structuredClone(ledger)
  const isLater = ({ fact, to }: WhatIf['changes'][number]) =>
    GIVEN_FACTS[fact]?.type === 'date' && !GIVEN_FACTS[fact].future && String(to) > String(copy['on'])
  if (copy['on'] && changes.some(isLater)) copy['on'] = asOf
  for (const { pointer, to } of changes) {
    const path = pointer.split('/').slice(1)
    const last = path.pop()!
    let holder = copy
    for (const step of path) holder = (holder[step] ??= {}) as Json
    holder[last] = to
  }
  return copy
}
