import { expect, test } from 'vitest'
import { chineseNumber } from '../../../packages/office/src/papers/chinese-number.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [21, '二十一'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [2000, '二千'],
  [3004, '三千零四'],
])('%i is numbered %s', (value, words) => {
  expect(chineseNumber(value)).toBe(words)
})
