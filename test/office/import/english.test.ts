import { beforeAll, describe, expect, test } from 'vitest'
import { compile, loadPack } from '@tiaoli/engine'
import { guessMapping, importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { withoutMappings } from './imported.ts'
import { bookOf, written, type Value } from '../workbook-file.ts'

const source = withoutMappings('playground-safety')
const policy = compile(source)

async function imported(grid: readonly (readonly Value[])[], plan = policy.plan): Promise<ImportResult> {
  return importWorkbooks([await readWorkbook(written(bookOf(grid)), { name: 'register.xlsx' })], { plan })
}

const GRID: Value[][] = [
  ['Register of playgrounds'],
  ['Date: 31 March 2026'],
  'No.|Code|Playground name|Opened on|Registration date|Pieces of equipment|Amount insured ($)|Shaded place to sit?|Inspection date 2024|Inspected in 2025|Phone'.split(
    '|',
  ),
  [
    1,
    'P1',
    'Beach Road Reserve',
    '1 December 2019',
    'Dec 10, 2019',
    7,
    '$2,000,000.00',
    'Yes',
    '4 Oct 2024',
    '19/09/2025',
  ],
  [2, 'P2', 'Mill Lane Playground', '15/11/2025', 'not registered', '5 pieces', '1,200.50', 'no', null, '3/12/2025'],
  [3, 'P3', 'Total Fun Park', 'February 2008', '2/9/2024', 'about 3', '2 thousand', 'n/a', null, 'not inspected'],
  ['Total', null, null, null, null, 15],
  ['Prepared by: A. Clerk'],
]

describe('a workbook in English, of which a pack in English alone has no mapping', () => {
  let result: ImportResult
  beforeAll(async () => {
    result = await imported(GRID)
  })

  test('has its columns guessed by the labels of the catalogue', () => {
    expect(result.mapping).toEqual({ id: 'guessed', guessed: true })
    expect(result.columns.filter(({ use }) => use === 'guessed').map(({ gives }) => gives.join())).toEqual([
      'playground',
      'playground.openedOn',
      'playground.registeredOn',
      'playground.equipment',
      'playground.insuredFor',
      'playground.hasShade',
      'year.inspectedOn',
      'year.inspectedOn',
    ])
    expect(result.columns.filter(({ use }) => use === 'not-usable').map(({ why }) => why?.en)).toEqual([
      'A serial number.',
      'Ids are made by the names.',
      'What this column gives cannot be guessed from its headings.',
    ])
  })

  test('has its days, numbers, amounts and words read as they are written in English', () => {
    expect(result.ledger).toEqual({
      on: '2026-03-31',
      playgrounds: [
        {
          id: 'playground-1',
          name: 'Beach Road Reserve',
          openedOn: '2019-12-01',
          registeredOn: '2019-12-10',
          equipment: 7,
          insuredFor: 200_000_000,
          hasShade: true,
          years: { 2024: { inspectedOn: '2024-10-04' }, 2025: { inspectedOn: '2025-09-19' } },
        },
        {
          id: 'playground-2',
          name: 'Mill Lane Playground',
          openedOn: '2025-11-15',
          registeredOn: null,
          equipment: 5,
          insuredFor: 120_050,
          hasShade: false,
        },
        {
          id: 'playground-3',
          name: 'Total Fun Park',
          openedOn: '2008-02',
          insuredFor: 200_000,
          years: { 2025: { inspectedOn: null } },
        },
      ],
    })
    expect(() => policy.evaluate(result.ledger, { asOf: '2026-03-31' })).not.toThrow()
  })

  test('has told what is not read: days that may be months, what is approximate, and totals', () => {
    expect(result.notes.map(({ code, place }) => `${code} ${place.cell!}`).sort()).toEqual([
      'approximate F6',
      'day-or-month E6',
      'day-or-month J5',
      'row-skipped A7',
      'row-skipped A8',
    ])
  })

  test('gives a mapping in English that the pack takes', async () => {
    const book = await readWorkbook(written(bookOf(GRID)), { name: 'register.xlsx' })
    const saved = JSON.stringify(guessMapping([book], policy.plan))
    const { files, ...rest } = source
    expect(saved).not.toMatch(/\p{Script=Han}/u)
    expect(loadPack({ ...rest, files: { ...files, 'imports/guessed.json': saved } }).diagnostics).toEqual([])
  })
})

describe('a day in English', () => {
  test.each([
    ['12 March 2026', '2026-03-12'],
    ['12th of March 2026', '2026-03-12'],
    ['Thu, 12 Mar. 2026', '2026-03-12'],
    ['12-Mar-2026', '2026-03-12'],
    ['March 12, 2026', '2026-03-12'],
    ['Sept 2026', '2026-09'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['3.3.2026', '2026-03-03'],
    ['12 March 2026 14:30', '2026-03-12'],
  ])('%s is %s', async (text, day) => {
    const { ledger } = await imported([
      ['Playground', 'Opened on'],
      ['Mill Lane', text],
    ])
    expect(ledger).toHaveProperty('playgrounds.0.openedOn', day)
  })

  test.each(['3/12/2026', '03.12.2026', '3-12-2026'])('%s may be in March or December, which is told', async (text) => {
    const { ledger, notes } = await imported([
      ['Playground', 'Opened on'],
      ['Mill Lane', text],
    ])
    expect(ledger).not.toHaveProperty('playgrounds.0.openedOn')
    expect(notes.map(({ code, proposal }) => [code, proposal])).toEqual([['day-or-month', undefined]])
  })

  test.each(['30 February 2026', '12 March', 'Marchant 2026', '31/31/2026'])('%s is none', async (text) => {
    const { ledger, notes } = await imported([
      ['Playground', 'Opened on'],
      ['Mill Lane', text],
    ])
    expect(ledger).not.toHaveProperty('playgrounds.0.openedOn')
    expect(notes.map(({ code }) => code)).toEqual(['not-understood'])
  })

  test('among other words is proposed', async () => {
    const { notes } = await imported([
      ['Playground', 'Opened on'],
      ['Mill Lane', 'in use since 12 March 2026, they say'],
    ])
    expect(notes.map(({ proposal }) => proposal)).toEqual(['2026-03-12'])
  })
})

test.each([
  ['$1,200.50', 120_050],
  ['NZD 1200', 120_000],
  ['1,200.50', 120_050],
  ['$3 thousand', 300_000],
  ['2 million', 200_000_000],
  ['1,20', undefined],
  ['€1,200', undefined],
  ['-5', undefined],
])('an amount in English: %s', async (text, amount) => {
  const { ledger } = await imported([
    ['Playground', 'Amount insured'],
    ['Mill Lane', text],
  ])
  expect((ledger['playgrounds'] as { insuredFor?: number }[])[0]!.insuredFor).toBe(amount)
})

test.each([
  [['Name', 'Opened'], 'playground.openedOn'],
  [['Name of the playground', 'Day of opening'], 'playground.openedOn'],
  [['PLAYGROUND', 'NUMBER OF PIECES OF EQUIPMENT'], 'playground.equipment'],
  [['Playground', 'Inspection date last year'], 'year.inspectedOn'],
  [['Playground', 'Registered'], 'playground.registeredOn'],
  [['Playground', 'Date of equipment'], undefined],
  [['Playground', 'Not registered'], undefined],
  [['Playground', 'Inspection date'], undefined],
])('under %s the fact is %s', async (headings, fact) => {
  const { columns } = await imported([['Date: 31 March 2026'], headings, ['Mill Lane', null]])
  expect(columns[1]?.gives[0]).toBe(fact)
})

test('the year of a row is guessed from its column', async () => {
  const { ledger } = await imported([
    ['Playground', 'Year', 'Inspection date'],
    ['Mill Lane', 2024, '4 Oct 2024'],
    ['Mill Lane', 2025, '5 Oct 2025'],
  ])
  expect(ledger).toHaveProperty('playgrounds.0.years', {
    2024: { inspectedOn: '2024-10-04' },
    2025: { inspectedOn: '2025-10-05' },
  })
})

test('a pack in two languages knows the headings of both', async () => {
  const { plan } = compile(withoutMappings('ganzhou-2018-32'))
  const givenUnder = async (heading: string) => {
    const { columns } = await imported(
      [
        ['Law firm', heading],
        ['Minyuan', 12],
      ],
      plan,
    )
    return columns.map(({ gives }) => gives.join())
  }
  expect(await givenUnder('Practising lawyers')).toEqual(['firm', 'firm.lawyers'])
  expect(await givenUnder('执业律师人数（人）')).toEqual(['firm', 'firm.lawyers'])
})

test('names keep their spaces and capitals where a form of a name is known', async () => {
  const mapping = {
    id: 'given',
    title: { en: 'Register' },
    tables: [
      {
        title: { en: 'Register' },
        has: ['Playground'],
        row: 'playground',
        columns: [
          { headings: ['Playground'], record: 'playground', words: { '{} (closed)': { 'playground.closedOn': true } } },
        ],
      },
    ],
  }
  const plan = compile({ ...source, files: { ...source.files, 'imports/given.json': JSON.stringify(mapping) } }).plan
  const { ledger } = await imported([['Playground'], ['Beach Road Reserve (CLOSED)']], plan)
  expect(ledger['playgrounds']).toEqual([{ id: 'playground-1', name: 'Beach Road Reserve', closedOn: true }])
})
