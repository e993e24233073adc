import { inItsYear } from '@tiaoli/engine/plan'
import { expect, it } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { cityPapers, tablesOf } from '../office/papers/sample-papers.ts'

const { findings } = compiledPack('ganzhou-2018-32').evaluate(readSample(), { asOf: '2020-06-30' })
const ofYears = findings.filter(({ period }) => period !== undefined)
const sentencesOf = (finding: (typeof findings)[number]) =>
  JSON.stringify({ ...finding, citations: [], parameters: [] })

it('no sentence of a finding on a year says 该年度: it names the year', () => {
  expect(ofYears.some((finding) => sentencesOf(finding).includes('该年度'))).toBe(true)
  for (const finding of ofYears) expect(sentencesOf(inItsYear(finding))).not.toContain('该年度')
})

it('no sentence of a list of problems does either', async () => {
  const { papers } = await cityPapers('problems', { asOf: '2020-06-30', detail: 'findings' })
  const said = JSON.stringify(papers.map(({ bytes }) => tablesOf(bytes)))
  expect(said).toContain('2019年度')
  expect(said).not.toContain('该年度')
})

it('an English sentence names the year once', () => {
  const [finding] = ofYears
  const inWords = (en: string) => inItsYear({ ...finding!, period: 2019, remedy: { zh: '', en } }).remedy!.en
  expect(inWords('Assess lawyers for that year together.')).toBe('Assess lawyers for that year (2019) together.')
  expect(inWords('The year is not over.')).toBe('The year (2019) is not over.')
  expect(inWords('Not done in 2019: say so for that year.')).toBe('Not done in 2019: say so for that year.')
})

it('a finding on no year stays as it is', () => {
  const others = findings.filter(({ period }) => period === undefined)
  expect(others.map(inItsYear)).toEqual(others)
})
