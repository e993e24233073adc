import { expect, test } from 'vitest'
import { amountIn } from '../../../packages/office/src/values/read-number.ts'

test.each([
  ['十七元', 1700],
  ['1.005千元', 100_500],
  // In hundreds of yuan this is 4.1, and a hundred times that a little less than 410.
  ['0.041百元', 410],
])('%s is so much in fen, to the nearest', (text, fen) => {
  expect(amountIn(text, { 元: 100, 万元: 1_000_000 }, undefined)).toBe(fen)
})

const UNITS = { 元: 100, 万元: 1_000_000 }

test.each([
  ['3100.0499999999997元', 310_005],
  ['0.31000499999999996万元', 310_005],
  ['31.000499999999997万元', 31_000_500],
  ['123.456789万元', 123_456_789],
  ['987654321.98700001万元', 987_654_321_987_000],
])('what arithmetic leaves behind an amount is no part of it: %s', (text, fen) => {
  expect(amountIn(text, UNITS, undefined)).toBe(fen)
})

test.each(['12345.678元', '1.2345678万元', '1.2345678万', '0.004元', '0.0000004万元'])(
  '%s is no amount: there are no parts of a fen',
  (text) => {
    expect(amountIn(text, UNITS, undefined)).toBeUndefined()
  },
)
