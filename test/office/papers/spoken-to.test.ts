import { expect, test } from 'vitest'
import { spokenTo } from '../../../packages/office/src/papers/spoken-to.ts'

test.each([
  ['江西楚天律师事务所', '你所'],
  ['市律师行业党委', '你委'],
  ['市律师协会', '你会'],
  ['江西楚天律师事务所党总支', '你总支'],
  ['联合党支部', '你支部'],
  ['市司法局党组', '你党组'],
  ['市司法局', '你局'],
  ['学校食堂', '你单位'],
])('%s is spoken to as %s', (name, words) => {
  expect(spokenTo(name)).toBe(words)
})
