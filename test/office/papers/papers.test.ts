import { PAPER_KINDS, paperTitle } from '@tiaoli/office/papers'
import { expect, test } from 'vitest'
import { cityPapers } from './sample-papers.ts'

test.each(PAPER_KINDS)('the paper %s has a title in both languages, and is an office file', async (kind) => {
  const { zh, en } = paperTitle(kind)
  expect(zh).toMatch(/^\p{Script=Han}+$/u)
  expect(en).toMatch(/^[\w ]+$/)
  const { papers } = await cityPapers(kind, { asOf: '2019-12-31', subjects: ['F027'] })
  for (const { bytes } of papers) expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
})
