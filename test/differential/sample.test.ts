import { compile } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'
import { describe, expect, it } from 'vitest'
import { readPack, readSample } from '../load-packs.ts'
import { bothRuntimes } from './both-runtimes.ts'

describe('the city of 79 firms', () => {
  const ledger = readSample()
  const { expectSame } = bothRuntimes(readPack('ganzhou-2018-32'))

  it.each([
    ['2018-11-29', undefined],
    ['2018-12-31', undefined],
    ['2019-03-31', 'strict'],
    ['2019-12-31', 'practice'],
    ['2020-06-30', 'pretax-from-2020'],
    ['2021-03-01', 'strict'],
  ])('is found the same by both runtimes on %s with profile %s', async (asOf, profile) => {
    const outcome = await expectSame(ledger, { asOf, notInForce: true, ...(profile === undefined ? {} : { profile }) })
    expect(outcome).toHaveProperty('report')
  })

  it('gets the same verdicts', async () => {
    expect(await expectSame(ledger, { asOf: '2019-06-30', detail: 'verdicts' })).toHaveProperty('report')
  })

  // One at a time, so that what an earlier requirement leaves behind cannot hide a difference.
  it.each(['dues-returned', 'instructor', 'admission-transfer'])('gets the same traces of %s', async (id) => {
    const outcome = await expectSame(ledger, {
      asOf: '2018-12-15',
      detail: 'trace',
      requirements: [id],
      notInForce: true,
    })
    expect(outcome).toHaveProperty('report')
  })

  it('is not mixed up by evaluations that overlap', async () => {
    const source = readPack('ganzhou-2018-32')
    const reference = compileReference(source)
    const compiled = compile(source)
    const dates = ['2018-12-31', '2019-06-30', '2019-12-31', '2021-03-01']
    const reports = await Promise.all(dates.map((asOf) => reference.evaluate(ledger, { asOf, detail: 'verdicts' })))
    expect(reports).toEqual(dates.map((asOf) => compiled.evaluate(ledger, { asOf, detail: 'verdicts' })))
  })
})
