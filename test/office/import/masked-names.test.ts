import { describe, expect, test } from 'vitest'
import { briefly, city, firmsIn, importedGrid } from './imported.ts'
import { readPerson } from '../../../packages/office/src/person/read-person.ts'
import { isMaskedName } from '../../../packages/office/src/person/masked-name.ts'

const NAME = '甲律师事务所'
const HEADINGS = ['律所名称', '执业律师数', '党员总数', '主任', '主任政治面貌', '单独', '党组织名称', '书记']
const FORM = [...HEADINGS, '是否“一肩挑”']

const row = (director: string, secretary: string, ...more: string[]) => [
  NAME,
  12,
  5,
  director,
  '中共党员',
  '√',
  '甲律师事务所党支部',
  secretary,
  ...more,
]

test.each(['张某', '李××', '王*', '陈某某', '刘〇', '李X', '李XX', '张*明', '张某1', '欧阳×', '张王某某', '王某同志'])(
  '%s is the name of somebody, and masked',
  (text) => {
    const who = readPerson(text)
    expect(who).toHaveProperty('name')
    expect('name' in who && isMaskedName(who.name)).toBe(true)
  },
)

test.each(['张甲', '欧阳甲', '李四×2', '××', '某某', '主任×', '待定*'])('%s is no masked name of somebody', (text) => {
  const who = readPerson(text)
  expect('name' in who && isMaskedName(who.name)).toBe(false)
})

describe('a masked name', () => {
  test.each([
    ['张某', '张某'],
    ['李××', '李××'],
    ['王*', '王*'],
    ['张某', '李某'],
    ['张某', '张甲'],
    ['张某', '李乙'],
  ])('makes of %s and %s neither one person nor two', async (director, secretary) => {
    const result = await importedGrid([HEADINGS, row(director, secretary)], { on: '2026-09-30' })
    const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30' })
    const ofOneShoulder = findings.filter(({ requirement }) => requirement === 'one-shoulder')
    expect(ofOneShoulder.map(({ status }) => status)).toEqual(['unknown'])
    const ids = [firmsIn(result).get(NAME)?.['director'], firmsIn(result).get(NAME)?.['secretary']].map(
      (one) => (one as { id?: string } | undefined)?.id,
    )
    expect(ids.filter((id) => id !== undefined).length).toBeLessThan(2)
    expect(result.notes.filter(({ code }) => code === 'no-person' || code === 'nobody')).toEqual([])
  })

  test('is one person, or two, where the form says so', async () => {
    const one = await importedGrid([FORM, row('张某', '张某', '是')])
    expect(firmsIn(one).get(NAME)).toMatchObject({
      director: { id: 'person-1' },
      secretary: { id: 'person-1', isPrincipalManager: true },
    })
    expect(one.persons).toEqual({ 'person-1': '张某' })
    const two = await importedGrid([FORM, row('张某', '张某', '否')])
    expect(firmsIn(two).get(NAME)).toMatchObject({ director: { id: 'person-1' }, secretary: { id: 'person-2' } })
    expect([one.notes, two.notes]).toEqual([[], []])
  })

  test('stands for the whole name beside it where the form says that they are one', async () => {
    for (const [director, secretary] of [
      ['张甲', '张某'],
      ['张×', '张甲'],
    ] as const) {
      const result = await importedGrid([FORM, row(director, secretary, '是')])
      expect(firmsIn(result).get(NAME)).toMatchObject({ director: { id: 'person-1' }, secretary: { id: 'person-1' } })
      expect(result.persons).toEqual({ 'person-1': '张甲' })
    }
  })

  test('is left open where the form says that two of different surnames are one', async () => {
    const result = await importedGrid([FORM, row('张某', '李某', '是')])
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
    expect(result.notes.map(briefly)).toEqual(['台账 I2 contradiction', '台账 E2 waits-for-other'])
  })

  test('is told once for each office, with all its cells', async () => {
    const others = ['乙律师事务所', '丙律师事务所'].map((name) => [name, ...row('陈某', '周甲').slice(1)])
    const result = await importedGrid([HEADINGS, row('张某', '张某'), ...others])
    const masked = result.notes.filter(({ code }) => code === 'masked-name')
    expect(masked.map(briefly)).toEqual(['台账 D2 masked-name', '台账 H2 masked-name'])
    const [ofDirectors, ofSecretary] = masked.map(({ text }) => text.zh)
    expect(ofDirectors).toContain('有3处')
    expect(ofDirectors).toContain('（台账 D2 D3 D4）')
    expect(ofDirectors).toContain('“一肩挑”一列')
    expect(ofSecretary).toContain('有1处')
    for (const name of ['张某', '陈某']) expect(JSON.stringify(result)).not.toContain(name)
  })

  test('of an instructor is somebody', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '指导员姓名', '指导员选派时间'],
      [NAME, 5, '李××', '2023.3.1'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ instructors: [{ to: null, from: '2023-03-01' }] })
    expect(result.notes).toEqual([])
  })
})
