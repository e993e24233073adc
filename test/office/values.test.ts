import { expect, test } from 'vitest'
import { dateWithin } from '../../packages/office/src/values/read-date.ts'
import { readPeriod } from '../../packages/office/src/values/read-period.ts'
import { numberInWords } from '../../packages/office/src/values/number-in-words.ts'

test.each([
  ['2018年3月至2018年', { from: '2018-03', to: '2018' }],
  ['2018年至2018年3月', { from: '2018', to: '2018-03' }],
  ['2018年3月至2018年2月', undefined],
  ['2020至2018', undefined],
])('the period %s ends where it can, also in a year that has the month in it', (text, period) => {
  expect(readPeriod(text)).toEqual(period)
})

test.each([
  ['十', 10],
  ['十二', 12],
  ['一百一十', 110],
  ['百', undefined],
  ['百二十', undefined],
  ['一百十', undefined],
  ['二十三百', undefined],
  ['十十', undefined],
])('%s is the number %s', (text, number) => {
  expect(numberInWords(text)).toBe(number)
})

test.each([
  ['批准于2010年5月2日', '2010-05-02'],
  ['registered 1 December 2019', '2019-12-01'],
  ['2018年3月批准，2020年5月换届', undefined],
  ['约2018年3月至2020年5月', undefined],
  ['约2018-2020', undefined],
  ['registered 1 December 2019, inspected 2020-05-01', undefined],
  ['电话13970712345', undefined],
])('of %s, the only date is proposed: %s', (text, date) => {
  expect(dateWithin(text)).toBe(date)
})
