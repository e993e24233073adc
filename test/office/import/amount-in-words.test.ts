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
