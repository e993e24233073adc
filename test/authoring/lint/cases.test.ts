import { describe, expect, it } from 'vitest'
import { toyText } from '../../support/toy-pack.ts'
import { lintsOfText } from './lint-toy.ts'

const EXPECT = [{ requirement: 'licence', status: 'met' }]

function told(bases: object, ...cases: object[]) {
  const content = {
    bases,
    cases: cases.map((item, i) => ({ id: `C${i}`, asOf: '2019-01-01', expect: EXPECT, ...item })),
  }
  const files = { ...toyText(), 'cases/all.json': JSON.stringify(content, null, 2) }
  return lintsOfText(files)
    .filter(({ code }) => code === 'case-fault')
    .map(({ about, pointer, suggestion }) => [about, pointer, suggestion])
}

const town = { kitchens: [{ id: 'K1', licensed: true }] }

describe('a case', () => {
  it('that can be run is not reported', () => {
    expect(told({ town }, { base: 'town' }, { ledger: town })).toEqual([])
  })

  it('is reported with what its day, its parameters and its expectations have wrong', () => {
    const expectation = { requirement: 'licences', status: 'met' }
    expect(
      told(
        { town },
        { base: 'town', asOf: '2026-1-31' },
        { base: 'town', parameters: { seats: 3 } },
        { base: 'town', expect: [...EXPECT, expectation, expectation] },
      ),
    ).toEqual([
      ['C0', '/cases/0/asOf', undefined],
      ['C1', '/cases/1/parameters/seats', undefined],
      ['C2', '/cases/2/expect/1/requirement', 'licence'],
    ])
  })

  it('is reported with a fault of its ledger where that was written: in the base once, in what is set, or in its own', () => {
    const faulty = { kitchens: [{ id: 'K1', licenced: true }] }
    expect(
      told(
        { faulty, town },
        { base: 'faulty' },
        { base: 'town', set: { '/kitchens/0/seats': 'many' } },
        { base: 'town', set: { '/kitchens/-': { id: 'K2', seatz: 3 } } },
        { ledger: faulty },
      ),
    ).toEqual([
      ['C0', '/bases/faulty/kitchens/0/licenced', 'licensed'],
      ['C1', '/cases/1/set/~1kitchens~10~1seats', undefined],
      ['C2', '/cases/2/set/~1kitchens~1-/seatz', 'seats'],
      ['C3', '/cases/3/ledger/kitchens/0/licenced', 'licensed'],
    ])
  })
})
