import type { Finding, Report } from '@tiaoli/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothRuntimes } from './both-runtimes.ts'
import { ledgers, packs } from './random-pack.ts'

describe('packs with random conditions', () => {
  it('are found the same by both runtimes, known or not', { timeout: 120_000 }, async () => {
    const met = new Set<Finding['status']>()
    await fc.assert(
      fc.asyncProperty(packs, ledgers, async (pack, ledger) => {
        const outcome = await bothRuntimes(pack).expectSame(ledger, { asOf: '2019-02-15' })
        expect(outcome).toHaveProperty('report')
        const { findings } = (outcome as { report: Report<'findings'> }).report
        for (const { status } of findings) met.add(status)
      }),
      { numRuns: 300 },
    )
    expect([...met]).toEqual(expect.arrayContaining(['met', 'not_met', 'not_applicable', 'unknown']))
  })
})
