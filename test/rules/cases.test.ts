import { checkCases, compile } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'
import { describe, expect, it } from 'vitest'
import { packIds, readPack } from '../../scripts/read-pack.ts'

describe.each(packIds())('the cases of %s', async (id) => {
  const policy = compile(readPack(id))
  const reference = compileReference(readPack(id))
  const compiled = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
  const stock = await checkCases(reference.plan, (ledger, options) => reference.evaluate(ledger, options))

  it.each(compiled)('$file $id finds what it expects', ({ failures }) => {
    expect(failures).toEqual([])
  })

  it.each(stock)('$file $id finds the same on stock json-rules-engine', ({ failures }) => {
    expect(failures).toEqual([])
  })
})
