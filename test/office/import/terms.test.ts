import { describe, expect, test } from 'vitest'
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
