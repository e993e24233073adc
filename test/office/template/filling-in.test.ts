import { compile } from '@tiaoli/engine'
import { makeTemplate, isTemplate, readTemplate, type TemplateReading } from '@tiaoli/office/template'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { GIVEN } from '../../differential/world/catalogue.ts'
import { compiledPack, readPack } from '../../load-packs.ts'
import { toyPack } from '../../support/toy-pack.ts'
import { bookOf, written } from '../workbook-file.ts'
import { FilledTemplate } from './filled-template.ts'

const policy = compile(toyPack({ given: GIVEN }))
const LEDGER = {
  suppliers: [{ id: 'S0', local: true }],
  kitchens: [
    {
      id: 'K0',
      seats: 4,
      hygiene: null,
      rent: 12_345,
      supplier: 'S0',
      cooks: [{ trained: true }],
      years: { '2018': null },
    },
    { id: 'K1', seats: 6, hygiene: { grade: 2 }, cooks: [] },
  ],
}
const [TOWN, KITCHENS, COOKS, YEARS, SUPPLIERS] = ['城镇', '厨房', '厨师', '年度', '供货商'] as const

const template = () => new FilledTemplate({ policy, ledger: LEDGER })

async function back(filled: FilledTemplate, ledger: unknown = LEDGER): Promise<TemplateReading> {
  return readTemplate(await filled.sent(), { policy, ledger })
}

const codes = ({ notes }: TemplateReading) =>
  notes.map(({ code, place }) => [code, place.sheet, place.cell].filter((part) => part !== undefined).join(' '))

describe('a template', () => {
  test('has a sheet for each kind of record, and one that says how to fill it in', () => {
    expect(template().sheets).toEqual([TOWN, '填表说明', KITCHENS, COOKS, YEARS, SUPPLIERS, '_tiaoli', '_choices'])
  })

  test('shows amounts in yuan, words for truth and none, and what a record belongs to', () => {
    const filled = template()
    const shown = (sheet: string, key: string, row: number) => filled.value(sheet, filled.address(sheet, key, row))
    expect(shown(KITCHENS, 'kitchen.rent', 1)).toBe(123.45)
    expect(shown(KITCHENS, 'kitchen.rent', 0)).toBe('事实（元）')
    expect(shown(KITCHENS, 'kitchen.hygiene', 1)).toBe('没有')
    expect(shown(SUPPLIERS, 'supplier.local', 1)).toBe('是')
    expect(shown(COOKS, ':in.kitchen', 1)).toBe('K0')
    expect(shown(YEARS, ':none', 1)).toBe('没有')
    expect(shown(KITCHENS, ':list.cooks', 2)).toBe('没有')
    expect(shown(KITCHENS, ':list.years', 2)).toBeUndefined()
  })

  test('shows an amount of more digits than programs keep as a text', () => {
    const shown = (rent: number) => {
      const filled = new FilledTemplate({ policy, ledger: { kitchens: [{ id: 'K0', rent }] } })
      return filled.value(KITCHENS, filled.address(KITCHENS, 'kitchen.rent', 1))
    }
    expect(shown(123_456_789_012_345)).toBe(1_234_567_890_123.45)
    expect(shown(1_234_567_890_123_456)).toBe('12345678901234.56')
  })

  test('is the same for the same ledger', () => {
    expect(makeTemplate({ policy, ledger: LEDGER })).toEqual(makeTemplate({ policy, ledger: LEDGER }))
  })

  test('can be of some kinds of records and some facts', () => {
    const filled = new FilledTemplate({ policy, ledger: LEDGER, scopes: ['kitchen'], facts: ['kitchen.seats'] })
    expect(filled.keys(KITCHENS)).toEqual([':place.kitchen', 'kitchen.id', 'kitchen.seats'])
    expect(filled.sheets).not.toContain(COOKS)
  })

  test('is known as one, and another workbook is not', async () => {
    expect(isTemplate(await template().sent())).toBe(true)
    const other = await readWorkbook(written(bookOf([['厨房', '座位数']])), { name: '台账.xlsx' })
    expect(isTemplate(other)).toBe(false)
    expect(codes(readTemplate(other, { policy }))).toEqual(['not-a-template'])
  })
})

describe('what is filled in', () => {
  test.each([
    ['kitchen.openedOn', '2014年9月', { openedOn: '2014-09' }],
    ['kitchen.openedOn', '2014.9.1', { openedOn: '2014-09-01' }],
    ['kitchen.openedOn', 2014, { openedOn: '2014' }],
    ['kitchen.openedOn', '已完成（日期不详）', { openedOn: true }],
    ['kitchen.cleanedOn', '没有', { cleanedOn: null }],
    ['kitchen.licensed', ' 是 ', { licensed: true }],
    ['kitchen.licensed', false, { licensed: false }],
    ['kitchen.rent', '１,200.50', { rent: 120_050 }],
    ['kitchen.rent', 0.29, { rent: 29 }],
    ['kitchen.rent', '3万', { rent: 3_000_000 }],
    ['kitchen.rent', '120元', { rent: 12_000 }],
    ['kitchen.rent', 13_812_345_678, { rent: 1_381_234_567_800 }],
    ['kitchen.rooms', 13_812_345_678, { rooms: 13_812_345_678 }],
    ['kitchen.seats', '12', { seats: 12 }],
    ['kitchen.seats', '12人', { seats: 12 }],
    ['kitchen.seats', '１，２００', { seats: 1200 }],
    ['kitchen.seats', '无', { seats: 0 }],
    ['kitchen.cleanedOn', '无', { cleanedOn: null }],
    ['kitchen.licensed', '√', { licensed: true }],
    ['kitchen.licensed', '×', { licensed: false }],
    ['kitchen.licensed', '没有', { licensed: false }],
    ['kitchen.seats', '没有', { seats: 0 }],
    ['kitchen.fee', '1.5%', { fee: '1.5%' }],
    ['kitchen.kind', '乙', { kind: 'y' }],
    ['kitchen.hygiene.grade', 3, { hygiene: { grade: 3 } }],
    ['kitchen.approval.attestedBy', '检查员', { approval: { attestedBy: 'inspector' } }],
  ])('%s: %j is read', async (key, typed, expected) => {
    const filled = template().fill(KITCHENS, 2, { [key]: typed })
    const { ledger, notes } = await back(filled)
    expect(notes).toEqual([])
    const { kitchens } = structuredClone(LEDGER)
    const hygiene = 'hygiene' in expected ? { hygiene: { grade: 3 } } : {}
    expect(ledger).toEqual({ ...LEDGER, kitchens: [kitchens[0], { ...kitchens[1], ...expected, ...hygiene }] })
  })

  test.each([
    ['kitchen.rent', '约3万'],
    ['kitchen.rent', '300镑'],
    ['kitchen.rent', 1.005],
    ['kitchen.seats', 2.5],
    ['kitchen.seats', '约12人'],
    ['kitchen.seats', '—'],
    ['kitchen.openedOn', '44508'],
    ['kitchen.openedOn', 20_181],
    ['kitchen.openedOn', '2014-02-30'],
    ['kitchen.openedOn', '没有'],
    ['kitchen.openedOn', '2024年3-6月'],
    ['kitchen.openedOn', '2018 1 2'],
    ['kitchen.openedOn', '2018.1①'],
    ['kitchen.seats', '12①'],
    ['kitchen.seats', '12²'],
    ['kitchen.seats', '3\n2'],
    ['kitchen.seats', '12年'],
    ['kitchen.rent', '12①'],
    ['kitchen.fee', '1①%'],
    ['kitchen.fee', 0.015],
    ['kitchen.id', '不清楚'],
    ['kitchen.hygiene', '不清楚'],
    [':list.years', '不清楚'],
    ['kitchen.rent', '13812345678'],
    ['kitchen.owner', 13_812_345_678],
  ])('%s: %j is named by its cell, with what to write there', async (key, typed) => {
    const filled = template()
    const address = filled.address(KITCHENS, key, 2)
    const { ledger, notes } = await back(filled.type(KITCHENS, address, typed))
    expect(notes.map(({ place }) => place.cell)).toEqual([address])
    expect(ledger).toEqual(LEDGER)
  })

  test('a day that is kept as a bare number is read as Excel counts it, and told', async () => {
    const filled = template()
    const address = filled.address(KITCHENS, 'kitchen.openedOn', 2)
    const reading = await back(filled.type(KITCHENS, address, 44_508))
    expect(codes(reading)).toEqual([`serial-date ${KITCHENS} ${address}`])
    expect(reading.ledger).toMatchObject({ kitchens: [{}, { openedOn: '2021-11-08' }] })
  })

  test('leaves what is blank as it is, and removes what is said to be unknown', async () => {
    const filled = template().fill(KITCHENS, 1, { 'kitchen.seats': undefined, 'kitchen.rent': '不清楚' })
    const reading = await back(filled)
    expect(codes(reading)).toEqual([`cleared ${KITCHENS} ${filled.address(KITCHENS, 'kitchen.seats', 1)}`])
    const { rent: _, ...first } = LEDGER.kitchens[0]!
    expect(reading.ledger).toEqual({ ...LEDGER, kitchens: [first, LEDGER.kitchens[1]] })
  })

  test('takes back that there is none of something, where that is said to be unknown', async () => {
    const { ledger, notes } = await back(template().fill(KITCHENS, 1, { 'kitchen.hygiene': '不清楚' }))
    expect(notes).toEqual([])
    const { hygiene: _, ...first } = LEDGER.kitchens[0]!
    expect(ledger).toEqual({ ...LEDGER, kitchens: [first, LEDGER.kitchens[1]] })
  })

  test('gives new records what they belong to, and tells of new codes', async () => {
    const filled = template()
      .fill(KITCHENS, 3, { 'kitchen.id': 'K2', 'kitchen.seats': 9 })
      .fill(COOKS, 2, { ':in.kitchen': 'K2', 'cook.id': 'P1', 'cook.trained': '否' })
      .fill(YEARS, 2, { ':in.kitchen': 'K0', ':year': 2019, 'year.revenue': 1 })
    const reading = await back(filled)
    expect(codes(reading)).toEqual([
      `row-added ${KITCHENS} ${filled.address(KITCHENS, 'kitchen.id', 3)}`,
      `row-added ${COOKS} ${filled.address(COOKS, 'cook.id', 2)}`,
      `row-added ${YEARS} ${filled.address(YEARS, ':year', 2)}`,
    ])
    const [first, second] = LEDGER.kitchens
    expect(reading.ledger).toEqual({
      ...LEDGER,
      kitchens: [
        { ...first, years: { '2018': null, '2019': { revenue: 100 } } },
        second,
        { id: 'K2', seats: 9, cooks: [{ id: 'P1', trained: false }] },
      ],
    })
  })

  test('is a ledger where nothing was known', async () => {
    const filled = new FilledTemplate({ policy })
      .fill(TOWN, 1, { ':list.kitchens': '逐条填写', ':list.suppliers': '没有', ':on': '2019-06-30' })
      .fill(KITCHENS, 1, { 'kitchen.id': 'K0', ':list.years': '没有', ':complete.cooks': '不齐全' })
    const { ledger, notes } = readTemplate(await filled.sent(), { policy })
    expect(notes).toEqual([])
    expect(ledger).toEqual({
      on: '2019-06-30',
      suppliers: [],
      kitchens: [{ id: 'K0', years: null, complete: { cooks: false } }],
    })
  })

  test('is found by its ids where the ledger has gone on in the meantime', async () => {
    const filled = template().fill(KITCHENS, 2, { 'kitchen.seats': 7 })
    const now = { ...LEDGER, kitchens: [{ id: 'K9' }, ...LEDGER.kitchens] }
    const { ledger, notes } = await back(filled, now)
    expect(notes).toEqual([])
    expect(ledger).toEqual({
      ...now,
      kitchens: [{ id: 'K9' }, LEDGER.kitchens[0], { ...LEDGER.kitchens[1], seats: 7 }],
    })
  })
})

describe('a sheet that was sorted by whole rows, with its hidden column', () => {
  test('is read as it stands, and rows that are gone change nothing', async () => {
    const filled = template()
    const keys = filled.keys(KITCHENS)
    const cells = (row: number) => keys.map((key) => filled.address(KITCHENS, key, row))
    const [first, second] = [1, 2].map((row) => cells(row).map((address) => filled.value(KITCHENS, address) as string))
    for (const [at, address] of cells(1).entries()) filled.type(KITCHENS, address, second![at])
    for (const [at, address] of cells(2).entries()) filled.type(KITCHENS, address, first![at])
    const reading = await back(filled.fill(KITCHENS, 1, { 'kitchen.seats': 9 }))
    expect(reading.notes).toEqual([])
    expect(reading.ledger).toEqual({ ...LEDGER, kitchens: [LEDGER.kitchens[0], { ...LEDGER.kitchens[1], seats: 9 }] })
  })
})

describe('what does not fit', () => {
  test.each<[string, (filled: FilledTemplate) => unknown, string]>([
    [
      'a heading that was changed',
      (f) => f.fill(KITCHENS, 0, { 'kitchen.seats': '桌数' }),
      `heading-changed ${KITCHENS}`,
    ],
    ['a column that is new', (f) => f.type(KITCHENS, 'BA4', '备注'), `column-not-known ${KITCHENS} BA4`],
    ['a row that is gone', (f) => f.removeRow(KITCHENS, 1), `row-removed ${KITCHENS}`],
    ['a sheet that is gone', (f) => f.remove(SUPPLIERS), 'sheet-removed'],
    ['a sheet that is new', (f) => f.add('说明2', [['请看']]), 'sheet-not-known 说明2'],
    ['a code that was changed', (f) => f.fill(KITCHENS, 2, { 'kitchen.id': 'K7' }), `id-changed ${KITCHENS} B6`],
    [
      'a sheet that was sorted without its codes',
      (f) => f.fill(KITCHENS, 1, { 'kitchen.id': 'K1' }).fill(KITCHENS, 2, { 'kitchen.id': 'K0' }),
      `row-moved ${KITCHENS} B5`,
    ],
    [
      'a record in two rows',
      (f) => f.fill(KITCHENS, 3, { 'kitchen.id': 'K1', 'kitchen.seats': 6 }),
      `row-twice ${KITCHENS} B7`,
    ],
    ['a new row without a code', (f) => f.fill(KITCHENS, 3, { 'kitchen.seats': 6 }), `id-missing ${KITCHENS} B7`],
    [
      'a row of an unknown kitchen',
      (f) => f.fill(COOKS, 2, { ':in.kitchen': 'K7', 'cook.trained': '是' }),
      `above-not-found ${COOKS} B6`,
    ],
    ['a row that says nothing', (f) => f.fill(YEARS, 2, { ':in.kitchen': 'K1' }), `id-missing ${YEARS} C6`],
    ['none, and a fact of it', (f) => f.fill(KITCHENS, 1, { 'kitchen.hygiene.grade': 1 }), `contradiction ${KITCHENS}`],
    ['records, and no rows', (f) => f.fill(KITCHENS, 2, { ':list.years': '逐年填写' }), `no-rows ${KITCHENS}`],
    [
      'no records, and rows that there were',
      (f) => f.fill(KITCHENS, 1, { ':list.cooks': '没有' }),
      `contradiction ${KITCHENS}`,
    ],
    ['a year with nothing, and an entry', (f) => f.fill(YEARS, 1, { 'year.days': 1 }), `contradiction ${YEARS} D5`],
  ])('%s is told, and changes nothing', async (_, change, expected) => {
    const filled = template()
    change(filled)
    const reading = await back(filled)
    expect(codes(reading).filter((code) => code.startsWith(expected))).toHaveLength(1)
    expect(reading.ledger).toEqual(LEDGER)
  })

  test('none, and rows that the template had, are told where no ledger is given', async () => {
    const filled = template().fill(KITCHENS, 1, { ':list.cooks': '没有' })
    const reading = readTemplate(await filled.sent(), { policy })
    expect(codes(reading)).toEqual([`none-above ${COOKS} B5`])
  })

  test('a template of another pack is not read', async () => {
    const other = compile(readPack('party-organization-basics'))
    const reading = readTemplate(await template().sent(), { policy: other, ledger: { id: 'C' } })
    expect(codes(reading)).toEqual(['other-pack'])
    expect(reading.ledger).toEqual({ id: 'C' })
  })

  test('a record that the ledger no longer has is told', async () => {
    const reading = await back(template(), { ...LEDGER, kitchens: LEDGER.kitchens.slice(0, 1) })
    expect(codes(reading)).toEqual([`record-not-found ${KITCHENS} B6`])
  })
})

describe('a template of another ledger that has the same codes', () => {
  const city = compiledPack('ganzhou-2018-32')
  const ledgerOf = (firm: string, county = '章贡区') => ({
    counties: [
      { id: 'county-1', name: county, firms: [{ id: 'firm-1', name: firm, years: { 2025: { spend: 100 } } }] },
    ],
  })
  const [MINE, THEIRS] = [ledgerOf('江西甲合律师事务所'), ledgerOf('江西乙合律师事务所')]
  const FIRMS = '律师事务所'
  const filledIn = async (key: string, value: string | number, ledger: unknown) => {
    const filled = new FilledTemplate({ policy: city, ledger: MINE })
    filled.fill(FIRMS, 1, { [key]: value })
    return readTemplate(await filled.sent(), { policy: city, ledger })
  }

  test('is not read into the record of another name', async () => {
    const reading = await filledIn('firm.lawyers', 5, THEIRS)
    expect(reading.ledger).toEqual(THEIRS)
    expect(new Set(reading.notes.map(({ code }) => code))).toEqual(new Set(['record-renamed']))
  })

  test('nor into what is in such a record', async () => {
    const reading = await filledIn('firm.lawyers', 5, ledgerOf('江西甲合律师事务所', '南康区'))
    expect(reading.ledger).toEqual(ledgerOf('江西甲合律师事务所', '南康区'))
  })

  test('but a new name that is written into it is read', async () => {
    const { ledger, notes } = await filledIn(':name', '江西丙合律师事务所', MINE)
    expect(ledger).toEqual(ledgerOf('江西丙合律师事务所'))
    expect(notes).toEqual([])
  })
})

describe('a row that was copied', () => {
  const copied = (values: Parameters<FilledTemplate['fill']>[2]) => {
    const filled = template()
    for (const key of filled.keys(KITCHENS))
      filled.type(
        KITCHENS,
        filled.address(KITCHENS, key, 3),
        filled.value(KITCHENS, filled.address(KITCHENS, key, 1)) as string,
      )
    return filled.fill(KITCHENS, 3, values)
  }

  test('is not read, nor is the first, and each names the other', async () => {
    const reading = await back(copied({ 'kitchen.seats': 7 }).fill(KITCHENS, 1, { 'kitchen.seats': 9 }))
    expect(codes(reading)).toEqual([`row-copied ${KITCHENS} B5`, `row-copied ${KITCHENS} B7`])
    expect(reading.notes.map(({ other, text }) => [other?.cell, text.zh])).toMatchObject([
      ['B7', expect.stringContaining('与第 7 行是同一条记录')],
      ['B5', expect.stringContaining('与第 5 行是同一条记录')],
    ])
    expect(reading.ledger).toEqual(LEDGER)
  })

  test('and given another code is not read, while the first is', async () => {
    const reading = await back(copied({ 'kitchen.id': 'K9' }).fill(KITCHENS, 1, { 'kitchen.seats': 9 }))
    expect(codes(reading)).toEqual([`row-twice ${KITCHENS} B7`])
    expect(reading.notes[0]!.other?.cell).toBe('B5')
    expect(reading.ledger).toEqual({ ...LEDGER, kitchens: [{ ...LEDGER.kitchens[0], seats: 9 }, LEDGER.kitchens[1]] })
  })
})

describe('a sheet that was sorted without its hidden column', () => {
  const ganzhou = compiledPack('ganzhou-2018-32')
  const firm = (id: string, name: string) => ({ id, name, lawyers: 5, years: { '2025': { budget: 100 } } })
  const city = {
    id: 'C',
    on: '2026-09-30',
    counties: [{ id: 'D', firms: [firm('F1', '甲律师事务所'), firm('F2', '乙律师事务所')] }],
  }
  const sheets = () => new FilledTemplate({ policy: ganzhou, ledger: city, language: 'zh' })

  test.each([
    [
      'names of firms beside other codes',
      '律师事务所',
      { ':name': '乙律师事务所' },
      { ':name': '甲律师事务所' },
      ':name',
    ],
    ['codes of firms beside other places', '律师事务所', { 'firm.id': 'F2' }, { 'firm.id': 'F1' }, 'firm.id'],
    [
      'names of the firms of years',
      '年度',
      { ':name.firm': '乙律师事务所' },
      { ':name.firm': '甲律师事务所' },
      ':name.firm',
    ],
    ['the firms of years', '年度', { ':in.firm': 'F2' }, { ':in.firm': 'F1' }, ':in.firm'],
  ])('is told by its cells: %s', async (_, sheet, first, second, key) => {
    const filled = sheets().fill(sheet, 1, first).fill(sheet, 2, second)
    const places = [1, 2].map((row) => `row-moved ${sheet} ${filled.address(sheet, key, row)}`)
    for (const ledger of key.startsWith(':name') ? [city] : [city, undefined]) {
      const reading = readTemplate(await filled.sent(), { policy: ganzhou, ledger })
      expect(codes(reading)).toEqual(ledger ? places : expect.arrayContaining(places))
      if (ledger) expect(reading.ledger).toEqual(city)
    }
  })

  test('a firm may get another name', async () => {
    const filled = sheets().fill('律师事务所', 1, { ':name': '丙律师事务所' })
    const reading = readTemplate(await filled.sent(), { policy: ganzhou, ledger: city })
    expect(reading.notes).toEqual([])
    expect(reading.ledger).toMatchObject({
      counties: [{ firms: [{ name: '丙律师事务所' }, { name: '乙律师事务所' }] }],
    })
  })
})

describe('what cannot be, and what is hard to believe', () => {
  const ganzhou = compiledPack('ganzhou-2018-32')
  const city = {
    id: 'C',
    on: '2026-09-30',
    counties: [{ id: 'D', firms: [{ id: 'F1', lawyers: 5, years: { '2025': { budget: 100 } } }] }],
  }
  const filledIn = async (sheet: string, row: number, values: Parameters<FilledTemplate['fill']>[2]) => {
    const filled = new FilledTemplate({ policy: ganzhou, ledger: city, language: 'zh' }).fill(sheet, row, values)
    const [key] = Object.keys(values)
    const reading = readTemplate(await filled.sent(), { policy: ganzhou, ledger: city })
    return { reading, address: filled.address(sheet, key!, row) }
  }

  test.each<[string, number, Record<string, string | number>]>([
    ['律师事务所', 1, { 'firm.lawyers': -3 }],
    ['律师事务所', 1, { 'firm.establishedOn': '2099-01-01' }],
    ['律师事务所', 1, { 'firm.organization.establishedOn': '2026年10月' }],
    ['年度', 1, { 'year.spend': -1 }],
  ])('in %s %i: %j is left out and told by its cell', async (sheet, row, values) => {
    const { reading, address } = await filledIn(sheet, row, values)
    expect(codes(reading)).toEqual([`impossible ${sheet} ${address}`])
    expect(reading.notes[0]!.text.zh).toMatch(/^(“.*”应不少于0|台账日期是2026年9月30日).*台账未改。$/)
    expect(reading.ledger).toEqual(city)
  })

  test('numbers that contradict each other are read and told', async () => {
    const { reading, address } = await filledIn('律师事务所', 1, { 'firm.memberLawyerCount': 9 })
    expect(codes(reading)).toEqual([`conflict 律师事务所 ${address}`])
    expect(reading.ledger).toMatchObject({ counties: [{ firms: [{ memberLawyerCount: 9 }] }] })
  })

  test('a year that has not begun on the day of the ledger is read and told', async () => {
    const { reading } = await filledIn('年度', 2, { 'year.budget': 5000, ':in.firm': 'F1', ':year': 2099 })
    expect(reading.notes.map(({ code }) => code)).toEqual(['row-added', 'year-ahead'])
    expect(reading.ledger).toMatchObject({ counties: [{ firms: [{ years: { '2099': { budget: 500_000 } } }] }] })
  })

  test.each([
    ['year.spend', 1.5, true],
    ['year.duesReturned', 0.3, true],
    ['year.spend', 12_000, false],
    ['year.spend', 0, false],
  ])('%s %j is read, and told where it is far from what is usual', async (fact, typed, isTold) => {
    const { reading, address } = await filledIn('年度', 1, { [fact]: typed })
    expect(codes(reading)).toEqual(isTold ? [`amount-unusual 年度 ${address}`] : [])
  })

  test.each([
    [1.5, 150, true],
    ['15', 1500, true],
    [12_000, 1_200_000, false],
    ['1.5万元', 1_500_000, false],
    ['1.5元', 150, false],
  ])('%j over 15000 yuan is read, and told where it is as if in another unit', async (typed, read, isTold) => {
    const rich = structuredClone(city)
    rich.counties[0]!.firms[0]!.years['2025'].budget = 1_500_000
    const filled = new FilledTemplate({ policy: ganzhou, ledger: rich, language: 'zh' })
    filled.fill('年度', 1, { 'year.budget': typed })
    const reading = readTemplate(await filled.sent(), { policy: ganzhou, ledger: rich })
    const address = filled.address('年度', 'year.budget', 1)
    expect(codes(reading)).toEqual(isTold ? [`amount-unlike-before 年度 ${address}`] : [])
    expect(reading.ledger).toMatchObject({ counties: [{ firms: [{ years: { '2025': { budget: read } } }] }] })
  })

  test('words that the pack knows of registers are read here as well', async () => {
    const { reading } = await filledIn('律师事务所', 1, {
      'firm.director.partyStatus': '群众',
      'firm.members.all': '12人',
      'firm.organization.kind': '党总支',
    })
    expect(reading.notes).toEqual([])
    expect(reading.ledger).toMatchObject({
      counties: [
        {
          firms: [{ director: { partyStatus: 'none' }, members: { all: 12 }, organization: { kind: 'generalBranch' } }],
        },
      ],
    })
  })
})
