import { InputError } from '@tiaoli/engine'
import { describe, expect, test } from 'vitest'
import type { ImportFile } from '@tiaoli/engine/plan'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'

const text = (zh: string) => ({ zh, en: zh })

/** A mapping of one table of firms with the columns that a test needs. */
function mappingOf(
  columns: NonNullable<ImportFile['tables'][number]['columns']>,
  more: Partial<ImportFile> = {},
): ImportFile {
  return {
    id: 'test',
    title: text('试'),
    units: { 元: 100, 万元: 1_000_000 },
    tables: [
      { title: text('表'), has: ['律所'], row: 'firm', columns: [{ headings: ['律所'], record: 'firm' }, ...columns] },
    ],
    ...more,
  }
}

async function readOne(fact: string, cell: string | number, more: Partial<ImportFile> = {}) {
  const name = fact.slice(fact.indexOf('.') + 1)
  const mapping = mappingOf([{ headings: ['值'], fact, ...(fact.startsWith('year.') ? { year: 2025 } : {}) }], more)
  const result = await importedGrid(
    [
      ['律所', '值'],
      ['甲所', cell],
    ],
    { mapping },
  )
  const firm = firmsIn(result).get('甲所') as Record<string, Record<string, unknown>>
  const value = fact.startsWith('year.')
    ? (firm['years']?.['2025'] as Record<string, unknown> | undefined)?.[name]
    : firm[name]
  return [value, ...result.notes.map(briefly).map((note) => note.replace('台账 ', ''))]
}

test.each([
  ['firm.branchOffices', '2家', 2],
  ['firm.branchOffices', '2所', 2],
  ['firm.branchOffices', '两个', 2],
  ['firm.branchOffices', '2人', undefined],
  ['firm.branchOffices', '2年', undefined],
  ['firm.lawyers', '2家', undefined],
])('what stands behind a number counts what its fact counts: %s %s', async (fact, cell, value) => {
  expect(await readOne(fact, cell)).toEqual(value === undefined ? [undefined, 'B2 not-understood'] : [value])
})

describe('a date', () => {
  test.each([
    ['2018.12.5', '2018-12-05'],
    ['2018年12月5日', '2018-12-05'],
    ['２０１８年１２月', '2018-12'],
    ['2018/12/5', '2018-12-05'],
    ['2018-12', '2018-12'],
    ['2006.3', '2006-03'],
    ['2006年', '2006'],
    ['2006', '2006'],
    ['20061205', '2006-12-05'],
    ['200612', '2006-12'],
  ])('written %s is %s', async (cell, value) => {
    expect(await readOne('firm.establishedOn', cell)).toEqual([value])
  })

  test('that is a serial number is read as its day, and told', async () => {
    expect(await readOne('firm.establishedOn', 44_508)).toEqual(['2021-11-08', 'B2 serial-date 2021-11-08'])
  })

  test.each([
    ['40179', '2010-01-01'],
    ['20181', undefined],
    [20_181, undefined],
    [20_199, undefined],
  ])('that may be anything else than a serial number is left out, with what it may be: %j', async (cell, proposal) => {
    const note = ['B2 not-understood', proposal].filter((part) => part !== undefined).join(' ')
    expect(await readOne('firm.establishedOn', cell)).toEqual([undefined, note])
  })

  test('that is a number with one digit after the point may be January or October, and is left out', async () => {
    expect(await readOne('firm.establishedOn', 2006.1)).toEqual([undefined, 'B2 not-understood 2006-01'])
    expect(await readOne('firm.establishedOn', '2006.10')).toEqual(['2006-10'])
  })

  test.each([
    ['2018.2.30', undefined],
    ['2018.13', undefined],
    ['去年', undefined],
    ['2024年5月起', '2024-05'],
    ['至换届', undefined],
  ])('written %s is left out, with what it may be', async (cell, proposal) => {
    const note = ['B2 not-understood', proposal].filter((part) => part !== undefined).join(' ')
    expect(await readOne('firm.establishedOn', cell)).toEqual([undefined, note])
  })

  test('that cannot be none is not made null', async () => {
    expect(await readOne('firm.establishedOn', '无')).toEqual([undefined, 'B2 none-not-possible'])
    expect(await readOne('firm.closedOn', '无')).toEqual([null])
  })
})

describe('a number', () => {
  test.each([
    ['３２', 32],
    ['1,234', 1234],
    ['11人', 11],
    ['4.0', 4],
    ['4.00人', 4],
    ['三名', 3],
    ['一人', 1],
    ['两个', 2],
    ['十二', 12],
    ['二十三人', 23],
    ['一百零二', 102],
    ['壹拾', 10],
    [0, 0],
  ])('%s counts %i', async (cell, value) => {
    expect(await readOne('firm.lawyers', cell)).toEqual([value])
  })

  test.each([
    ['11（含预备1）', 'not-understood 11'],
    ['约30', 'approximate 30'],
    ['十几', 'not-understood'],
    ['一', 'not-understood'],
    ['○', 'not-understood'],
    ['4.5', 'not-understood'],
    ['一百二', 'not-understood'],
    ['三四十', 'not-understood'],
    [3.5, 'not-understood'],
    ['-3', 'not-understood'],
  ])('%s is left out, with what it may be', async (cell, note) => {
    expect(await readOne('firm.lawyers', cell)).toEqual([undefined, `B2 ${note}`])
  })
})

describe('an amount', () => {
  const inHead = (unit: string, cell: string | number) =>
    importedGrid([[`单位：${unit}`], ['律所', '支出'], ['甲所', cell]], {
      mapping: mappingOf([{ headings: ['支出'], fact: 'year.spend', year: 2025 }], { head: { unit: ['单位'] } }),
    })

  test.each([
    ['万元', 12.6, 12_600_000],
    ['万元', '8万', 8_000_000],
    ['万元', '80000元', 8_000_000],
    ['元', '80000', 8_000_000],
    ['元', '8万元', 8_000_000],
    ['元', '５００元', 50_000],
    ['元', '1.2 万', 1_200_000],
    ['万元', '5千元', 500_000],
    ['元', '一万二千元', 1_200_000],
    ['万元', '一万二千', 1_200_000],
    ['万元', '壹万贰仟元整', 1_200_000],
    ['元', '1万2千元', 1_200_000],
    ['元', '1.2万元', 1_200_000],
    ['元', '两百万元', 200_000_000],
  ])('in a form in %s, %s is %i fen', async (unit, cell, value) => {
    const result = await inHead(unit, cell)
    expect(firmsIn(result).get('甲所')).toMatchObject({ years: { 2025: { spend: value } } })
  })

  test('without a unit is left out', async () => {
    expect(await readOne('year.spend', '80000')).toEqual([undefined, 'B2 not-understood'])
  })

  test.each(['5千', '一百', '三', '一万二', '几千元', '1.2万5千元', '二三千元', '3万2万', '3万2万元', '三万二万元'])(
    'written %s is not certain, and is left out',
    async (cell) => {
      const result = await inHead('万元', cell)
      expect(firmsIn(result).get('甲所')).not.toHaveProperty('years')
      expect(result.notes.map(({ code }) => code)).toEqual(['not-understood'])
    },
  )

  test('of less than the smallest unit is left out', async () => {
    expect(await readOne('year.spend', '0.001元')).toEqual([undefined, 'B2 not-understood'])
  })
})

describe('a table', () => {
  test('whose headings are not merged has the heading on the left over the columns without one', async () => {
    const mapping = mappingOf([
      { headings: ['成立时间'], under: '律所情况', fact: 'firm.establishedOn' },
      { headings: ['成立时间'], under: '党组织情况', fact: 'firm.organization.establishedOn' },
    ])
    const grid = [
      ['律所', '律所情况', '', '党组织情况', ''],
      ['', '人数', '成立时间', '名称', '成立时间'],
      ['甲所', 3, '2006.3', '甲支部', '2009.7.1'],
    ]
    expect(firmsIn(await importedGrid(grid, { mapping })).get('甲所')).toMatchObject({
      establishedOn: '2006-03',
      organization: { establishedOn: '2009-07-01' },
    })
  })

  test('with two columns of one heading has neither read', async () => {
    const mapping = mappingOf([{ headings: ['人数'], fact: 'firm.lawyers' }])
    const result = await importedGrid(
      [
        ['律所', '人数', '人数'],
        ['甲所', 3, 4],
      ],
      { mapping },
    )
    expect(result.notes.map(briefly)).toEqual(['台账 B1 heading-twice', '台账 C1 heading-twice'])
    expect(firmsIn(result).get('甲所')).not.toHaveProperty('lawyers')
  })

  test('with a firm twice has one record of it, and what differs is left out', async () => {
    const mapping = mappingOf([
      { headings: ['人数'], fact: 'firm.lawyers' },
      { headings: ['成立'], fact: 'firm.establishedOn' },
    ])
    const grid = [
      ['律所', '人数', '成立'],
      ['甲所', 3, '2006'],
      ['甲 所', 4, '2006.3'],
    ]
    const result = await importedGrid(grid, { mapping })
    expect([...firmsIn(result).values()]).toEqual([{ id: 'firm-1', name: '甲所', establishedOn: '2006-03' }])
    expect(result.notes).toMatchObject([
      { code: 'named-twice', place: { cell: 'A3' }, other: { cell: 'A2' } },
      { code: 'contradiction', place: { cell: 'B3' }, other: { cell: 'B2' } },
    ])
  })

  test('reads no row before the day of the ledger is known that says “last year”', async () => {
    const mapping = mappingOf([{ headings: ['支出'], fact: 'year.spend', year: 'previous', unit: '元' }])
    const grid = [
      ['律所', '支出'],
      ['甲所', 5],
    ]
    expect((await importedGrid(grid, { mapping })).notes.map(briefly)).toEqual(['台账 B2 year-not-known'])
    const dated = await importedGrid(grid, { mapping, on: '2026-09-30' })
    expect(firmsIn(dated).get('甲所')).toMatchObject({ years: { 2025: { spend: 500 } } })
    await expect(importedGrid(grid, { mapping, on: '2026-09' })).rejects.toThrow(InputError)
  })

  test('that nobody knows is listed', async () => {
    const { notes, ledger } = await importedGrid(
      [
        ['甲', '乙'],
        [1, 2],
      ],
      { plan, mapping: mappingOf([]) },
    )
    expect([notes.map(briefly), ledger]).toEqual([['台账 sheet-not-known'], {}])
  })
})
