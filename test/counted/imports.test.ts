import { expect, it, vi } from 'vitest'
import { readWorkbook, type Workbook } from '@tiaoli/office'
import { guessMapping, importWorkbooks } from '@tiaoli/office/import'
import { compiledPack } from '../load-packs.ts'
import { bookOf, written, type Value } from '../office/workbook-file.ts'
import { growthOfAsync, stepsOf } from './steps.ts'

const { plan } = compiledPack('ganzhou-2018-32')

function read(grid: Value[][]): Promise<Workbook> {
  return readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })
}

/** What is imported of tables that are so many times as large. */
function importOf(gridsOf: (times: number) => Value[][][]) {
  return growthOfAsync(async (times) => {
    const books = await Promise.all(gridsOf(times).map(read))
    return () => importWorkbooks(books, { plan })
  })
}

/** Names that are unlike each other. */
const name = (i: number) =>
  Array.from({ length: 3 }, (_, n) => String.fromCodePoint(0x4e00 + ((i * 7919 + n * 104_729) % 20_000))).join('')

it('the amounts of each further 40 firms are compared with the others in as many steps as those before', async () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]
  const firms = (count: number) =>
    Array.from({ length: count }, (_, i): Value[] => [
      `江西${name(i)}律师事务所`,
      5,
      ...years.map((year) => 1 + ((i + year) % 7)),
    ])
  const [second, third] = await importOf((times) => [
    [['律所名称', '执业律师数', ...years.map((year) => `${String(year)}年党建经费支出（万元）`)], ...firms(40 * times)],
  ])
  expect(third).toBeLessThan(1.1 * second)
})

it('each further 150 firms of a register are read in as many steps as those before', async () => {
  const firms = (count: number) =>
    Array.from({ length: count }, (_, i): Value[] => [
      `江西${name(i)}律师事务所`,
      5,
      '单独',
      `江西${name(i)}律师事务所党支部`,
    ])
  const [second, third] = await importOf((times) => [
    [['律所名称', '执业律师数', '组建形式', '党组织名称'], ...firms(150 * times)],
  ])
  expect(third).toBeLessThan(1.02 * second)
})

it('each further 150 rows of a roster are counted in as many steps as those before', async () => {
  const persons = (count: number) =>
    Array.from({ length: count }, (_, i): Value[] => [i + 1, name(i), '江西甲合律师事务所党支部', '正式党员'])
  const [second, third] = await importOf((times) => [
    [
      ['律所名称', '执业律师数', '单独', '党组织名称'],
      ['江西甲合律师事务所', 900, '√', '江西甲合律师事务所党支部'],
    ],
    [['序号', '姓名', '所在党支部', '党员类别'], ...persons(150 * times)],
  ])
  expect(third).toBeLessThan(1.1 * second)
})

it('each further 60 empty columns of a table are passed over in as many steps as those before', async () => {
  const [second, third] = await importOf((times) => {
    const headings = Array.from({ length: 60 * times }, (_, i) => `项目${name(i)}`)
    return [
      [
        ['律所名称', '执业律师数', ...headings.flatMap((heading) => [null, heading, `${heading}二`])],
        ['江西甲合律师事务所', 5, ...headings.flatMap(() => [null, '内容', '内容'])],
      ],
    ]
  })
  expect(third).toBeLessThan(1.1 * second)
})

it('a cell is written otherwise to be compared once, with however many names it is', async () => {
  const book = await read([['县区', '律所名称', '执业律师数'], ...firmsOf(60)])
  // What headings and mappings are compared by is made once, and the rest is by the row.
  expect(await normalizedBy(() => importWorkbooks([book], { plan }))).toBeLessThan(60 * MOST_NORMALIZED)
})

/** Texts that a further row may make, of its own cells and of parts of them. */
const MOST_NORMALIZED = 400

const firmsOf = (count: number) =>
  Array.from({ length: count }, (_, i): Value[] => ['章贡区', `江西${name(i)}律师事务所`, 5])

/** How many texts are made half-width, which is the dearest part of making them comparable. */
async function normalizedBy(work: () => unknown): Promise<number> {
  const spy = vi.spyOn(String.prototype, 'normalize')
  try {
    await work()
    return spy.mock.calls.length
  } finally {
    spy.mockRestore()
  }
}

/** Steps for a column in the rows that may be headings. */
const MOST_FOR_COLUMN = 5000

it('a column that no table speaks of is not compared with all headings of all tables', async () => {
  const widths = [20, 40].map((count) => Array.from({ length: count }, (_, i) => `项目${name(i)}`))
  const [narrow, wide] = await Promise.all(
    widths.map((headings) =>
      read([
        ['律所名称', '执业律师数', ...headings],
        ['江西甲合律师事务所', 5, ...headings.map(() => '内容')],
        ['江西乙合律师事务所', 6, ...headings.map(() => '内容')],
      ]),
    ),
  )
  guessMapping([wide!], plan) // what is made ready once is not counted
  const [some, more] = [narrow!, wide!].map((book) => {
    return stepsOf(() => guessMapping([book], plan))
  })
  expect((more! - some!) / 20).toBeLessThan(MOST_FOR_COLUMN)
})
