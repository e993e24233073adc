import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type Finding } from '@tiaoli/engine'
import { inItsYear, isToBeChecked } from '@tiaoli/engine/plan'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { describe, expect, it } from 'vitest'
import { Judging } from '../../packages/workbench/src/engine/judging.ts'
import { markOf, rowsOf, type Mark } from '../../packages/workbench/src/engine/picture.ts'
import { nameOf } from '../../packages/workbench/src/parts/name-of.ts'
import { widthsOf } from '../../packages/workbench/src/screens/results/widths.ts'

const CITY = join(import.meta.dirname, '../../rules/ganzhou-2018-32/samples/city-of-79.json')
const DAY = { asOf: '2019-01-01', profile: undefined }
const text = readFileSync(CITY, 'utf8')

/** The pack, with words of one requirement that nobody has seen. */
function withUnseenBasis(): typeof ganzhou {
  const file = 'requirements/charter.json'
  const content = structuredClone<unknown>(ganzhou.files[file]) as { requirements: Record<string, unknown>[] }
  const [first] = content.requirements
  const [instrument] = compile(ganzhou).plan.instruments.keys()
  delete first!['clauses']
  first!['force'] = 'must'
  first!['basis'] = [{ instrument, evidence: 'to-be-verified' }]
  return { ...ganzhou, files: { ...ganzhou.files, [file]: JSON.stringify(content) } }
}

describe('what rests on something that is to be checked alone', () => {
  it.each([
    ['as of the day of the ledger', 1, ganzhou, text, DAY],
    ['as of an earlier day', 10, ganzhou, JSON.stringify({ ...(JSON.parse(text) as object), on: '2019-12-31' }), DAY],
    ['by an instrument that nobody has seen', 10, withUnseenBasis(), text, DAY],
    ['where what else it cites is over', 20, ganzhou, text, { ...DAY, asOf: '2026-12-01' }],
  ])('%s: has that mark in the picture as in its findings', (_, least, source, written, day) => {
    const policy = compile(source)
    const ledger = policy.parseLedger(written)
    const picture = new Judging().picture(policy, ledger, day)
    const { findings } = policy.evaluate(ledger, day)
    const marks = (of: readonly Finding[]) => {
      const counts: Partial<Record<Mark, number>> = {}
      for (const finding of of) {
        const mark = markOf(finding.status, finding.force, isToBeChecked(finding))
        counts[mark] = (counts[mark] ?? 0) + 1
      }
      return counts
    }
    for (const { id, counts } of picture.requirements)
      expect(counts, id).toEqual(marks(findings.filter(({ requirement }) => requirement === id)))
    expect(findings.filter(isToBeChecked).length).toBeGreaterThanOrEqual(least)
  })
})

describe('a ledger that was judged', () => {
  const policy = compile(ganzhou)

  /** A ledger that counts how often something of it is read. */
  function counted(): { ledger: unknown; reads: () => number } {
    let reads = 0
    const watch = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value
      return new Proxy(value, {
        get: (target, key, self) => {
          reads++
          return watch(Reflect.get(target, key, self))
        },
      })
    }
    return { ledger: watch(policy.parseLedger(text)), reads: () => reads }
  }

  it('is not read again when its records are looked at, and these have the findings of a whole evaluation', () => {
    const { ledger, reads } = counted()
    const judging = new Judging()
    const { groups } = judging.picture(policy, ledger, DAY)
    const before = reads()
    expect(before).toBeGreaterThan(1000)
    const all = policy.evaluate(policy.parseLedger(text), DAY).findings
    const rows = rowsOf(groups)
    for (const { subjects } of [...rows.slice(0, 12), ...rows.slice(-2), ...rows.slice(0, 2)]) {
      const found = judging.findings(policy, ledger, DAY, { subjects: [...subjects] })
      expect(found).toEqual(all.filter(({ subject }) => subjects.includes(subject.pointer)).map(inItsYear))
    }
    expect(reads()).toBe(before)
  })

  it('is read again on another day, and another ledger is', () => {
    const { ledger, reads } = counted()
    const judging = new Judging()
    judging.picture(policy, ledger, DAY)
    const before = reads()
    judging.picture(policy, ledger, { ...DAY, asOf: '2020-06-30' })
    expect(reads()).toBeGreaterThan(before)
  })
})

describe('firms of one name', () => {
  const policy = compile(ganzhou)
  const shown = (...counties: readonly (readonly [string, readonly string[]])[]) => {
    let id = 0
    const ledger = {
      counties: counties.map(([name, firms]) => ({
        id: `K${++id}`,
        name,
        firms: firms.map((firm) => ({ id: `F${++id}`, name: firm })),
      })),
    }
    const { groups } = new Judging().picture(policy, policy.parseLedger(JSON.stringify(ledger)), DAY)
    return groups.flatMap(({ unit, rows }) => (unit ? rows : [])).map(({ unit }) => nameOf(unit, {}, (said) => said.zh))
  }

  it('are told apart by their counties, else by their ids', () => {
    expect(shown(['章贡区', ['甲所', '乙所']], ['南康区', ['甲所']])).toEqual([
      '甲所（章贡区）',
      '乙所',
      '甲所（南康区）',
    ])
    expect(shown(['章贡区', ['甲所', '甲所']])).toEqual(['甲所（F2）', '甲所（F3）'])
  })
})

it('a cell says of what is open that something of it is met, and columns are as wide as their numbers', () => {
  const policy = compile(ganzhou)
  const picture = new Judging().picture(policy, policy.parseLedger(text), DAY)
  const cells = rowsOf(picture.groups).flatMap((row) => row.cells.flatMap((cell) => cell ?? []))
  expect(cells.some(({ mark, others }) => mark === 'not_met' && (others?.met ?? 0) > 0)).toBe(true)
  const unfolded = widthsOf(picture, picture.groups, false)
  const folded = widthsOf(picture, picture.groups, true)
  expect(folded.theme).toBeGreaterThanOrEqual(unfolded.theme)
  const [group] = picture.groups
  const many = { ...group!, rows: Array.from({ length: 120 }, () => group!.rows).flat() }
  expect(widthsOf(picture, [many], true).theme).toBeGreaterThan(folded.theme)
})
