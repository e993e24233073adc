import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@tiaoli/engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { describe, expect, it } from 'vitest'
import { MARKS, markOf, rowsOf, togetherOf } from '../../packages/workbench/src/engine/picture.ts'
import { pictureOf } from '../../packages/workbench/src/engine/picture-of.ts'
import { Judging } from '../../packages/workbench/src/engine/judging.ts'

const CITY = join(import.meta.dirname, '../../rules/ganzhou-2018-32/samples/city-of-79.json')
const policy = compile(ganzhou)
const ledger = policy.parseLedger(readFileSync(CITY))
const DAY = { asOf: '2019-01-01', profile: undefined }
const verdicts = policy.evaluate(ledger, { asOf: '2019-01-01', detail: 'verdicts' })
const picture = new Judging().picture(policy, ledger, DAY)
const rows = rowsOf(picture.groups)

describe('what an address calls a record', () => {
  const firm = (id: string, name: string) => ({ id, name })
  const keysOf = (counties: readonly object[]) => {
    const made = policy.parseLedger(JSON.stringify({ counties }))
    const { groups } = new Judging().picture(policy, made, DAY)
    return rowsOf(groups).map(({ unit }) => [unit.name, unit.key])
  }
  const firms = [firm('firm-1', '甲律师事务所'), firm('firm-2', '乙律师事务所')]

  it('is its name, wherever it stands and whatever its id is', () => {
    const before = keysOf([{ id: 'c1', name: '章贡区', firms }])
    const after = keysOf([
      { id: 'c9', name: '南康区', firms: [firm('firm-1', '丙律师事务所')] },
      { id: 'c1', name: '章贡区', firms: [firm('firm-9', '乙律师事务所'), firm('firm-2', '甲律师事务所')] },
    ])
    expect(before).toContainEqual(['甲律师事务所', '甲律师事务所'])
    for (const pair of before) expect(after).toContainEqual(pair)
  })

  it('is of one record alone, though two have one name', () => {
    const keys = keysOf([{ id: 'c1', name: '章贡区', firms: [...firms, firm('firm-3', '甲律师事务所')] }])
    expect(new Set(keys.map(([, key]) => key)).size).toBe(keys.length)
  })
})

it('a county keeps its name on a day on which nothing is asked of it', () => {
  const made = policy.parseLedger(
    JSON.stringify({
      counties: [{ id: 'c1', name: '章贡区', firms: [{ id: 'firm-1', name: '甲律师事务所' }] }],
    }),
  )
  const before = policy.evaluate(made, { asOf: '2018-05-05', detail: 'verdicts' })
  expect(before.findings.map(({ subject }) => subject.scope)).toContain('firm')
  expect(before.findings.map(({ subject }) => subject.scope)).not.toContain('county')
  const { groups } = new Judging().picture(policy, made, { asOf: '2018-05-05', profile: undefined })
  expect(groups.map(({ unit }) => unit?.name)).toContain('章贡区')
})

describe('the picture of the sample city', () => {
  it('has its firms as rows in their counties, and what is of no county behind them', () => {
    const groups = picture.groups.map(({ unit, rows: own }) => [unit?.id, own.length])
    expect(groups.slice(0, 2)).toEqual([
      ['K00', 22],
      ['K01', 10],
    ])
    expect(groups.at(-1)![0]).toBeUndefined()
    const firms = picture.groups.flatMap(({ unit, rows: own }) => (unit ? own : []))
    expect(firms.map(({ unit }) => unit.id)).toEqual(
      (ledger as any).counties.flatMap((county: any) => county.firms.map(({ id }: { id: string }) => id)),
    )
  })

  it('counts every verdict once, by row, by requirement and as a whole', () => {
    const sums = (counts: readonly { counts: Readonly<Record<string, number>> }[]) =>
      Object.fromEntries(MARKS.map((mark) => [mark, counts.reduce((sum, { counts: of }) => sum + (of[mark] ?? 0), 0)]))
    expect(sums(rows)).toEqual(sums(picture.requirements))
    const { not_met, not_reached, to_check, ...others } = sums(rows)
    const { not_met: broken, ...rest } = verdicts.summary
    expect({ ...others, not_met: not_met! + not_reached! + to_check! }).toEqual({ ...rest, not_met: broken })
  })

  it('shows in each cell the gravest mark of its theme, with how often it is there', () => {
    const { requirements } = policy.plan
    for (const { unit, cells, subjects } of rows.slice(0, 30))
      for (const [i, theme] of picture.themes.entries()) {
        const marks = verdicts.findings.flatMap(({ requirement: id, subject, status }) => {
          const requirement = requirements.find((one) => one.id === id)!
          const isHere = subjects.includes(subject.pointer) && requirement.theme.zh === theme.zh
          return isHere ? [markOf(status, requirement.force, false)] : []
        })
        const gravest = MARKS.find((mark) => marks.includes(mark))
        const count = marks.filter((mark) => mark === gravest).length
        expect(cells[i], `${unit.id} ${theme.zh}`).toEqual(gravest && expect.objectContaining({ mark: gravest, count }))
      }
  })

  it('tells of each requirement the rows behind each number', () => {
    const shoulder = picture.requirements.find(({ id }) => id === 'one-shoulder')!
    const broken = shoulder.rows.not_met!.map((place) => rows[place]!.unit.id)
    expect(broken).toContain('F027')
    expect(broken).toEqual(
      verdicts.findings.flatMap(({ requirement, subject, status }) =>
        requirement === 'one-shoulder' && status === 'not_met' ? [subject.id] : [],
      ),
    )
  })
})

it.each([
  ['must', 'not_met'],
  ['direct', 'not_met'],
  ['constitutive', 'not_met'],
  ['strive', 'not_reached'],
  ['goal', 'not_reached'],
  ['encourage', 'not_reached'],
  ['advisory', 'not_reached'],
] as const)('what is not met of a requirement with the force %s has the mark %s', (force, mark) => {
  expect(markOf('not_met', force, false)).toBe(mark)
  expect(markOf('not_met', force, true)).toBe('to_check')
})

it('each record is looked for once, however many findings are about it', () => {
  let asked = 0
  class Counted<K, V> extends Map<K, V> {
    override get(key: K): V | undefined {
      asked++
      return super.get(key)
    }
  }
  const { plan } = policy
  pictureOf({ ...plan, scopes: new Counted(plan.scopes) }, verdicts, ledger, undefined, () => false)
  const subjects = new Set(verdicts.findings.map(({ subject }) => subject.pointer))
  expect(verdicts.findings.length).toBeGreaterThan(8 * subjects.size)
  expect(asked).toBeLessThan(4 * subjects.size)
})

it('a group that is folded shows how often it has the gravest mark, and what else there is', () => {
  const [grave, light] = MARKS
  const row = (...marks: (readonly [(typeof MARKS)[number], number])[]) => ({
    ...rows[0]!,
    cells: marks.map(([mark, count]) => ({ mark, count })),
    counts: Object.fromEntries(marks),
  })
  const group = { unit: undefined, own: row([light, 5]), rows: [row([grave, 2]), row([grave, 1]), row([light, 7])] }
  const { cells, counts } = togetherOf(group, 2)
  expect(cells).toEqual([{ mark: grave, count: 3, others: { [light]: 12 } }, undefined])
  expect(counts).toMatchObject({ [grave]: 3, [light]: 12 })
})
