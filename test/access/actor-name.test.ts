import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlainName, normalizeActorName } from '../../workers/api/src/access/actor-name.ts'

describe('names of actors', () => {
  test.each(['li', '李明', 'li 李明', 'Ли', '王wu@x.cn'])('%j can be told from others by its look', (name) => {
    expect(isPlainName(normalizeActorName(name))).toBe(true)
  })

  test.each(['li\u200B', 'li\u1160', 'li\u3164', 'li\uFFA0', 'l\u0456', 'servi\u0441e', 'a\u03BF', 'li\u202E'])(
    '%j cannot',
    (name) => {
      expect(isPlainName(normalizeActorName(name))).toBe(false)
    },
  )

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
