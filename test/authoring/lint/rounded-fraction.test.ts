import { describe, expect, it } from 'vitest'
import { requirement, words } from '../../support/toy-pack.ts'
import { lintsOf } from './lint-toy.ts'

const share = (value: string, zh = '多数同意') => ({
  parameters: {
    share: {
      label: words('比例', 'share'),
      type: 'rate',
      values: [{ value, basis: [{ instrument: 'code', quote: words(zh, 'a majority agrees') }] }],
    },
  },
  instruments: { code: { title: words('厨房守则', 'Kitchen code'), evidence: 'verified' } },
})
const told = (value: string, zh?: string) =>
  lintsOf(share(value, zh), ['rounded-fraction']).map(({ about, pointer, message }) => [about, pointer, message.en])

describe('a rate that stands for a fraction that is no finite decimal', () => {
  it.each([
    ['66.666666%', '2/3'],
    ['66.666667%', '2/3'],
    ['66.66667%', '2/3'],
    ['33.333333%', '1/3'],
    ['4.109589%', '3/73'],
    ['14.285714%', '1/7'],
    ['0.273224%', '1/366'],
    ['93.54839%', '29/31'],
  ])('%s for %s is reported', (value, fraction) => {
    expect(told(value)).toEqual([
      [
        'parameters.share',
        '/parameters/share/values/0/value',
        expect.stringContaining(`parameters.share writes ${value} for ${fraction}, which is no finite decimal`),
      ],
    ])
  })

  it.each(['66.67%', '67%', '66%'])('%s is reported where the words are 三分之二以上', (value) => {
    expect(told(value)).toEqual([])
    expect(told(value, '三分之二以上同意')).toHaveLength(1)
  })

  it.each(['50%', '8.33%', '12.5%', '0.015625%', '31.41592%', '100.000001%', '0.544959%'])('%s is none', (value) => {
    expect(told(value)).toEqual([])
    expect(told(value, '半数以上、四分之三以下')).toEqual([])
  })

  it('says what to do instead, in both languages', () => {
    const [found] = lintsOf(share('66.666667%'), ['rounded-fraction'])
    expect(found?.message.zh).toContain('一边乘 300%，另一边乘 200%')
    expect(found?.message.en).toContain('the one by 300%, the other by 200%')
  })

  it('is found in a requirement too', () => {
    const requires = {
      fact: 'kitchen.ratio',
      operator: 'greaterThanInclusive',
      value: '66.666667%',
    }
    const given = { 'kitchen.ratio': { type: 'rate', label: words('比例', 'ratio') } }
    expect(lintsOf({ given, requirements: [requirement({ requires })] }, ['rounded-fraction'])).toMatchObject([
      { about: 'rule' },
    ])
  })
})
