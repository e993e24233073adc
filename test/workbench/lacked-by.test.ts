import type { Finding } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { lackedBy } from '../../packages/workbench/src/engine/lacked-by.ts'
import { compiledPack, readSample } from '../load-packs.ts'

const policy = compiledPack('ganzhou-2018-32')

/** A ledger with its records, of which nothing is known but what they are called. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, of]) => ['id', 'name', 'person', 'kind'].includes(key) || (typeof of === 'object' && of !== null),
  )
  return Object.fromEntries(kept.map(([key, of]) => [key, bare(of)]))
}

const ledger = bare(readSample())
const findings = policy.evaluate(ledger, { asOf: '2020-06-30', statuses: ['unknown'] }).findings
const inWords = (finding: Finding) =>
  lackedBy(policy.plan, ledger, finding).map(({ text, of }) => [
    text.zh,
    ...of.map(({ unit, known }) => [unit?.id, ...known.map(({ zh }) => zh)].filter(Boolean).join(' ')),
  ])

describe('what a finding waits for', () => {
  it('is told once, with each record of which it is asked and no other that looks the same', () => {
    const several = findings.filter(
      ({ missing }) => new Set(missing.map(({ label }) => label.zh)).size < missing.length,
    )
    expect(several.length).toBeGreaterThan(20)
    for (const finding of several) {
      const told = inWords(finding)
      const asked = told.flatMap(([text, ...of]) => (of.length > 0 ? of.map((one) => `${text} ${one}`) : [text]))
      expect(new Set(asked).size, finding.requirement).toBe(finding.missing.length)
      expect(new Set(told.map(([text]) => text)).size).toBe(told.length)
    }
  })

  it('says of which working body of a firm, by its kind', () => {
    const led = findings.filter(({ requirement }) => requirement === 'working-bodies-led').map(inWords)
    expect(led.flat()).toContainEqual(['工作机构接受所在律所党组织领导', '工会', '团组织'])
  })

  it('names the firms of the whole city, and nothing beside what is the finding’s own', () => {
    const city = findings.find(({ requirement }) => requirement === 'stage-one-coverage')!
    expect(
      inWords(city)
        .find(([text]) => text === '律所成立日期')!
        .slice(0, 3),
    ).toEqual(['律所成立日期', 'F001', 'F002'])
    const own = findings.find(({ requirement }) => requirement === 'charter-party-building')!
    expect(inWords(own)).toContainEqual(['律所章程载有党建内容'])
  })
})

it('two of one kind are told apart by their places', () => {
  const bodies = (readSample() as { counties: { firms: { massOrganizations?: object[] }[] }[] }).counties
    .flatMap(({ firms }) => firms)
    .find(({ massOrganizations = [] }) => massOrganizations.length > 1)!
  const massOrganizations = bodies.massOrganizations!.map((one) => ({ ...one, kind: 'union', led: undefined }))
  const twice = JSON.parse(JSON.stringify({ counties: [{ firms: [{ ...bodies, massOrganizations }] }] })) as unknown
  const [finding] = policy.evaluate(twice, { asOf: '2020-06-30', requirements: ['working-bodies-led'] }).findings
  const [first] = lackedBy(policy.plan, twice, finding!)
  expect(first!.of.map(({ known }) => known.map(({ zh }) => zh))).toEqual([
    ['律所工作机构第1个'],
    ['律所工作机构第2个'],
  ])
})
