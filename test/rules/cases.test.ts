import { checkCases } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { compiledPack, referencePack } from '../load-packs.ts'
import { allPackIds } from '../../scripts/read-pack.ts'

describe.each(allPackIds())('the cases of %s', async (id) => {
  const policy = compiledPack(id)
  const reference = referencePack(id)
  const compiled = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
  const stock = await checkCases(reference.plan, (ledger, options) => reference.evaluate(ledger, options))

  it.each(compiled)('$file $id finds what it expects', ({ failures }) => {
    expect(failures).toEqual([])
  })

  it.each(stock)('$file $id finds the same on stock json-rules-engine', ({ failures }) => {
    expect(failures).toEqual([])
  })
})
