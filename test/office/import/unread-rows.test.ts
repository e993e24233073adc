import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, type Grid } from './imported.ts'

const [NAME, OTHER] = ['江西甲衡律师事务所', '江西乙正律师事务所']
const HEAD = ['姓名', '所在律所', '转出时间', '转入时间']

async function transfers(...rows: Grid) {
  const result = await importedGrid([HEAD, ...rows], { on: '2026-09-30' })
  const lists = [...firmsIn(result)].map(([name, { complete, transfers: list }]) => [name, complete, list] as const)
  return { lists, notes: result.notes.map(briefly) }
}

const OWN = ['张三', NAME, '2026.3', '2026.4']

test.each([`${NAME}、${OTHER}`, `${OTHER}和${NAME}`, `${NAME}等3家`])(
  'a row of several leaves open what else each of them has: %s',
  async (names) => {
    const { lists, notes } = await transfers(OWN, ['李四', names, '2026.5', '2026.6'])
    expect(notes).toContain('台账 B3 row-of-several')
    expect(lists).toEqual([
      [NAME, { transfers: false }, [expect.objectContaining({ startedOn: '2026-03', completedOn: '2026-04' })]],
    ])
  },
)

test('a row that is read leaves nothing open', async () => {
  const { lists } = await transfers(OWN, ['李四', OTHER, '2026.5', '2026.6'])
  expect(lists.map(([, complete]) => complete)).toEqual([undefined, undefined])
})
