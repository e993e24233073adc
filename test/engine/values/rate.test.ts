import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRate, parseRate } from '../../../packages/engine/src/values/rate.ts'

describe('rates', () => {
  it.each([
    ['1%', 1_000_000],
    ['0.99%', 990_000],
    ['0%', 0],
    ['100%', 100_000_000],
    ['0.000001%', 1],
  ])('reads %s exactly', (text, expected) => expect(parseRate(text)).toBe(expected))

  it.each(['1', '0.01', '1 %', '1％', '-1%', '.5%', '1.%', '1.0000001%', '1e2%', '1,5%', '%', ''])(
    'refuses "%s"',
    (text) => expect(parseRate(text)).toBeUndefined(),
  )

  it('writes a rate in its shortest form', () => {
    expect(formatRate(parseRate('1.500000%')!)).toBe('1.5%')
    expect(formatRate(parseRate('007%')!)).toBe('7%')
  })

  it('writes every rate as it reads it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (rate) => {
        expect(parseRate(formatRate(rate))).toBe(rate)
      }),
    )
  })
})
