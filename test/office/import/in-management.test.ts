import { expect, test } from 'vitest'
import { city, importedGrid } from './imported.ts'

const HEADINGS = [
  '律所名称',
  '执业律师数',
  '主任',
  '单独',
  '党组织名称',
  '书记',
  '书记职务',
  '班子成员数',
  '班子成员进入管理层人数',
]

const imported = (director: string, secretary: string, post: string, inManagement: number) =>
  importedGrid(
    [HEADINGS, ['甲律师事务所', 12, director, '√', '甲律师事务所党支部', secretary, post, 3, inManagement]],
    { on: '2026-09-30' },
  )

test.each([
  ['张甲', '张甲', ''],
  ['', '张甲', '主任'],
])('nobody in the management contradicts a secretary who is: %s, %s, %s', async (director, secretary, post) => {
  const result = await imported(director, secretary, post, 0)
  expect(result.notes.map(({ code, other }) => [code, other !== undefined])).toEqual([['conflict', true]])
  const { place, other } = result.notes[0]!
  expect([place.cell, other?.cell]).toEqual(['I2', expect.stringMatching(/^[CFG]2$/)])
  const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30' })
  expect(findings.find(({ requirement }) => requirement === 'leaders-in-management')?.status).toBe('unknown')
})

test('somebody in the management, or a secretary who is no manager, is no contradiction', async () => {
  expect((await imported('张甲', '张甲', '', 1)).notes).toEqual([])
  expect((await imported('李乙', '张甲', '', 0)).notes).toEqual([])
})
