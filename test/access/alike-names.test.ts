import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areAlike } from '../../workers/api/src/access/alike-names.ts'

test.each([
  ['li', '1i'],
  ['li', 'lı'],
  ['li', 'lɪ'],
  ['bob', 'b0b'],
  ['tim', 'tirn'],
  ['口', '⼝'],
  ['paypal', 'ρaypal'],
])('%s and %s look alike', (one, other) => {
  expect(areAlike(one, other)).toBe(true)
  expect(areAlike(other, one)).toBe(true)
})

test.each([
  ['li', 'lin'],
  ['王明', '王朋'],
  ['li@x.cn', 'li@y.cn'],
  ['li', 'l.i'],
])('%s and %s do not', (one, other) => {
  expect(areAlike(one, other)).toBe(false)
})

test('every name looks like itself, also with unseen letters in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (name, at) => {
      const letters = Array.from(name)
      letters.splice(at % (letters.length + 1), 0, '\u200B')
      expect(areAlike(name, letters.join(''))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
