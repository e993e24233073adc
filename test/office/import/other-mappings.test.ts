import { expect, test } from 'vitest'
import { compile, loadPack } from '@tiaoli/engine'
import { guessMapping, importWorkbooks, type ImportNote, type ImportResult } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { SCOPES, toyFiles } from '../../support/toy-pack.ts'
import { usualSettings } from '../../../packages/office/src/values/usual-settings.ts'
import { Synonyms } from '../../../packages/office/src/import/columns/heading-synonyms.ts'
import { bookOf, written, type Value } from '../workbook-file.ts'

/** Kitchens, in the schools of a town, of a mapping of their own. */
const scopes = {
  school: { label: { zh: '学校', en: 'school' }, in: 'town', list: 'schools', named: true },
  kitchen: { ...SCOPES.kitchen, in: 'school', named: true },
}
const given = { 'school.id': { type: 'id', label: { zh: '学校代号', en: 'school code' } } }
const MAPPING = {
  id: 'kitchens',
  title: { zh: '厨房', en: 'Kitchens' },
  tables: [
    {
      title: { zh: '厨房', en: 'Kitchens' },
      has: ['Kitchen'],
      row: 'kitchen',
      columns: [
        { headings: ['School'], record: 'school', fill: true },
        { headings: ['Kitchen'], record: 'kitchen' },
        { headings: ['Seats'], fact: 'kitchen.seats' },
        { headings: ['Opened'], fact: 'kitchen.openedOn' },
      ],
    },
  ],
}

async function imported(mapping: object, grid: Value[][]): Promise<ImportResult> {
  const files = { ...toyFiles({ scopes, given }), 'imports/kitchens.json': { ...MAPPING, ...mapping } }
  const { plan } = compile({ files })
  return importWorkbooks([await readWorkbook(written(bookOf(grid)), { name: 'kitchens.xlsx' })], { plan })
}

interface Kitchen {
  readonly name?: string
  readonly seats?: number
  readonly openedOn?: string
}

function kitchensIn({ ledger }: ImportResult): Kitchen[] {
  return ((ledger['schools'] ?? []) as { kitchens?: Kitchen[] }[]).flatMap(({ kitchens = [] }) => kitchens)
}

const namesIn = (result: ImportResult) => kitchensIn(result).map(({ name }) => name)
const briefly = ({ code, place, proposal }: ImportNote) => [code, place.cell, proposal].filter(Boolean).join(' ')

test.each([
  ['…食堂', '育才中学食堂、文清中学食堂'],
  ['…食堂', '育才中学食堂和文清中学食堂'],
  ['… kitchen', 'Main kitchen / Old kitchen'],
  ['… kitchen', 'Main kitchen and Old kitchen'],
])('what looks like several names of %s is no record: %s', async (form, name) => {
  const like = { kitchen: { is: [form] } }
  const result = await imported({ names: { like } }, [
    ['Kitchen', 'Seats'],
    [name, 3],
  ])
  expect(namesIn(result)).toEqual([])
  expect(result.notes.map(briefly)).toEqual(['row-of-several A2'])
})

test.each([
  ['…食堂', '和平中学食堂'],
  ['… kitchen', 'Fish and Chips kitchen'],
  ['… kitchen', 'Smith, Jones & Son kitchen'],
  ['… kitchen', 'Main kitchen (Old kitchen, New kitchen)'],
])('a name of %s with such words in it is one: %s', async (form, name) => {
  const result = await imported({ names: { like: { kitchen: { is: [form, `${form} (…)`] } } } }, [['Kitchen'], [name]])
  expect(namesIn(result)).toEqual([name])
})

test('a name that is a number or a sentence is one where the mapping says so as a whole', async () => {
  const grid = [
    ['Kitchen', 'Seats'],
    ['1896', 3],
    ['Eat. Drink. Be merry at the old mill.', 4],
    ['12', 5],
  ]
  const names = {
    like: { kitchen: { is: ['… kitchen', 'Eat. Drink. Be merry at the old mill.'] } },
    aliases: { '1896': 'Founders’ kitchen' },
  }
  const result = await imported({ names }, grid)
  expect(namesIn(result)).toEqual(['Founders’ kitchen', 'Eat. Drink. Be merry at the old mill.'])
  expect(result.notes.map(briefly)).toEqual(['not-a-name A4'])
})

test('names that are local are others in each school, and are told only within one', async () => {
  const grid = [
    ['School', 'Kitchen'],
    ['East school', 'Main kitchen'],
    ['West school', 'Main kitchen'],
    ['West school', 'Main kitchen (new)'],
  ]
  const told = async (names: object) => (await imported({ names }, grid)).notes.map(briefly)
  expect(await told({})).toEqual(['named-elsewhere B3', 'named-alike B4'])
  const local = await imported({ names: { local: ['kitchen'] } }, grid)
  expect(local.notes.map(briefly)).toEqual(['named-alike B4'])
  expect(local.notes[0]?.other?.cell).toBe('B3')
  expect(namesIn(local)).toEqual(['Main kitchen', 'Main kitchen', 'Main kitchen (new)'])
})

test('a local name that another row has without its school is told', async () => {
  const grid = [
    ['School', 'Kitchen'],
    [null, 'Main kitchen'],
    ['West school', 'Main kitchen'],
    ['East school', 'Main kitchen'],
  ]
  const result = await imported({ names: { local: ['kitchen'] } }, grid)
  expect(result.notes.map(briefly)).toEqual(['named-elsewhere B3', 'named-elsewhere B4', 'unplaced B2'])
})

const DAYS = ['03/12/2025', '12.04.2025', '25/12/2025', '12/25/2025', '2025-03-12', '3 December 2025', '5/5/2025']

test.each([
  ['day-first', ['2025-12-03', '2025-04-12', '2025-12-25', undefined, '2025-03-12', '2025-12-03', '2025-05-05']],
  ['month-first', ['2025-03-12', '2025-12-04', undefined, '2025-12-25', '2025-03-12', '2025-12-03', '2025-05-05']],
] as const)('where the mapping says that dates are %s, they are read so', async (dates, days) => {
  const grid = [['Kitchen', 'Opened'], ...DAYS.map((day, i) => [`Kitchen no ${String(i)}`, day])]
  const result = await imported({ dates }, grid)
  expect(kitchensIn(result).map(({ openedOn }) => openedOn)).toEqual(days)
  const row = days.findIndex((day) => day === undefined) + 2
  expect(result.notes.map(briefly)).toEqual([`not-understood B${String(row)} 2025-12-25`])
})

test('where it does not, a date that may be two days is none', async () => {
  const result = await imported({}, [
    ['Kitchen', 'Opened'],
    ['One kitchen', '3/12/2025'],
  ])
  expect(result.notes.map(briefly)).toEqual(['day-or-month B2'])
})

test('the day of a form is read in the same order', async () => {
  const grid = [['Date: 3/4/2026'], ['Kitchen'], ['One kitchen']]
  const head = { on: ['Date'] }
  expect((await imported({ head, dates: 'day-first' }, grid)).ledger['on']).toBe('2026-04-03')
  expect((await imported({ head }, grid)).notes.map(briefly)).toEqual(['head-day'])
})

/** Two days of one heading: one of the kitchen, and one of a cook in it. */
const OF_KITCHEN = ['About the kitchen', 'Kitchen']
const twoDays = [
  {
    title: { zh: '厨房', en: 'Kitchens' },
    has: ['Kitchen'],
    row: 'kitchen',
    columns: [
      { headings: ['Kitchen'], record: 'kitchen' },
      { headings: ['Seats'], fact: 'kitchen.seats' },
      { headings: ['Date'], under: OF_KITCHEN, fact: 'kitchen.openedOn' },
      { headings: ['Supplier'], record: 'kitchen.supplier' },
    ],
  },
]

test.each<[what: string, openedOn: string | undefined, ...head: Value[][]]>([
  [
    'a heading above that is not merged',
    '2025-01-02',
    ['About the kitchen', null, null, 'About the supplier', null],
    ['Kitchen', 'Seats', 'Date', 'Supplier', 'Date'],
  ],
  ['the column with names to its left', '2025-01-02', ['Kitchen', 'Seats', 'Date', 'Supplier', 'Date']],
  ['no other column with names', undefined, ['Kitchen', 'Seats', 'Other', 'Supplier', 'Date']],
])('a heading of two columns is told apart by %s', async (_, openedOn, ...head) => {
  const result = await imported({ tables: twoDays }, [...head, ['One kitchen', 3, '2025-01-02', 'Mill', '2024-05-06']])
  expect(kitchensIn(result).map((kitchen) => kitchen.openedOn)).toEqual([openedOn])
})

test('a sheet that the mapping says is not read is listed', async () => {
  const result = await imported({ skip: { sheets: ['…'] } }, [['Kitchen'], ['One kitchen']])
  expect(result.notes.map(briefly)).toEqual(['sheet-skipped'])
})

test('a role in a pack that has none is refused with what to do, not with an empty list', () => {
  const mapping = { ...MAPPING, head: { by: ['By'], roles: { '…School': 'school' } } }
  const files = toyFiles({ scopes, given })
  const facts = { ...(files['facts.json'] as object), roles: {} }
  const { diagnostics } = loadPack({ files: { ...files, 'facts.json': facts, 'imports/kitchens.json': mapping } })
  expect(diagnostics.map(({ message }) => message)).toContainEqual({
    zh: '此处的写法不符合格式：规则中没有可以写在这里的名称，请删去这一项。',
    en: 'This does not fit the format: the pack has no name that could stand here; remove it.',
  })
})

/** Words of a policy about schools, none of which is in the code. */
const SCHOOLS = { is: ['文清中学', '育才中学'] }
const KITCHENS = { is: ['…食堂', '…食堂（…）'] }

test.each(['文清中学食堂', '（一）文清中学食堂名单', '文清中学：2家', '文清中学2家食堂'])(
  'a title names what is around the rows below it, whatever those are called: %s',
  async (title) => {
    const result = await imported({ names: { like: { school: SCHOOLS, kitchen: KITCHENS } } }, [
      ['Kitchen', 'Seats'],
      [title],
      ['一号食堂', 3],
    ])
    expect(result.ledger['schools']).toEqual([
      expect.objectContaining({
        name: '文清中学',
        kitchens: [expect.objectContaining({ name: '一号食堂', seats: 3 })],
      }),
    ])
  },
)

test.each([
  [{}, '东食堂（张小花老师）'],
  [{ addressed: ['老师'] }, '东食堂'],
])('who is addressed as the mapping says is no part of a name: %j', async (words, name) => {
  const result = await imported({ names: { ...words, like: { school: SCHOOLS, kitchen: KITCHENS } } }, [
    ['School', 'Kitchen'],
    ['文清中学', '东食堂（张小花老师）'],
  ])
  expect(namesIn(result)).toEqual([name])
})

test.each([
  [{}, []],
  [{ forms: ['{}后勤科'] }, ['东食堂']],
])('an office of what is around a record stands for it where the mapping says so: %j', async (words, names) => {
  const result = await imported({ names: { ...words, like: { school: SCHOOLS, kitchen: KITCHENS } } }, [
    ['School', 'Kitchen'],
    ['文清中学后勤科', '东食堂'],
  ])
  expect(namesIn(result)).toEqual(names)
})

test.each([
  [{}, undefined],
  [{ synonyms: { 餐位: '座位' } }, 3],
])('a heading is guessed by the words that the mapping says mean the same: %j', async (words, seats) => {
  const facts = { ...given, 'kitchen.seats': { type: 'integer', min: 0, label: { zh: '食堂座位', en: 'seats' } } }
  const mapping = { ...MAPPING, ...words, tables: [{ ...MAPPING.tables[0], has: ['Seats'] }] }
  const { plan } = compile({ files: { ...toyFiles({ scopes, given: facts }), 'imports/kitchens.json': mapping } })
  const grid = [
    ['学校', '厨房', '食堂餐位数'],
    ['文清中学', '东食堂', 3],
  ]
  const workbooks = [await readWorkbook(written(bookOf(grid)), { name: 'kitchens.xlsx' })]
  const result = await importWorkbooks(workbooks, { plan, mapping: guessMapping(workbooks, plan) })
  expect(kitchensIn(result).map((kitchen) => kitchen.seats)).toEqual([seats])
})

test.each([
  [{}, undefined],
  [{ synonyms: { Places: 'seats' } }, 3],
  [{ synonyms: { place: 'seats' } }, undefined],
])('in English a heading is guessed by whole words that mean the same: %j', async (words, seats) => {
  const facts = { ...given, 'kitchen.seats': { type: 'integer', min: 0, label: { zh: '座位', en: 'seats' } } }
  const mapping = { ...MAPPING, ...words, tables: [{ ...MAPPING.tables[0], has: ['Seats'] }] }
  const { plan } = compile({ files: { ...toyFiles({ scopes, given: facts }), 'imports/kitchens.json': mapping } })
  const grid = [
    ['School', 'Kitchen', 'PLACES'],
    ['文清中学', '东食堂', 3],
  ]
  const workbooks = [await readWorkbook(written(bookOf(grid)), { name: 'kitchens.xlsx' })]
  const result = await importWorkbooks(workbooks, { plan, mapping: guessMapping(workbooks, plan) })
  expect(kitchensIn(result).map((kitchen) => kitchen.seats)).toEqual([seats])
})

test('words of headings are the same however wide and large they are written', () => {
  const synonyms = new Synonyms([['ＶＩＰ 餐位', '座位']])
  expect(synonyms.inKey('食堂vip餐位数')).toBe('食堂座位数')
})

test('of two mappings that say it, the first is believed', () => {
  const files = toyFiles({ scopes, given })
  const { plan } = compile({
    files: {
      ...files,
      'imports/a.json': { ...MAPPING, id: 'a', dates: 'day-first' },
      'imports/b.json': { ...MAPPING, id: 'b', dates: 'month-first', blank: ['-'] },
    },
  })
  expect(usualSettings(plan)).toMatchObject({ dates: 'day-first', blank: ['-'] })
})
