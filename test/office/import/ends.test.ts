import { describe, expect, test } from 'vitest'
import { compile } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { readPack } from '../../load-packs.ts'
import type { Value } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'

const NAME = '甲律师事务所'

/** The city, had the term of its branches another length from some day. */
function withLaterTerm(from: string, value: number): Plan {
  const source = readPack('ganzhou-2018-32')
  const file = 'parameters.json'
  const uses = source.uses!.map((pack) => {
    const all = JSON.parse(String(pack.files[file])) as { parameters: Record<string, { values: object[] }> }
    const term = all.parameters['branchTermYears']!
    const [first] = term.values
    term.values = [
      { ...first, to: from },
      { ...first, from, value },
    ]
    return { ...pack, files: { ...pack.files, [file]: JSON.stringify(all) } }
  })
  return compile({ ...source, uses }).plan
}

describe('the end of a term', () => {
  const register = (kind: string, end: string, form = '单独', branch = '甲所支部') =>
    importedGrid([
      ['填报日期：2020年3月31日', '', '', '', '', ''],
      ['律师事务所名称', '执业律师数', '组建形式', '党组织名称', '类别', '届满时间'],
      [NAME, 5, form, branch, kind, end],
    ])
  const organizationIn = async (result: ReturnType<typeof register>) =>
    firmsIn(await result).get(NAME)?.['organization']

  test.each([
    ['党支部', '2021-06-30', '2018-06-30'],
    ['党总支', '2021年6月', '2018-06'],
    ['党委', '2021-06-30', '2016-06-30'],
    ['党支部', '2024-02-29', '2021-03-01'],
    ['党支部', '2021', '2018'],
  ])('of a %s on %s says that it began on %s', async (kind, end, began) => {
    const result = register(kind, end)
    expect(await organizationIn(result)).toMatchObject({ termStart: began })
    expect((await result).notes).toEqual([])
    expect((await result).provenance).toContainEqual(
      expect.objectContaining({ pointer: expect.stringMatching(/termStart$/), cell: 'F3' }),
    )
  })

  test('says nothing of when it began where the kind of the organization is not known', async () => {
    const result = register('', '2021-06-30')
    expect(await organizationIn(result)).not.toHaveProperty('termStart')
    expect((await result).notes.map(briefly)).toEqual(['台账 F3 waits-for-other'])
  })

  const withStart = (began: string, end: string, elected = '') =>
    importedGrid([
      ['填报日期：2020年3月31日', '', '', ''],
      ['支部名称', '任命时间', '应换届时间', '实际换届时间'],
      [`中共${NAME}党支部`, began, end, elected],
    ])

  test.each([
    ['2017-07-01', '2020-06-30', ''],
    ['2017-07-01', '2020-07-01', ''],
    ['2017-06-29', '2020-06-30', ''],
    ['2017-06', '2020-07-01', ''],
    ['2017-07', '2020-06-30', ''],
    ['2017-07-01', '2020年6月', ''],
    ['2016-07-01', '2019-06-30', '2019-07-15'],
    ['2016-07-01', '2019-06-30', '2019-05-20'],
    ['', '2019-06-30', '2019-05-20'],
  ])('agrees with a term from %s where it is %s (elected %j)', async (began, end, elected) => {
    const result = await withStart(began, end, elected)
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { termStart: elected || began } })
    expect(result.notes).toEqual([])
  })

  test.each([
    ['2017-06-28', '2020-06-30'],
    ['2017-07-02', '2020-06-30'],
    ['2017-05', '2020-06-02'],
    ['2017', '2021-01-02'],
  ])('does not agree with a term from %s where it is %s', async (began, end) => {
    expect((await withStart(began, end)).notes.map(briefly)).toEqual(['台账 C3 end-differs'])
  })

  test('is told where it does not follow from the beginning, which counts', async () => {
    const result = await withStart('2017-07-01', '2021-06-30')
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { termStart: '2017-07-01' } })
    expect(result.notes.map(briefly)).toEqual(['台账 C3 end-differs'])
  })

  test.each([
    ['2016-07-01', '2020-06-30'],
    ['2016-07', '2020年4月'],
    ['2016', '2021'],
  ])('leaves it open where by a term from %s it is over, and by the end %s it is not', async (began, end) => {
    const result = await withStart(began, end)
    expect(firmsIn(result).get(NAME)?.['organization']).not.toHaveProperty('termStart')
    expect(result.notes.map(({ code, place, other }) => [code, place.cell, other?.cell])).toEqual([
      ['contradiction', 'C3', 'B3'],
    ])
  })

  test('is a contradiction between two tables too', async () => {
    const ledgerOfFirms: Value[][] = [
      ['填报日期：2026年9月30日'],
      ['律所名称', '执业律师数', '单独', '类别', '届满时间'],
      [NAME, 5, '√', '党支部', '2027-08-31'],
    ]
    const elections: Value[][] = [
      ['换届情况表（2026年9月30日）'],
      ['支部名称', '本届任期起始时间', '任期届满时间'],
      [`${NAME}党支部`, '2021-01-01', '2024-01-01'],
    ]
    for (const grids of [
      [ledgerOfFirms, elections],
      [elections, ledgerOfFirms],
    ]) {
      const result = await importedGrids(grids)
      expect(firmsIn(result).get(NAME)?.['organization']).not.toHaveProperty('termStart')
      expect(result.notes.map(({ code }) => code)).toContain('contradiction')
    }
  })

  test('is the beginning where the others say that there was no election', async () => {
    const result = await withStart('', '2019-06-30', '尚未换届')
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { termStart: '2016-06-30' } })
    expect(result.notes).toEqual([])
  })

  test('says nothing beside an election that is not understood', async () => {
    const result = await withStart('', '2019-06-30', '延期')
    expect(firmsIn(result).get(NAME)?.['organization']).not.toHaveProperty('termStart')
    expect(result.notes.map(briefly)).toEqual(['台账 C3 waits-for-other', expect.stringMatching(/^台账 D3 not-under/)])
  })

  test('of a joint branch is of a branch', async () => {
    const result = await register('', '2021-06-30', '联合', '甲乙联合支部')
    expect(JSON.stringify(result.ledger)).toContain('"termStart":"2018-06-30"')
    expect(firmsIn(result).get(NAME)?.['organization']).toBeNull()
  })
})

describe('the length of a term', () => {
  const reminder = async (heads: readonly string[], row: readonly (string | number)[], name = `${NAME}党总支`) => {
    const result = await importedGrid([
      ['支部名称', ...heads],
      [name, ...row],
    ])
    const [firm] = firmsIn(result).values()
    return { organization: firm?.['organization'], notes: result.notes.map(briefly), result }
  }

  const COMMITTEE = '甲律师事务所党委'

  test.each([[3], ['3年'], ['三年']])('that is as the rules have it says nothing more: %s', async (years) => {
    const { organization, notes } = await reminder(['任期（年）', '应换届时间'], [years, '2026年8月'])
    expect(organization).toMatchObject({ termStart: '2023-08' })
    expect(notes).toEqual([])
  })

  test.each([
    [['任期（年）', '应换届时间'], ['五年', '2026年8月'], `${NAME}党总支`],
    [['任期（年）', '应换届时间'], [3, '2026年8月'], COMMITTEE],
    [['本届任期起始时间', '任期'], ['2021年8月', '五年'], `${NAME}党支部`],
    [['任期', '本届任期起始时间', '应换届时间'], ['5年', '2021年8月', '2026年8月'], `${NAME}党支部`],
    [['任期（年）', '上次换届时间', '应换届时间'], [5, '2021年8月12日', '2026年8月'], `${NAME}党支部`],
  ])('that the rules do not give it leaves open when the term began: %j %j of %s', async (heads, row, name) => {
    const { organization, notes } = await reminder([...heads], [...row], name)
    expect(organization).toHaveProperty('kind')
    expect(organization).not.toHaveProperty('termStart')
    expect(notes).toEqual([expect.stringMatching(/contradiction$/)])
  })

  test('that differs is told at its cell with both numbers, and at the day', async () => {
    const { result } = await reminder(['任期（年）', '应换届时间'], ['五年', '2026年8月'])
    const [note] = result.notes
    expect(note).toMatchObject({ place: { cell: 'B2' }, other: { cell: 'C2' } })
    expect(note!.text.zh).toMatch(/5年，而按规定是3年/)
    expect(result.columns.map(({ use }) => use)).toEqual(['read', 'read', 'read'])
  })

  test.each([
    ['10年', ['台账 B2 contradiction'], false],
    ['11年', ['台账 B2 not-understood'], true],
    ['2024年', ['台账 B2 not-understood'], true],
  ])('that is longer than any term is none: %s', async (length, told, isKept) => {
    const { organization, notes } = await reminder(['任期', '本届任期起始时间'], [length, '2021年8月'])
    expect(Object.keys(organization ?? {}).includes('termStart')).toBe(isKept)
    expect(notes).toEqual(told)
  })

  test.each([
    [3, ['2023-08'], []],
    [4, [], ['台账 B2 contradiction']],
    [5, ['2021-08'], []],
  ])('that the rules gave it when it began or give it when it ends is right: %i', async (years, began, told) => {
    const grid = [
      ['支部名称', '任期（年）', '本届任期起始时间', '应换届时间'],
      [`${NAME}党支部`, years, began[0] ?? '2022-08', '2026年8月'],
    ]
    const result = await importedGrid(grid, { plan: withLaterTerm('2024-01-01', 5) })
    const [firm] = firmsIn(result).values()
    expect(firm?.['organization']).toMatchObject(began.map((termStart) => ({ termStart }))[0] ?? {})
    expect(result.notes.map(briefly).filter((note) => note.includes('contradiction'))).toEqual(told)
  })

  test('that is not in years leaves open when it began', async () => {
    const { organization, notes } = await reminder(['任期（年）', '应换届时间'], ['按章程', '2026年8月'])
    expect(organization).not.toHaveProperty('termStart')
    expect(notes).toEqual(['台账 C2 waits-for-other'])
  })

  test('that is not in years is told where there is nothing that it could decide', async () => {
    const { notes } = await reminder(['任期'], ['按章程'])
    expect(notes).toEqual(['台账 B2 not-understood'])
  })

  test.each([
    ['', 5, ['台账 E3 waits-for-other']],
    ['党支部', 5, ['台账 F3 contradiction']],
    ['党委', 5, []],
  ])('decides nothing in the main form without the kind of the organization: %j', async (kind, years, notes) => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律师事务所名称', '执业律师数', '组建形式', '党组织名称', '届满时间', '任期（年）', '类别'],
      [NAME, 5, '单独', '甲所党组织', '2026.12.31', years, kind],
    ])
    const { organization } = firmsIn(result).get(NAME) as { organization: object }
    expect('termStart' in organization).toBe(notes.length === 0)
    expect(result.notes.map(briefly)).toEqual(notes)
  })

  test('of an instructor is none of a branch', async () => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律师事务所名称', '执业律师数', '组建形式', '党组织名称', '类别', '届满时间', '党建指导员姓名', '任期'],
      [NAME, 5, '单独', '甲所党支部', '党支部', '2026.12.31', '王建国', 5],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { termStart: '2023-12-31' } })
  })

  test('an election before is the beginning where it fits the end', async () => {
    const heads = ['任期（年）', '上次换届时间', '应换届时间']
    const { organization, notes, result } = await reminder(heads, [3, '2023年8月12日', '2026年8月'])
    expect(organization).toMatchObject({ termStart: '2023-08-12' })
    expect(notes).toEqual([])
    expect(result.columns[2]!.why?.zh).toMatch(/^只与同一行的“应换届时间”核对/)
  })

  test('an election before that does not fit the end leaves open when the term began, which is told', async () => {
    const { organization, notes, result } = await reminder(['上次换届时间', '应换届时间'], ['2021年8月', '2026年8月'])
    expect(organization).not.toHaveProperty('termStart')
    expect(notes).toEqual(['台账 C2 contradiction'])
    expect(result.notes[0]!.text.zh).toMatch(/与“上次换届时间”的日期相差不是规定的3年/)
  })
})
