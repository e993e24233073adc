import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeActorName } from '../../workers/api/src/access/actor-name.ts'

describe('names of actors', () => {
  test.each(['Li@x.cn', ' li@x.cn ', 'LI@X.CN', 'ｌｉ＠ｘ．ｃｎ', 'li@x.cn\u3000'])(
    'the name %j is li@x.cn',
    (written) => {
      expect(normalizeActorName(written)).toBe('li@x.cn')
    },
  )

  test('the words of a name are separated by one space', () => {
    expect(normalizeActorName('Wang\u00A0 Wu')).toBe('wang wu')
  })

  test('a normalized name stays the same when it is normalized again', () => {
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
