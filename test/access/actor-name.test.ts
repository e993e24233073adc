import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeActorName } from '../../workers/api/src/access/actor-name.ts'

describe('a name', () => {
  test.each(['Li@x.cn', ' li@x.cn ', 'LI@X.CN', 'ｌｉ＠ｘ．ｃｎ', 'li@x.cn\u3000'])('%j is li@x.cn', (written) => {
    expect(normalizeActorName(written)).toBe('li@x.cn')
  })

  test('has one space between its words', () => {
    expect(normalizeActorName('Wang\u00A0 Wu')).toBe('wang wu')
  })

  test('is spelt in one way, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        const name = normalizeActorName(written)
        expect(normalizeActorName(name)).toBe(name)
        expect(normalizeActorName(` ${written.toUpperCase()} `)).toBe(normalizeActorName(written.toUpperCase()))
      }),
      { numRuns: 2000 },
    )
  })
})
