import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { picturedPapers, wordsOf } from '../../scripts/pictured-papers.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const pictured = await picturedPapers(ROOT)

it.each(pictured)('the picture of $picture was made of the paper as it is today', async (paper) => {
  const words = readFileSync(join(ROOT, 'docs', 'papers', `${paper.picture}.txt`), 'utf8')
  expect(await wordsOf(paper), 'Run node scripts/picture-papers.ts and look at the pictures.').toBe(words)
})

it.each(pictured)('a guide shows the picture of $picture', ({ picture }) => {
  const guides = ['papers.md', 'templates.md'].map((name) => readFileSync(join(ROOT, 'docs', name), 'utf8'))
  expect(guides.join('')).toContain(`](papers/${picture}.png)`)
})
