import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, and, anyOf, combine, not, or, type Truth } from '../../../packages/engine/src/values/truth.ts'

const TRUTHS: Truth[] = [true, false, undefined]
const identity = (truth: Truth) => truth

describe('Kleene logic', () => {
  it('takes the lesser truth for "and", the greater for "or"', () => {
    const rank = (truth: Truth) => (truth === false ? 0 : truth === undefined ? 1 : 2)
    for (const a of TRUTHS)
      for (const b of TRUTHS) {
        expect(rank(and(a, b))).toBe(Math.min(rank(a), rank(b)))
        expect(rank(or(a, b))).toBe(Math.max(rank(a), rank(b)))
      }
  })

  it('is the same for a list, for questions as one question, and pair by pair', () => {
    const truths = fc.array(fc.constantFrom(...TRUTHS), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(truths, (list) => {
        const questions = list.map((truth) => () => truth)
        const all = list.reduce(and)
        const any = list.reduce(or)
        expect(allOf(list, identity)).toBe(all)
        expect(anyOf(list, identity)).toBe(any)
        expect(combine('all', questions)(0)).toBe(all)
        expect(combine('any', questions)(0)).toBe(any)
      }),
    )
  })

  it('asks no further question once one has decided', () => {
    const asked = (kind: 'all' | 'any', truths: readonly Truth[]) => {
      const seen: Truth[] = []
      combine(
        kind,
        truths.map((truth) => () => {
          seen.push(truth)
          return truth
        }),
      )(0)
      return seen
    }
    expect(asked('all', [undefined, false])).toEqual([undefined, false])
    expect(asked('all', [false, true])).toEqual([false])
    expect(asked('any', [undefined, true, false])).toEqual([undefined, true])
  })

  it('leaves what is unknown unknown when negated', () => {
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
        for (const fold of [allOf, anyOf]) {
          const before = fold(truths, identity)
          if (before !== undefined) expect(fold(filled, identity)).toBe(before)
        }
      }),
    )
  })

  it('holds for all of nothing, and for none of nothing', () => {
    expect(allOf([], identity)).toBe(true)
    expect(anyOf([], identity)).toBe(false)
  })
})
