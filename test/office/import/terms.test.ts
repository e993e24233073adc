import { describe, expect, test } from 'vitest'
import type { CellObject } from '@e965/xlsx'
import type { Value } from '../workbook-file.ts'
import { compile } from '@tiaoli/engine'
import { readPack } from '../../../scripts/read-pack.ts'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'

const NAME = '甲律师事务所'

describe('whether there was an election, in a column of its own', () => {
  const imported = async (heading: string, said: string) => {
    const result = await importedGrid([
      ['换届情况表（2026年9月30日）'],
      ['党支部名称', '本届成立时间', '任期届满时间', heading],
      ['甲律师事务所党支部', '2023-03-01', '2026-03-01', said],
    ])
    const { organization } = firmsIn(result).get(NAME) ?? {}
    return [(organization as { termStart?: string } | undefined)?.termStart, result.notes.map(briefly)]
  }

  test.each(
    ['是否完成换届', '是否已换届', '换届是否已完成'].flatMap((heading) =>
      ['否', '×', '未'].map((no) => [heading, no] as const),
    ),
  )('leaves the term as it is written where %s is %s', async (heading, no) => {
    expect((await imported(heading, no))[0]).toBe('2023-03-01')
  })

  test('contradicts the term where there was one', async () => {
    expect((await imported('是否完成换届', '是'))[0]).toBeUndefined()
  })
})

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
        '台账 C3 waits-for-other',
        '台账 B3 waits-for-other',
        expect.stringMatching(/^台账 D3 not-understood/),
      ])
    },
  )

  test('is not an election that is yet to come, nor the one that it would end', async () => {
    const result = imported('2016-07-01', '2020-06-30')
    expect(await termStart(result)).toBeUndefined()
    expect((await result).notes.map(briefly)).toEqual([
      '台账 C3 waits-for-other',
      '台账 B3 waits-for-other',
      '台账 D3 impossible',
    ])
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

describe('where the mapping says that days come before months', () => {
  const FORMS = 'imports/party-building-forms.json'
  const source = readPack('ganzhou-2018-32')
  const forms = JSON.parse(String(source.files[FORMS])) as object
  const files = { ...source.files, [FORMS]: JSON.stringify({ ...forms, dates: 'day-first' }) }
  const dayFirst = compile({ ...source, files }).plan

  test.each([
    ['12/03/2018', '2018-03-12', null],
    ['12/03/2018-05/06/2019', '2018-03-12', '2019-06-05'],
    ['05/06/2018至今', '2018-06-05', null],
  ])('the period %s is from %s to %s', async (when, from, to) => {
    const rows = [
      ['律所名称', '执业律师数', '指导员姓名', '指导员选派时间'],
      [NAME, 5, '张甲', when],
    ]
    const result = await importedGrid(rows, { plan: dayFirst, on: '2019-12-31' })
    expect(firmsIn(result).get(NAME)?.['instructors']).toEqual([{ from, to }])
    expect(result.notes).toEqual([])
  })

  test('the later of an appointment and an election begins the term', async () => {
    const rows = [
      ['填报日期：2020年3月31日', '', ''],
      ['名称', '任命时间', '实际换届时间'],
      [NAME, '12/03/2016', '05/06/2019'],
    ]
    const result = await importedGrid(rows, { plan: dayFirst })
    expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { termStart: '2019-06-05' } })
    expect(result.notes).toEqual([])
  })
})

describe('a month that may have lost its zero', () => {
  const csv = async (...rows: string[]) => {
    const bytes = new TextEncoder().encode(['律所名称,执业律师数,指导员姓名,指导员选派时间', ...rows].join('\r\n'))
    return importWorkbooks([await readWorkbook(bytes, { name: '表.csv' })], { plan, on: '2019-12-31' })
  }

  test('is open in a table as text, which spreadsheets write as they count: 2018.10 as 2018.1', async () => {
    const result = await csv(`${NAME},5,张甲,2018.1`)
    expect(JSON.stringify(result.ledger)).not.toContain('"from"')
    expect(result.notes.map(briefly)).toEqual(['表 D2 not-understood 2018-01'])
  })

  test.each([
    ['2018.2', '2018-02'],
    ['2018.01', '2018-01'],
    ['2018.1.1', '2018-01-01'],
    ['2018.12', '2018-12'],
  ])('is read where it cannot have: %s', async (written, from) => {
    const result = await csv(`${NAME},5,张甲,${written}`)
    expect(firmsIn(result).get(NAME)).toMatchObject({ instructors: [{ from }] })
    expect(result.notes).toEqual([])
  })

  test('is open at the head of a form', async () => {
    const result = await importedGrid([
      ['填报日期：', 2026.1],
      ['律所名称', '执业律师数'],
      [NAME, 5],
    ])
    expect(result.ledger).not.toHaveProperty('on')
    expect(result.notes.map(({ code }) => code)).toContain('head-day')
  })
})

describe('whether one person holds two offices', () => {
  const headings = ['律所名称', '执业律师数', '主任', '单独', '书记', '是否“一肩挑”']
  const imported = (director: string, secretary: string, text: string) =>
    importedGrid([headings, [NAME, 5, director, '√', secretary, text]])

  test.each([
    ['张甲', '李乙', '是'],
    ['张甲', '张甲', '否'],
    ['张甲', '张甲律师', '×'],
  ])('is left open where %s and %s are said to be one: %s', async (director, secretary, text) => {
    const result = await imported(director, secretary, text)
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('director')
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
    expect(result.persons).toEqual({})
    expect(result.notes.map(({ code, place, other }) => [code, place.cell, other?.cell])).toEqual([
      ['contradiction', 'F2', 'E2'],
    ])
  })

  test.each([
    ['张甲', '张甲', '是'],
    ['张甲', '李乙', '否'],
    ['张某', '张某', '否'],
    ['', '李乙', '是'],
  ])('agrees with %j and %j: %s', async (director, secretary, text) => {
    const result = await imported(director, secretary, text)
    expect(firmsIn(result).get(NAME)).toHaveProperty('secretary.id')
    expect(result.notes).toEqual([])
  })
})

describe('an amount that is shown rounded', () => {
  const imported = (cell: CellObject) =>
    importedGrid(
      [
        ['律师事务所名称', '执业律师数', '上年度经费支出（万元）'],
        [NAME, 12, cell as unknown as Value],
      ],
      { on: '2019-12-31' },
    )

  test('counts as it is kept', async () => {
    const result = await imported({ t: 'n', v: 2.345678, z: '0.0' })
    expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2018: { spend: 2_345_678 } } })
  })

  test.each([
    { t: 'n', v: 23_456, z: '0.0,' },
    { t: 'n', v: 0.5, z: '0%' },
    { t: 'n', v: -3, z: '0.00;[Red]0.00' },
    { t: 'n', v: -2.345678, z: '0.0;0.0' },
  ] satisfies CellObject[])('is told where it is shown as another: %j', async (cell) => {
    const result = await imported(cell)
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('years')
    expect(result.notes.map(briefly)).toEqual(['台账 C2 not-understood'])
  })
})

test('a number below zero counts nobody, though its format shows no minus', async () => {
  const cell = { t: 'n', v: -12, z: '0;[Red]0' } satisfies CellObject
  const result = await importedGrid([
    ['律师事务所名称', '执业律师数'],
    [NAME, cell as unknown as Value],
  ])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('lawyers')
  expect(result.notes.map(briefly)).toEqual(['台账 B2 not-understood'])
})

describe('the day of a form', () => {
  const imported = (...head: string[]) =>
    importedGrid([...head.map((line) => [line]), ['律师事务所名称', '执业律师数'], [NAME, 12]])

  test('is that of which it is, and not that on which it was filled in; that they differ is told', async () => {
    const result = await imported('2019年度台账', '填报日期：2020年1月10日', '统计截止时间：2019年12月31日')
    expect(result.ledger).toMatchObject({ on: '2019-12-31' })
    expect(result.notes.map(briefly)).toEqual(['台账 head-day-differs'])
  })

  test.each(['律师行业党建工作台账（截至2019年6月30日）', '截至2019年6月30日', '（截止2019.6.30）'])(
    'is read from %s',
    async (line) => {
      const result = await imported('台账', line)
      expect(result.ledger).toMatchObject({ on: '2019-06-30' })
      expect(result.notes).toEqual([])
    },
  )

  test.each(['2019年第四季度台账', '截至2019年底'])('is not known from %s', async (line) => {
    const result = await imported(line)
    expect(result.ledger).not.toHaveProperty('on')
    expect(result.notes.map(briefly)).toEqual(['台账 head-day'])
  })
})

test.each([
  ['二〇一五年六月', '2015-06'],
  ['二○一五年十二月三十一日', '2015-12-31'],
  ['二零一五年', '2015'],
])('a date in Chinese numerals is read: %s', async (written, establishedOn) => {
  const result = await importedGrid([
    ['律所名称', '执业律师数', '律所成立时间'],
    [NAME, 5, written],
  ])
  expect(firmsIn(result).get(NAME)).toMatchObject({ establishedOn })
})

test.each(['张甲', ''])(
  'a column of names behind that of the secretary, who is %j, is of nobody that is known',
  async (secretary) => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '单独', '党组织名称', '书记', '联系电话', '姓名', '职务'],
      [NAME, 5, '√', '甲所党支部', secretary, '', '李乙', '主任'],
    ])
    expect(Object.values(result.persons)).toEqual(secretary === '' ? [] : [secretary])
    expect(result.notes).toEqual([])
    expect(result.columns.filter(({ use }) => use === 'not-usable').map(({ heading }) => heading)).toEqual([
      '联系电话',
      '姓名',
      '职务',
    ])
  },
)
