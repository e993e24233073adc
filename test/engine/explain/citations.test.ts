import { describe, expect, it } from 'vitest'
import { findingOn, requirement, words } from '../../support/toy-pack.ts'

const parts = {
  instruments: {
    code: { title: words('厨房守则', 'Kitchen code'), evidence: 'secondary' },
    'old-law': { title: words('旧食品法', 'Old Food Act'), evidence: 'verified', inForce: { to: '2019-01-01' } },
  },
  requirements: [
    requirement({
      requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
      basis: [
        { instrument: 'code', article: '第一条' },
        { instrument: 'code', article: '第二条', evidence: 'to-be-verified', effective: { from: '2018-12-31' } },
        { instrument: 'old-law' },
      ],
    }),
  ],
}

function gradesOn(asOf: string) {
  const { citations } = findingOn(parts, { cleanedOn: null }, { asOf })
  return citations
    .filter(({ kind }) => kind === 'instrument')
    .map(({ id, article, evidence, evidenceLabel }) => [id, article, evidence, evidenceLabel?.zh])
}

describe('a citation of an outside instrument', () => {
  it('says in words how sure we are of it, and an article may be less sure than its instrument', () => {
    expect(gradesOn('2018-12-31')).toEqual([
      ['code', '第一条', 'secondary', '据转载'],
      ['code', '第二条', 'to-be-verified', '待核'],
      ['old-law', undefined, 'verified', '已核'],
    ])
  })

  it('is left out on days on which the instrument, or this reading of it, was not in force', () => {
    const idsOn = (day: string) => gradesOn(day).map(([id, article]) => `${id} ${article ?? ''}`.trim())
    expect(idsOn('2018-12-30')).toEqual(['code 第一条', 'old-law'])
    expect(idsOn('2019-01-01')).toEqual(['code 第一条', 'code 第二条'])
  })
})
