import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPage } from './run-page.ts'

// `vitest run test/e2e/walkthrough.test.ts --update` writes what the commands print now.
test.each([
  ['walkthrough.md', 12],
  ['amendment.md', 10],
])('every command of %s prints what the page says', async (name, least) => {
  const { printed, steps } = await runPage(name)
  expect(steps).toBeGreaterThan(least)
  await expect(printed).toMatchFileSnapshot(join(import.meta.dirname, '..', '..', 'docs', name))
})
