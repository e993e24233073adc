import { InputError, type EvaluateOptions } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'

const policy = compiledPack('ganzhou-2018-32')

describe('S112: a question without a date', () => {
  it('is an error, and never taken to be about today', () => {
    const ask = () => policy.evaluate(readSample(), {} as EvaluateOptions)
    expect(ask).toThrow(InputError)
    expect(ask).toThrow(/asOf/)
  })
})

describe('S113: the Measures for the Administration of Law Firms', () => {
  /** The orders of the Ministry of Justice that a finding on the forming of a branch rests on, with the article. */
  function ordersCited(asOf: string): string[] {
    const firm = { id: 'F', establishedOn: '2010-01-01', closedOn: null, organization: null, members: { full: 3 } }
    const ledger = { counties: [{ id: 'K', level: 'county', firms: [firm] }] }
    const { findings } = policy.evaluate(ledger, { asOf, detail: 'findings', requirements: ['own-organization'] })
    return findings.flatMap(({ citations }) =>
      citations.flatMap(({ id, article }) => {
        const { number, title } = policy.plan.instruments.get(id)!
        return title.zh.startsWith('律师事务所管理办法') ? [`${number} ${article?.zh}`] : []
      }),
    )
  }

  it.each([
    ['2018-12-31', '司法部令第133号 第四条'],
    ['2019-01-14', '司法部令第133号 第四条'],
    ['2019-01-15', '司法部令第142号 第四条'],
    ['2019-02-01', '司法部令第142号 第四条'],
  ])('are cited on %s as %s', (asOf, order) => {
    expect(ordersCited(asOf)).toEqual([order])
  })
})
