import { expect, test } from 'vitest'
import { importedGrid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const DAY = ['填报日期：2026年9月30日']

test('where it is only said that a director is a member, what may be written is told', async () => {
  const headings = ['律师事务所名称', '执业律师数', '主任', '主任是否党员']
  const { ledger, notes } = await importedGrid([DAY, headings, [NAME, 5, '王建国', '是']])
  expect(JSON.stringify(ledger)).not.toContain('partyStatus')
  expect(notes[0]!.text.zh).toContain('这一项可写：正式党员、预备党员、非中共党员。')
})

test('a column that is read with another is not called a remark where that one is not there', async () => {
  const { columns } = await importedGrid([DAY, ['律所', '书记', '是否一肩挑', '备注'], [NAME, '王建国', '是', '新所']])
  const whyOf = (name: string) => columns.find(({ heading }) => heading === name)?.why?.zh
  expect(whyOf('是否一肩挑')).toContain('要与另一列一起才能读')
})
