import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const [NAME, OTHER] = ['江西甲衡律师事务所', '江西乙正律师事务所']

test('transfers are of the firm of their row where members come from and go to other units', async () => {
  const result = await importedGrid([
    ['姓名', '所在律所', '转出单位', '转入单位', '转出办理时间', '转入办理时间'],
    ['张三', NAME, '某镇党委', `${NAME}党支部`, '2026.3.1', '2026.3.20'],
    ['李四', OTHER, `${NAME}党支部`, '省直某单位', '2026.5.1', ''],
  ])
  expect(firmsIn(result).get(NAME)).toMatchObject({
    transfers: [{ startedOn: '2026-03-01', completedOn: '2026-03-20' }],
  })
  expect(firmsIn(result).get(OTHER)).toMatchObject({ transfers: [{ startedOn: '2026-05-01' }] })
  const unread = result.columns.find(({ heading }) => heading === '转入单位')
  expect(unread?.use).toBe('not-usable')
  expect(unread?.why?.zh).toContain('所在律所')
})

const TRANSFERS = ['姓名', '转出单位', '转入单位', '转出办理时间', '转入办理时间']
const days = ['2026.3.1', '2026.3.20']

test.each(['江西丙和律师事务所党支部', '广东丙和律师事务所', '广东丙和律师事务所党支部'])(
  'who leaves a firm of the table for %s comes to no firm of the ledger, which is told',
  async (other) => {
    const leaving = ['李四', `${NAME}党支部`, other, ...days]
    for (const rows of [
      [['张三', '某镇党委', `${NAME}党支部`, ...days], leaving],
      [leaving, ['张三', OTHER, `${NAME}党支部`, ...days]],
    ]) {
      const result = await importedGrid([TRANSFERS, ...rows])
      expect([...firmsIn(result).keys()]).toEqual([NAME])
      const at = rows.indexOf(leaving) + 2
      expect(result.notes.map(briefly)).toContain(`台账 C${String(at)} row-of-unknown`)
    }
  },
)

test('a firm of another place is no firm of the ledger, unless its name says that it is here', async () => {
  const result = await importedGrid([
    TRANSFERS,
    ['张三', '某镇党委', '广东丙和律师事务所', ...days],
    ['李四', '某镇党委', '北京丁一（赣州）律师事务所', ...days],
  ])
  expect([...firmsIn(result).keys()]).toEqual(['北京丁一（赣州）律师事务所'])
})

test('members who come from one firm to another are of where they come to, where others come to it', async () => {
  const result = await importedGrid([
    TRANSFERS,
    ['张三', '某镇党委', NAME, ...days],
    ['李四', NAME, OTHER, ...days],
    ['王五', '某县直机关', OTHER, ...days],
  ])
  const numbers = [...firmsIn(result)].map(([name, { transfers }]) => [name, (transfers as unknown[]).length])
  expect(numbers).toEqual([
    [NAME, 1],
    [OTHER, 2],
  ])
})
