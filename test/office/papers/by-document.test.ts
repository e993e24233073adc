import { expect, test } from 'vitest'
import { inOrderOfDocument } from '../../../packages/office/src/papers/by-document.ts'
import { city, cityReport } from './sample-papers.ts'

test('findings of one clause and subject stand in the order of their years, however they came', () => {
  const { findings } = cityReport({ asOf: '2020-12-31', requirements: ['debriefing'], subjects: ['F001'] })
  const years = findings.flatMap(({ period }) => period ?? [])
  expect(years.length).toBeGreaterThan(1)
  const ordered = inOrderOfDocument(city.plan, findings.toReversed())
  expect(ordered.map(({ period }) => period)).toEqual(years.toSorted((a, b) => a - b))
})
