import { checkCases } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'
import { describe, expect, it } from 'vitest'
import { readPack } from '../load-packs.ts'

describe.each(['party-organization-basics', 'ganzhou-2018-32'])('the cases of %s', (id) => {
  it('find on stock json-rules-engine what they expect', async () => {
    const reference = compileReference(readPack(id))
    const results = await checkCases(reference.plan, (ledger, options) => reference.evaluate(ledger, options))
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter(({ failures }) => failures.length > 0)).toEqual([])
  })
})
