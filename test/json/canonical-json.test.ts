import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@tiaoli/engine/plan'

describe('canonical JSON', () => {
  test('sorts keys by their code units, as RFC 8785 asks in its section 3.2.3', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
    const json = canonicalJson(Object.fromEntries(names.map((name) => [name, name.length])))
    expect(json).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:${name.length}`).join(',')}}`)
  })

  test.each([
    [333333333.3333333, '333333333.3333333'],
    [1e30, '1e+30'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    [1e-27, '1e-27'],
    [-0, '0'],
    ['\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    [[56, { d: true, 10: null, 1: [] }], '[56,{"1":[],"10":null,"d":true}]'],
    [undefined, 'null'],
    [[undefined, { a: undefined, b: 1 }], '[null,{"b":1}]'],
  ])('writes %j in its one form', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  test.each([NaN, Infinity, 'x\ud800', { '\udc00': 1 }])('refuses what has no such form', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError)
  })

  test('says the same of a value however its keys are ordered, and loses nothing', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, item]) => [key, turned(item)] as const)
          .toReversed(),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        expect(canonicalJson(turned(plain))).toBe(canonicalJson(plain))
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
      }),
    )
  })
})
