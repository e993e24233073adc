import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const DAY = ['填报日期：2026年9月30日']

async function imported(heading: string, text: string) {
  const headings = ['律师事务所名称', '执业律师数', '党组织组建形式', '党组织名称', heading]
  const result = await importedGrid([DAY, headings, [NAME, 5, '单独', `${NAME}党支部`, text]])
  return { firm: firmsIn(result).get(NAME)!, notes: result.notes.map(briefly) }
}

describe('amounts', () => {
  test.each([
    ['￥12,000', 1_200_000],
    ['¥1.2万', 1_200_000],
    ['未支出', 0],
  ])('%s are read', async (text, spend) => {
    const { firm, notes } = await imported('上年度经费支出', text)
    expect(firm['years']).toEqual({ 2025: { spend } })
    expect(notes).toEqual([])
  })

  test('are not known where there is a stroke, and told where it is 无', async () => {
    const stroke = await imported('上年度经费支出', '/')
    expect([stroke.firm['years'], stroke.notes]).toEqual([undefined, []])
    const none = await imported('上年度经费支出', '无')
    expect([none.firm['years'], none.notes]).toEqual([undefined, ['台账 E3 none-not-possible']])
  })
})

test('a stroke counts nobody, and says nothing', async () => {
  const { firm, notes } = await imported('党员总数', '/')
  expect(firm).not.toHaveProperty('members')
  expect(notes).toEqual([])
})

test.each(['空缺', '书记空缺', '暂缺'])('that the office of a secretary is vacant is read: %s', async (text) => {
  const { firm, notes } = await imported('书记', text)
  expect(firm).toHaveProperty('secretary', null)
  expect(notes).toEqual([])
})

test.each([
  ['2015年7月份', '2015-07'],
  ['2015.7.', '2015-07'],
  ['2015·7·1', '2015-07-01'],
  ['2015—07—01', '2015-07-01'],
])('a day is written %s', async (text, establishedOn) => {
  expect((await imported('党支部成立时间', text)).firm).toMatchObject({ organization: { establishedOn } })
})

test('a county that has become a city or a district is one with it', async () => {
  const result = await importedGrid([
    DAY,
    ['县（市、区）', '律师事务所名称', '执业律师数'],
    ...['龙南市', '龙南县', '南康区', '南康市'].map((county, i) => [county, `江西${'甲乙丙丁'[i]!}衡律师事务所`, 5]),
  ])
  const counties = result.ledger['counties'] as { name: string }[]
  expect(counties.map(({ name }) => name)).toEqual(['龙南市', '南康区'])
})
