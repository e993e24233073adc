import { expect, test } from 'vitest'
import { city, importedGrid, importedGrids, type Grid } from './imported.ts'

const [NAME, OTHER] = ['江西甲衡律师事务所', '江西乙正律师事务所']
const HEAD = ['律所名称', '成立时间', '党员总数', '预备党员', '组建形式', '党组织名称', '党组织成立时间']
const LIST = ['联合党支部名称', '成立时间', '成员单位']
const register = (branch: string, ...names: string[]): Grid => [
  HEAD,
  ...names.map((name) => [name, '2012.5', 1, 0, '联合', branch, '2019.3']),
]

const judged = async (...grids: Grid[]) => {
  const { ledger } = await (grids.length === 1 ? importedGrid(grids[0]!) : importedGrids(grids))
  const { findings } = city.evaluate(ledger, { asOf: '2025-06-30' })
  return ['joint-branch-units', 'joint-branch-full-members'].map((id) =>
    findings.flatMap(({ requirement, status }) => (requirement === id ? [status] : [])).join(),
  )
}

test.each([
  '某县律师公证联合党支部',
  '某县律师联合党支部（含某县公证处）',
  '某县法律服务行业联合党支部',
  '某县第三联合党支部',
])('a joint branch of which the form has one firm is not said to have no other unit: %s', async (branch) => {
  expect(await judged(register(branch, NAME))).toEqual(['review', 'review'])
})

test('the members of two firms are not all of a branch that a notary office may belong to', async () => {
  expect(await judged(register('某县律师公证联合党支部', NAME, OTHER))).toEqual(['met', 'review'])
})

test('the firms of a joint branch are all where neither its name nor a list says otherwise', async () => {
  expect(await judged(register('某县第三联合党支部', NAME, OTHER))).toEqual(['met', 'not_met'])
})

test.each([
  [`${NAME}、${OTHER}、某县公证处`, ['met', 'review']],
  [`${NAME}、${OTHER}`, ['met', 'not_met']],
  [NAME, ['not_met', 'not_met']],
])('a list says which units a joint branch has: %s', async (units, expected) => {
  const branch = '某县第三联合党支部'
  const named = [NAME, OTHER].filter((name) => units.includes(name))
  expect(await judged(register(branch, ...named), [LIST, [branch, '2019.3', units]])).toEqual(expected)
})
