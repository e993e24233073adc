import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '甲律师事务所'

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
  const reminder = async (heads: readonly string[], row: readonly (string | number)[]) => {
    const result = await importedGrid([
      ['支部名称', ...heads],
      [`${NAME}党总支`, ...row],
    ])
    const [firm] = firmsIn(result).values()
    return { organization: firm?.['organization'], notes: result.notes.map(briefly) }
  }

  test.each([[5], ['5年'], ['五年']])('decides when it began: %s', async (years) => {
    const { organization, notes } = await reminder(['任期（年）', '应换届时间'], [years, '2026年8月'])
    expect(organization).toMatchObject({ termStart: '2021-08' })
    expect(notes).toEqual([])
  })

  test('that is not in years leaves open when it began', async () => {
    const { organization, notes } = await reminder(['任期（年）', '应换届时间'], ['按章程', '2026年8月'])
    expect(organization).not.toHaveProperty('termStart')
    expect(notes).toEqual(['台账 C2 waits-for-other'])
  })

  test('decides without the kind of the organization in the main form', async () => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律师事务所名称', '执业律师数', '组建形式', '党组织名称', '届满时间', '任期（年）'],
      [NAME, 5, '单独', '甲所支部', '2026.12.31', 5],
    ])
    expect(firmsIn(result).get(NAME)?.['organization']).toMatchObject({ termStart: '2021-12-31' })
  })

  test('an election before is the beginning where it fits the end', async () => {
    const heads = ['任期（年）', '上次换届时间', '应换届时间']
    const { organization, notes } = await reminder(heads, [5, '2021年8月12日', '2026年8月'])
    expect(organization).toMatchObject({ termStart: '2021-08-12' })
    expect(notes).toEqual([])
  })

  test('an election before that does not fit the end leaves open when the term began, which is told', async () => {
    const { organization, notes } = await reminder(['上次换届时间', '应换届时间'], ['2021年8月', '2026年8月'])
    expect(organization).not.toHaveProperty('termStart')
    expect(notes).toEqual(['台账 C2 contradiction'])
  })
})
