import { PAPER_KINDS, paperTitle } from '@tiaoli/office/papers'
import { expect, test } from 'vitest'
import { HEADINGS } from '../../../packages/office/src/papers/headings.ts'
import { cityPapers } from './sample-papers.ts'

test.each(PAPER_KINDS)('the paper %s has a title in both languages, and is an office file', async (kind) => {
  const { zh, en } = paperTitle(kind)
  expect(zh).toMatch(/^\p{Script=Han}+$/u)
  expect(en).toMatch(/^[A-Z][\w -]+$/)
  const { papers } = await cityPapers(kind, { asOf: '2019-12-31', subjects: ['F027'] })
  for (const { bytes } of papers) expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
})

test.each(['zh', 'en'] as const)('no two columns of papers are called the same in %s', (language) => {
  const words = Object.values(HEADINGS).map((heading) => heading[language].toLowerCase())
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
})
