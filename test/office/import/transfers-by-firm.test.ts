import { expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

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
