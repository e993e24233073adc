import { makePapers, PAPER_KINDS, statusesFor } from '@tiaoli/office/papers'
import { expect, test } from 'vitest'
import { readSample } from '../../load-packs.ts'
import { city, cityReport, names } from './sample-papers.ts'

const asOf = '2019-12-31'

test.each(PAPER_KINDS)('papers of the kind %s are the same of no more findings than they are made of', async (kind) => {
  const made = (statuses: ReturnType<typeof statusesFor>) =>
    makePapers(kind, {
      policy: city,
      report: cityReport({ asOf, statuses }),
      ledger: readSample(),
      names,
      language: 'zh',
    })
  expect(await made(statusesFor(kind))).toEqual(await made(undefined))
})

test('notices of a city need one finding in twenty', () => {
  const written = (statuses: ReturnType<typeof statusesFor>) => cityReport({ asOf, statuses }).findings.length
  expect(written(statusesFor('notices')) * 20).toBeLessThan(written(undefined))
})
