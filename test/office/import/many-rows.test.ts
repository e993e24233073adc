import { expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { withTitleColumns } from '../../../packages/office/src/import/table/title-column.ts'
import { bookOf, written } from '../workbook-file.ts'
import { plan } from './imported.ts'

const WIDTH = 28

test('a table of more than 5,000 rows of a city has more cells than a call takes arguments, and is read all the same', async () => {
  const head = ['序号', '律师事务所名称', '执业律师数', ...Array.from({ length: WIDTH - 3 }, (_, i) => `其他${i}`)]
  const row = [1, '甲律师事务所', 3, ...Array.from({ length: WIDTH - 3 }, () => '无')]
  const { sheets } = await readWorkbook(written(bookOf([['已注销律师事务所'], head, row])), { name: '表.xlsx' })
  const [sheet] = sheets
  const last = sheet!.rows.at(-1)!
  const many = Array.from({ length: 6_000 }, (_, i) => ({ ...last, number: last.number + i + 1 }))
  const titled = withTitleColumns(
    { ...sheet!, rows: [...sheet!.rows, ...many] },
    [...plan.imports.values()][0]!,
    plan.scopes,
  )
  expect(titled.rows).toHaveLength(6_000 + 3)
})
