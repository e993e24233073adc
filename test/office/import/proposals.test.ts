import { describe, expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

async function lineOf(heading: string, cell: Value) {
  const result = await importedGrid([
    ['填报日期：2026-09-30'],
    ['律所名称', '执业律师数', heading],
    ['甲律师事务所', 5, cell],
  ])
  return {
    firm: firmsIn(result).get('甲律师事务所')!,
    notes: result.notes.map(({ code, proposal }) => [code, proposal]),
  }
}

describe('a day with a time', () => {
  test.each(['2010-5-2 00:00:00', '2010/5/2 0:00', '2010-05-02T00:00:00', '2010年5月2日 上午12:00'])(
    '%s is that day',
    async (cell) => {
      const { firm, notes } = await lineOf('成立时间', cell)
      expect(firm['establishedOn']).toBe('2010-05-02')
      expect(notes).toEqual([])
    },
  )
})

describe('what is proposed', () => {
  const MONEY = '上年度党建经费支出（元）'
  test.each([
    [MONEY, '约1,200', 'approximate', '1200'],
    [MONEY, '约36,500元', 'approximate', '36500元'],
    [MONEY, '约3万', 'approximate', '3万'],
    ['党员总数', '大约12人', 'approximate', '12'],
    ['党员总数', '11（含离退休2）', 'not-understood', '11'],
    ['成立时间', '2010年5月2日（批准）', 'not-understood', '2010-05-02'],
  ])('in %s, %s, is all of the number or the day', async (heading, cell, code, proposal) => {
    expect((await lineOf(heading, cell)).notes).toEqual([[code, proposal]])
  })

  test.each([
    ['党员总数', -3],
    ['党员总数', '-3'],
    ['党员总数', '3-5'],
    ['党员总数', '30多人'],
    ['党员总数', '3.5'],
    ['党员总数', '1,20'],
    [MONEY, '10以上'],
    [MONEY, '3千'],
    ['成立时间', '2010-5-200'],
    ['成立时间', '2010年5月至2012年6月'],
    ['成立时间', '12010-5-2'],
  ])('in %s, %s, is nothing', async (heading, cell) => {
    const { notes } = await lineOf(heading, cell)
    expect(notes).toHaveLength(1)
    expect(notes[0]![1]).toBeUndefined()
  })
})
