import { expect, test } from 'vitest'
import { briefly, importedGrid } from './imported.ts'

async function countiesOf(names: readonly string[]) {
  const rows = names.map((name, i) => [name, `江西${'甲乙丙丁戊己庚'[i]!}合律师事务所`, 5])
  const { ledger, notes } = await importedGrid([['县（市、区）', '律师事务所名称', '执业律师数'], ...rows])
  const counties = ledger['counties'] as { name: string; level?: string; firms: unknown[] }[]
  return { counties: counties.map(({ name, level, firms }) => [name, level, firms.length]), notes: notes.map(briefly) }
}

test.each([
  [['市直', '市本级']],
  [['市本级', '市直属', '赣州市本级', '赣州市直']],
  [['赣州市', '市直']],
  [['赣州', '赣州市（本级）', '市直', '市级', '本级']],
  [['市直单位', '赣州市直属', '市局直属']],
])('the spellings of what is directly under the city are one record: %j', async (names) => {
  expect(await countiesOf(names)).toMatchObject({
    counties: [[expect.any(String), 'cityDirect', names.length]],
    notes: [],
  })
})

test('is called as it is written first, where that is a name of the list', async () => {
  expect((await countiesOf(['市本级', '市直'])).counties).toEqual([['市本级', 'cityDirect', 2]])
  expect((await countiesOf(['赣州市本级'])).counties).toEqual([['市直', 'cityDirect', 1]])
})

test('the name of the city is none of what is directly under it among other words', async () => {
  const { counties } = await countiesOf(['赣州市章贡区', '章贡区', '赣州市'])
  expect(counties).toEqual([
    ['章贡区', 'county', 2],
    ['市直', 'cityDirect', 1],
  ])
  const { ledger } = await importedGrid([
    ['赣州市律师行业党建工作台账', '', ''],
    ['赣州市', '', ''],
    ['律师事务所名称', '执业律师数', '党员总数'],
    ['江西甲合律师事务所', 5, 1],
    ['赣州市', '', ''],
    ['江西乙合律师事务所', 5, 1],
  ])
  expect(JSON.stringify(ledger)).not.toContain('cityDirect')
})

test('where every row has the city, it says no more than where they all are, and the rows are told', async () => {
  const { notes, ledger } = await importedGrid([
    ['县（市、区）', '律师事务所名称', '执业律师数'],
    ['赣州市', '江西甲合律师事务所', 5],
    ['赣州市', '江西乙合律师事务所', 5],
  ])
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 A2 not-a-name', '台账 A3 not-a-name'])
})
