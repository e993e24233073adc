import { describe, expect, test } from 'vitest'
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

describe('under a heading that names another year, how it is now is not read', () => {
  const otherYear = '表头写的是另一年，而这一项记的是现状，没有读。'

  async function under(...headings: readonly string[]) {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律所名称', '成立时间', ...headings],
      [NAME, '2015-07-01', ...headings.map(() => 7)],
    ])
    return { firm: firmsIn(result).get(NAME), why: result.columns.flatMap(({ why }) => why?.zh ?? []) }
  }

  test.each([
    '党员总数（2024年底）',
    '党员总数（2024年12月31日）',
    '党员总数（2024.12）',
    '党员总数（截至2024年底）',
    '2024年底党员总数',
    '党员总数（2024）',
    '执业律师数（上年）',
    '执业律师数（上年末）',
    '执业律师数（上年度）',
    '执业律师数（去年）',
  ])('%s', async (heading) => {
    const { firm, why } = await under(heading)
    expect(firm).not.toHaveProperty('members')
    expect(firm).not.toHaveProperty('lawyers')
    expect(why).toHaveLength(1)
  })

  test.each(['党员总数（2026年9月）', '党员总数（截至2026年9月30日）', '党员总数（2026）', '党员总数（本年）'])(
    'but %s is',
    async (heading) => {
      expect(await under(heading)).toMatchObject({ firm: { members: { all: 7 } }, why: [] })
    },
  )

  test('and does not stand in the way of that of this year', async () => {
    const { firm, why } = await under('党员总数（2024年底）', '党员总数（2026年9月）')
    expect(firm).toMatchObject({ members: { all: 7 } })
    expect(why).toEqual([otherYear])
  })
})

describe('what is planned, or was, is not what is', () => {
  test.each([
    ['党员总数（拟发展）', 7],
    ['党员总数（计划）', 7],
    ['上年度党建经费支出（计划）', 1.5],
    ['上年度党建经费支出（预算）', 1.5],
    ['上年度党建经费支出（不含党费返还）', 1.5],
    ['上年度党建经费支出（万元，不含党费返还）', 1.5],
    ['上年度党建经费支出（市级补助）', 1.5],
    ['上年度党建经费支出（1-2月）', 1.5],
    ['2025年度党建经费支出（1月至9月）', 1.5],
    ['2025年支出（12月份）', 1.5],
    ['党组织成立时间（拟）', '2016-07-01'],
    ['应换届时间（预计）', '2016-07-01'],
    ['主任政治面貌（上年）', '中共党员'],
    ['活动场所（计划）', '是'],
  ])('%s', async (heading, value) => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律所名称', '成立时间', '单独', heading],
      [NAME, '2015-07-01', '√', value],
    ])
    expect(result.columns.find(({ place }) => place.cell === 'D2')).toMatchObject({ use: 'not-usable' })
  })

  test.each([
    '（万元）',
    '（单位：万元）',
    '（万元，保留两位小数）',
    '（人民币万元）',
    '（实际）',
    '（决算数）',
    '（万元、决算）',
  ])('but money spent is, with %s', async (brackets) => {
    const result = await importedGrid([
      ['填报日期：2026年9月30日'],
      ['律所名称', '成立时间', `上年度党建经费支出${brackets}`],
      [NAME, '2015-07-01', '1.5万元'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2025: { spend: 1_500_000 } } })
  })
})
