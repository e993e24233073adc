import { expect, test } from 'vitest'
import { inOfficeWords } from '../../../packages/office/src/papers/office-words.ts'
import { readSample } from '../../load-packs.ts'
import { city, cityReport } from './sample-papers.ts'

const source = {
  policy: city,
  report: cityReport({ asOf: '2019-12-31' }),
  ledger: readSample(),
  language: 'zh',
} as const

test.each([
  ['晚于', '已过', '未到'],
  ['不晚于', '未过', '已到'],
  ['早于', '未到', '已过'],
  ['不早于', '已到', '未过'],
])('that the day of the report is %s another is said of the other day, from either side', (than, ifDay, ifOther) => {
  const day = '2019年12月31日'
  expect(inOfficeWords(`评价日期为${day}，${than}期限（2019年6月1日）`, source)).toBe(
    `期限为2019年6月1日，截至${day}${ifDay}`,
  )
  expect(inOfficeWords(`期限为2019年6月1日，${than}评价日期（${day}）`, source)).toBe(
    `期限为2019年6月1日，截至${day}${ifOther}`,
  )
})
