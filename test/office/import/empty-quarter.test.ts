import { expect, test } from 'vitest'
import { importedGrids } from './imported.ts'

const form = (day: string, ...rows: (string | number)[][]) => [
  [`填报日期：${day}`],
  ['律所名称', '执业律师数'],
  ...rows,
]

test('the day of a form without rows is not that of the ledger', async () => {
  const filled = form('2026年9月30日', ['甲律师事务所', 5])
  const { ledger } = await importedGrids([filled, form('2026年12月31日')])
  expect(ledger['on']).toBe('2026-09-30')
})
