import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const ON = '填报日期：2026年9月30日'

function register(headings: readonly string[], ...rows: readonly (readonly Value[])[]) {
  return importedGrid([[ON], ['律所名称', '执业律师数', ...headings], ...rows])
}

describe('what cannot be', () => {
  test('is left out, and said with its cell: a date after the day of the ledger', async () => {
    const result = await register(
      ['成立时间', '党组织组建形式', '党组织成立时间', '指导员选派时间'],
      ['甲律师事务所', 5, '2099.3.1', '单独', '2026年10月', '2026年10月'],
      ['乙律师事务所', 5, '2026年9月', '单独', '2026.9.30', '2026.9.30'],
    )
    expect(firmsIn(result).get('甲律师事务所')).toEqual({
      id: 'firm-1',
      name: '甲律师事务所',
      closedOn: null,
      lawyers: 5,
      jointBranch: null,
      // Who is to come may be known before.
      instructors: [{ from: '2026-10' }],
    })
    expect(firmsIn(result).get('乙律师事务所')).toMatchObject({
      establishedOn: '2026-09',
      organization: { establishedOn: '2026-09-30' },
    })
    expect(result.notes.map(briefly)).toEqual(['台账 F3 still-to-come', '台账 C3 impossible', '台账 E3 impossible'])
    expect(result.notes[1]!.text.zh).toMatch(/台账日期是2026年9月30日，“律所成立日期”不能在此之后。.*未填入台账。$/)
    expect(result.provenance.map(({ cell }) => cell)).not.toContain('C3')
  })

  test('is left out: a number below the least of the catalogue', async () => {
    const result = await importedGrid([
      ['姓名', '转入单位', '转出办理时间', '转入办理时间', '介绍信有效期天数'],
      ['张甲', '甲律师事务所', '2026.3.1', '', 0],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toEqual({
      id: 'firm-1',
      name: '甲律师事务所',
      transfers: [{ id: 'transfer-1', person: 'person-1', startedOn: '2026-03-01' }],
    })
    expect(result.notes.map(briefly)).toContain('台账 E2 impossible')
  })

  test.each(['0206.3', '0206年3月1日'])('a date in the year of %s is none', async (cell) => {
    const result = await register(['成立时间'], ['甲律师事务所', 5, cell])
    expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('establishedOn')
    expect(result.notes.map(({ code }) => code)).toEqual(['not-understood'])
  })

  test('is told where the head of the form gives the month alone', async () => {
    const result = await importedGrid([
      ['填报日期：2026年9月'],
      ['律所名称', '执业律师数', '成立时间', '上年度党建经费支出', '活动场所'],
      ['甲律师事务所', 5, '2026.9', 3, '有'],
      ['乙律师事务所', 5, '2026.10', 3, '无'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      establishedOn: '2026-09',
      years: { 2025: { spend: 3_000_000 } },
      venue: { value: true, attestedOn: '2026-09' },
    })
    expect(result.ledger).not.toHaveProperty('on')
    expect(result.notes.map(briefly)).toEqual(['台账 head-month', '台账 C4 impossible'])
  })
})

describe('what is hard to believe', () => {
  test('two numbers that contradict each other are told with both cells', async () => {
    const result = await register(['党员律师数'], ['甲律师事务所', 5, 9])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ lawyers: 5, memberLawyerCount: 9 })
    expect(result.notes).toMatchObject([{ code: 'conflict', place: { cell: 'C3' }, other: { cell: 'B3' } }])
    expect(result.notes[0]!.text.zh).toBe(
      '“党员律师人数”应不超过“执业律师人数”。请核对台账。改正以前按“无法判定”处理。',
    )
  })

  test('a year after that of the ledger is told', async () => {
    const mapping = {
      id: 'test',
      title: { zh: '试', en: 'a test' },
      units: { 元: 100 },
      tables: [
        {
          title: { zh: '表', en: 'a table' },
          has: ['律所'],
          row: 'firm',
          year: { column: '年度' },
          columns: [
            { headings: ['律所'], record: 'firm' },
            { headings: ['年度'], words: { '…': {} } },
            { headings: ['预算'], fact: 'year.budget', unit: '元' },
          ],
        },
      ],
    }
    const grid = [
      ['律所', '年度', '预算'],
      ['甲所', 2099, 5],
      ['甲所', '2026年度', 5],
      ['甲所', '0206', 5],
    ]
    const result = await importedGrid(grid, { mapping, on: '2026-09-30' })
    expect(result.notes.map(briefly)).toEqual(['台账 C4 year-not-known', '台账 C2 year-ahead'])
    expect(firmsIn(result).get('甲所')).toMatchObject({ years: { 2026: { budget: 500 }, 2099: { budget: 500 } } })
  })
})

describe('a number of a person', () => {
  test.each(['360702198811021235', '360702198811021232', '360702198813451235', '360702881102123'])(
    '%s is nobody’s name, whatever its check digit, and is not repeated',
    async (number) => {
      const result = await importedGrid([
        ['律所名称', '执业律师数', '主任', number],
        [number, 5, '赵某', ''],
        ['乙律师事务所', 5, number, ''],
      ])
      expect(JSON.stringify(result)).not.toContain(number)
      expect(result.notes.map(briefly)).toEqual([
        '台账 A2 personal-number',
        '台账 A2 row-without-name',
        '台账 C3 personal-number',
      ])
    },
  )
})

describe('a row without a name', () => {
  test.each(['', '无', '36070219881102123X'])('(%j) is not read, and is told', async (name) => {
    const firms = await importedGrid([
      ['律所名称', '执业律师数', '成立时间'],
      [name, 5, '2006.3'],
      ['乙律师事务所', 6, '2007.3'],
    ])
    expect(firmsIn(firms).size).toBe(1)
    expect(firms.notes.filter(({ code }) => code !== 'personal-number').map(briefly)).toEqual([
      '台账 A2 row-without-name',
    ])
    const transfers = await importedGrid([
      ['姓名', '转入单位', '转出办理时间', '转入办理时间'],
      ['张某', name, '2026.3.1', '2026.4.1'],
    ])
    expect(transfers.ledger).toEqual({})
    expect(transfers.notes.filter(({ code }) => code !== 'personal-number').map(briefly)).toEqual([
      '台账 B2 row-without-name',
    ])
    const roster = await importedGrid([
      ['姓名', '人员类别', '所在党支部', '是否执业律师'],
      ['张某', '正式党员', name, '是'],
    ])
    expect(roster.ledger).toEqual({})
    expect(roster.notes.filter(({ code }) => code !== 'personal-number').map(briefly)).toEqual([
      '台账 C2 row-without-name',
    ])
  })
})

test('an organization of a bureau in a list of firms is none of them', async () => {
  const bureaus = [
    '章贡区司法局机关党支部',
    '中共赣州市律师行业党委',
    '赣州市律师协会党支部',
    '南康区公证处党支部',
    '区直机关党支部',
  ]
  const branches = await importedGrid([
    ['名称', '成立时间', '类别', '是否联合党支部'],
    ['甲律师事务所党支部', '2015-07-01', '党支部', '否'],
    ...bureaus.map((name) => [name, '2015-07-01', '党支部', '否']),
  ])
  expect([...firmsIn(branches).keys()]).toEqual(['甲律师事务所'])
  expect(branches.notes.map(({ code }) => code)).toEqual(bureaus.map(() => 'row-not-read'))
  const roster = await importedGrid([
    ['姓名', '人员类别', '所在党支部', '是否执业律师'],
    ...['甲律师事务所党支部', ...bureaus].map((name) => ['张某', '正式党员', name, '是']),
  ])
  expect(firmsIn(roster).size).toBe(1)
  const transfers = await importedGrid([
    ['姓名', '转入单位', '转出办理时间', '转入办理时间'],
    ...bureaus.map((name) => ['张某', name, '2026.3.1', '2026.4.1']),
  ])
  expect(transfers.ledger).toEqual({})
})

test('what stands below a table is no row of it', async () => {
  const result = await importedGrid([
    ['序号', '律所名称', '执业律师数', '成立时间'],
    [1, '甲律师事务所', 5, '2006.3'],
    [2],
    ['（盖章）'],
    ['', '', '章贡区司法局（盖章）'],
    ['章贡区司法局党组'],
    ['', '', '', '2026年9月30日'],
    ['制表人：张某', '', '联系电话：0797-8123456'],
  ])
  expect([...firmsIn(result).keys()]).toEqual(['甲律师事务所'])
  expect(result.notes.map(briefly)).toEqual(
    ['A3', 'A4', 'C5', 'A6', 'D7', 'A8'].map((cell) => `台账 ${cell} row-skipped`),
  )
})

test('a word for none counts nobody, and a stroke says nothing', async () => {
  const result = await register(
    ['党员总数', '预备党员数'],
    ['甲律师事务所', 5, '无', '没有'],
    ['乙律师事务所', '—', '—', '/'],
  )
  expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ members: { all: 0, probationary: 0 } })
  expect(firmsIn(result).get('乙律师事务所')).toEqual({ id: 'firm-2', name: '乙律师事务所', closedOn: null })
  expect(result.notes.map(briefly)).toEqual([])
})
