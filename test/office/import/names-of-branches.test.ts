import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西丙三律师事务所'
const HEAD = ['律师事务所名称', '执业律师数', '书记', '党支部名称', '支部成立日期', '届满日期']

async function register(branch: string) {
  const cells = [NAME, 5, '王建国', branch, '2015-07-01', '2024-07-01']
  const result = await importedGrid([['填报日期：2019年9月30日'], HEAD, cells])
  const { organization, secretary } = firmsIn(result).get(NAME) ?? {}
  return { organization, secretary, notes: result.notes.map(briefly) }
}

test.each([
  '丙三党支部',
  '丙三所党支部',
  '丙三律师事务所党支部',
  '江西丙三党支部',
  '中共丙三律师事务所支部委员会',
  `${NAME}党支部`,
])('a branch is read by a short name of the firm of its row: %s', async (branch) => {
  const { organization, secretary, notes } = await register(branch)
  expect(organization).toMatchObject({ establishedOn: '2015-07-01' })
  expect(secretary).toHaveProperty('id')
  expect(notes).toEqual([])
})

test.each(['丁四所党支部', '三所党支部', '章贡区党支部', '丙所党支部'])(
  'a branch whose name is not the end of that of the firm is told: %s',
  async (branch) => {
    const { organization, notes } = await register(branch)
    expect(organization).toBeUndefined()
    expect(notes).toContain('台账 D3 not-understood')
  },
)
