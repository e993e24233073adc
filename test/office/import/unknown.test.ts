import { expect, test } from 'vitest'
import { briefly, importedGrid, plan } from './imported.ts'

test('of a table that is not known, the one that is most like it is named, and what it lacks', async () => {
  const { ledger, notes } = await importedGrid(
    [
      ['序号', '介绍信有效期天数', '转出办理时间'],
      [1, 90, '2026.3.1'],
    ],
    { mapping: plan.imports.get('party-building-forms') },
  )
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 sheet-not-known'])
  expect(notes[0]!.text.zh).toContain('最像“组织关系转接表”，还缺列：姓名、转入办理时间。')
  expect(notes[0]!.text.zh).toContain('按表头推测一份对照设置')
})

test('a table of which nothing is known is told with what to do, and repeats nothing of it', async () => {
  const { notes } = await importedGrid([
    ['甲', '乙'],
    ['丙', '丁'],
  ])
  expect(notes.map(briefly)).toEqual(['台账 sheet-not-known'])
  expect(notes[0]!.text.zh).toMatch(/^没有认出这张表，没有读。也可以按表头推测一份对照设置，改好后用它导入。$/)
})

test('a form about one firm is told as such, and no firm is made of its labels', async () => {
  const { ledger, notes } = await importedGrid([
    ['名称', '甲律师事务所', '成立时间', '2006.3'],
    ['主任', '赵某', '执业律师数', 5],
    ['党员总数', 3, '', ''],
    ['党组织名称', '甲所党支部', '', ''],
  ])
  expect(ledger).toEqual({})
  expect(notes.map(briefly)).toEqual(['台账 sheet-of-one'])
})
