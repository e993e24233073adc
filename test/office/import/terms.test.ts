import { describe, expect, test } from 'vitest'
import type { CellObject } from '@e965/xlsx'
import type { Value } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '甲律师事务所'

describe('the first day of a term', () => {
  const imported = (appointed: string, elected: string) =>
    importedGrid([
      ['填报日期：2020年3月31日', '', '', ''],
      ['名称', '任命时间', '应换届时间', '实际换届时间'],
      [NAME, appointed, '2019-06-30', elected],
    ])
  const termStart = async (result: ReturnType<typeof imported>) =>
    (firmsIn(await result).get(NAME)?.['organization'] as { termStart?: string } | undefined)?.termStart

  test.each([
    ['2016-07-01', '2019-07-15', '2019-07-15'],
    ['2016-07-01', '2019年7月', '2019-07'],
    ['2019-07-20', '2019-07-15', '2019-07-20'],
    ['2019-07', '2019-07-15', '2019-07-15'],
    ['2019-07-20', '2016-06-28', '2019-07-20'],
    ['', '2019-07-15', '2019-07-15'],
    ['2016-07-01', '', '2016-07-01'],
    ['2016-07-01', '/', '2016-07-01'],
    ['2016-07-01', '尚未换届', '2016-07-01'],
  ])('of who was appointed on %j, after an election on %j, is %s', async (appointed, elected, first) => {
    const result = imported(appointed, elected)
    expect(await termStart(result)).toBe(first)
    expect((await result).notes).toEqual([])
  })

  test.each(['经批准延期至2020年6月', '延期', '已换届'])(
    'is left open where of the election it says %s',
    async (elected) => {
      const result = imported('2016-07-01', elected)
      expect(await termStart(result)).toBeUndefined()
      expect((await result).notes.map(briefly)).toEqual([
        '台账 B3 waits-for-other',
        expect.stringMatching(/^台账 D3 not-understood/),
      ])
    },
  )

  test('is not an election that is yet to come, nor the one that it would end', async () => {
    const result = imported('2016-07-01', '2020-06-30')
    expect(await termStart(result)).toBeUndefined()
    expect((await result).notes.map(briefly)).toEqual(['台账 B3 waits-for-other', '台账 D3 impossible'])
  })

  test('is that of the last election in a reminder as well', async () => {
    const result = await importedGrid([
      ['支部名称', '任命时间', '应换届时间', '最近换届时间'],
      [NAME, '2016-07-01', '2019-06-30', '2019-07-15'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { termStart: '2019-07-15' } })
  })
})

describe('the period of an instructor', () => {
  const headings = ['律所名称', '执业律师数', '指导员姓名', '指导员选派时间']
  const imported = (when: Value | CellObject) =>
    importedGrid([headings, [NAME, 5, '张甲', when as Value]], { on: '2019-12-31' })
  const instructors = (result: Awaited<ReturnType<typeof imported>>) => firmsIn(result).get(NAME)?.['instructors']

  test.each([
    ['2018-12-01', '2018-12-01', null],
    ['2018-12', '2018-12', null],
    ['2018年12月1日起', '2018-12-01', null],
    [{ t: 'n', v: 43_435, z: 'yyyy-mm-dd' } satisfies CellObject, '2018-12-01', null],
    ['2018-12-01至今', '2018-12-01', null],
    ['2018.12—至今', '2018-12', null],
    ['2018-12-01至2019-06-30', '2018-12-01', '2019-06-30'],
    ['2018-12-01-2019-06-30', '2018-12-01', '2019-06-30'],
    ['2018.12-2019.6', '2018-12', '2019-06'],
    ['2018.12～2019.6', '2018-12', '2019-06'],
    ['2018年12月1日—2021年12月1日', '2018-12-01', '2021-12-01'],
    ['自2018年12月到2019年6月止', '2018-12', '2019-06'],
  ])('written %j is from %s to %s', async (when, from, to) => {
    const result = await imported(when)
    expect(instructors(result)).toEqual([{ from, to }])
    expect(result.notes).toEqual([])
  })

  test.each(['2018-12-01（2019年6月已撤回）', '已到期', '2019.6-2018.12', '2018年6月至12月', '2018.12-2019.13'])(
    'is open at both ends where it says %s',
    async (when) => {
      const result = await imported(when)
      expect(JSON.stringify(result.ledger)).not.toMatch(/"(?:from|to)"/)
      expect(result.notes.map(briefly)).toEqual([expect.stringMatching(/^台账 D2 not-understood/)])
    },
  )
})
