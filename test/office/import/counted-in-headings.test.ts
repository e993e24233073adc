import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲合律师事务所'

async function read(heading: string, value: number, beside: readonly (readonly [string, number])[] = []) {
  const headings = beside.map(([name]) => name)
  const values = beside.map(([, number]) => number)
  const result = await importedGrid([
    ['律所名称', '成立时间', heading, ...headings],
    [NAME, '2015-07-01', value, ...values],
  ])
  const { lawyers, members, memberLawyerCount } = firmsIn(result).get(NAME)!
  const columns = result.columns.filter(({ use }) => use === 'not-usable').map(({ place }) => place.cell)
  return { lawyers, members, memberLawyerCount, notes: result.notes.map(briefly), columns }
}

const TOLD = { notes: ['台账 C1 heading-of-others'], columns: ['C1'] }
const OPEN = { lawyers: undefined, members: undefined, memberLawyerCount: undefined, ...TOLD }

test.each([
  '执业律师数（含实习）',
  '执业律师（含实习律师）人数',
  '律师人数（包括实习人员）',
  '律师人数（专职）',
  '党员总数（含积极分子）',
  '党员数（含预备、发展对象）',
  '党员数（含预备党员和入党积极分子）',
  '党员数（不含预备）',
  '党员总数【其中预备】',
  '党员总数（含未转入、积极分子）',
  '正式党员（含预备）',
  '预备党员数（含发展对象）',
  '党员律师数（含实习律师）',
])('a heading that says that others are counted leaves the number open, which is told: %s', async (heading) => {
  expect(await read(heading, 7)).toEqual(OPEN)
})

test.each(['党员总数（含预备党员）', '党员人数（含预备）', '党员数（包括正式、预备党员）', '党员总数（不含积极分子）'])(
  'who is counted by the catalogue as well changes nothing: %s',
  async (heading) => {
    expect(await read(heading, 7)).toMatchObject({ members: { all: 7 }, notes: [], columns: [] })
  },
)

test.each([
  '执业律师数（人）',
  '执业律师数（单位：人）',
  '执业律师数（不含实习律师）',
  '执业律师数（截至2026年9月）',
  '执业律师数（请填数字）',
])('a unit, a day, or how to fill in a column changes nothing: %s', async (heading) => {
  expect(await read(heading, 7)).toMatchObject({ lawyers: 7, notes: [], columns: [] })
})

test('of two columns the one that counts nobody else is read', async () => {
  const { members, notes } = await read('党员总数（含积极分子）', 7, [['党员总数', 5]])
  expect(members).toEqual({ all: 5 })
  expect(notes).toEqual(TOLD.notes)
})

test('members who are not of the firm, and of whom nothing says how many they are, leave the number open', async () => {
  const { members, notes } = await read('党员总数（含未转入的）', 7)
  expect(members).toBeUndefined()
  expect(notes).toEqual(['台账 C2 counts-others'])
})
