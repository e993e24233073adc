import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, anyOf, not, type Truth } from '../../../packages/engine/src/values/truth.ts'

const TRUTHS: Truth[] = [true, false, undefined]
const identity = (truth: Truth) => truth
const and = (a: Truth, b: Truth) => allOf([a, b], identity)
const or = (a: Truth, b: Truth) => anyOf([a, b], identity)

describe('Kleene logic', () => {
  it('takes the lesser truth for "and", the greater for "or"', () => {
    const rank = (truth: Truth) => (truth === false ? 0 : truth === undefined ? 1 : 2)
    for (const a of TRUTHS)
      for (const b of TRUTHS) {
        expect(rank(and(a, b))).toBe(Math.min(rank(a), rank(b)))
        expect(rank(or(a, b))).toBe(Math.max(rank(a), rank(b)))
      }
  })

  it('leaves what is open open when negated', () => {
    expect(TRUTHS.map(not)).toEqual([false, true, undefined])
  })

  it('obeys De Morgan', () => {
    for (const a of TRUTHS) for (const b of TRUTHS) expect(not(and(a, b))).toBe(or(not(a), not(b)))
  })

  it('never takes back what it decided once more becomes known', () => {
    const open = fc.array(fc.constantFrom(...TRUTHS), { maxLength: 6 })
    fc.assert(
      fc.property(open, fc.infiniteStream(fc.boolean()), (truths, coins) => {
        const filled = truths.map((truth) => truth ?? coins.next().value)
        for (const combine of [allOf, anyOf]) {
          const before = combine(truths, identity)
          if (before !== undefined) expect(combine(filled, identity)).toBe(before)
        }
      }),
    )
  })

  it('holds for all of nothing, and for none of nothing', () => {
    expect(allOf([], identity)).toBe(true)
    expect(anyOf([], identity)).toBe(false)
  })
})
